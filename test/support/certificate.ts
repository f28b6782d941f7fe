/**
 * A self-signed certificate for 127.0.0.1, made for each run so that no private key is stored. Node has no
 * API to create certificates, so this file encodes the needed parts of X.509 in DER.
 */
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

const DAY_MS = 86_400_000;

export function loopbackCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signature = sequence(oid('2a864886f70d01010b'), der(0x05));
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('loopback of the tests')))));
  const extensions = der(
    0xa3,
    sequence(
      // basicConstraints: CA, so that clients can trust it as a root.
      sequence(
        oid('551d13'),
        der(0x01, Buffer.from([0xff])),
        octets(sequence(der(0x01, Buffer.from([0xff])))),
      ),
      // subjectAltName: IP 127.0.0.1.
      sequence(oid('551d11'), octets(sequence(der(0x87, Buffer.from([127, 0, 0, 1]))))),
    ),
  );
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signature,
    name,
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signed = createSign('sha256').update(toBeSigned).sign(privateKey);
  const certificate = sequence(toBeSigned, signature, der(0x03, Buffer.concat([Buffer.from([0]), signed])));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: Buffer[]) => der(0x30, ...contents);
const octets = (content: Buffer) => der(0x04, content);
const integer = (content: Buffer) => der(0x02, content);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
