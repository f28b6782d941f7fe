import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key that signs tokens, with its public JWK. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  jwk: Record<string, unknown>;
}

export function signingKey(kid: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' } };
}

/** A JSON Web Token of these claims, signed with RS256 unless the header says otherwise. */
export function tokenOf(
  key: SigningKey,
  claims: Record<string, unknown>,
  header: { alg?: string; kid?: string; [extension: string]: unknown } = {},
): string {
  const { alg = 'RS256', kid = key.kid, ...more } = header;
  const signed = [{ typ: 'JWT', alg, kid, ...more }, claims].map(encode).join('.');
  return `${signed}.${signatureOf(alg, signed, key)}`;
}

function signatureOf(alg: string, text: string, key: SigningKey): string {
  if (alg === 'none') return '';
  // The attack on libraries that accept a public key as the HMAC secret.
  if (alg === 'HS256') {
    const secret = JSON.stringify(key.jwk);
    return createHmac('sha256', secret).update(text).digest('base64url');
  }
  return sign('sha256', Buffer.from(text), key.privateKey).toString('base64url');
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
