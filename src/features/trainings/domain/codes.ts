/**
 * The codes of a training. The rotating code on the screen is an HMAC, by the training's secret, of the
 * current turn of 20 s, so every instance can compute it on its own. The code on the card never changes;
 * registrations with it are marked as made away from the screen.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS } from '../../../platform/understanding/entities.js';

export const TURN_MS = 20_000;
/** A code from the last 15 turns counts as expired; an older one as unknown. */
const REMEMBERED_TURNS = 15;
/** Time to fill in the web form after opening it with a valid code. */
export const TICKET_MS = 15 * 60_000;

/** `rotating`: the code of the current turn or the one before. `card`: the fixed code on the card. */
export type CodeVerdict = 'rotating' | 'card' | 'expired' | 'unknown';

export const turnAt = (now: Date): number => Math.floor(now.getTime() / TURN_MS);

/** Milliseconds until the code changes. */
export const turnLeft = (now: Date): number => TURN_MS - (now.getTime() % TURN_MS);

export function rotatingCode(secret: string, turn: number): string {
  return encode(hmac(secret, `turn:${turn}`));
}

/** The code on the card in the channel. */
export function cardCode(secret: string): string {
  return encode(hmac(secret, 'card'));
}

/** The code as the screen shows it: upper case, without spaces, dots and hyphens. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '');
}

/** Compares with every possible code, even after a match, so that timing reveals nothing. */
export function verdictOf(secret: string, typed: string, now: Date): CodeVerdict {
  const code = normalizeCode(typed);
  const turn = turnAt(now);
  let verdict: CodeVerdict = 'unknown';
  for (let age = REMEMBERED_TURNS; age >= 0; age--) {
    if (isSame(rotatingCode(secret, turn - age), code)) verdict = age <= 1 ? 'rotating' : 'expired';
  }
  return isSame(cardCode(secret), code) ? 'card' : verdict;
}

export interface FormTicket {
  /** Random, so that the store can refuse a second person with the same ticket. */
  id: string;
  /** The kind of code that opened the form. */
  code: 'rotating' | 'card';
}

/**
 * Proves that the form was opened with a valid code, because the code itself changes before the form is sent.
 * 128 bits of HMAC-SHA256 under the training's secret.
 */
export function sealTicket(secret: string, { id, code }: FormTicket, expiresAt: Date): string {
  const body = `${code}.${expiresAt.getTime()}.${id}`;
  return `${body}.${hmac(secret, `ticket:${body}`).subarray(0, 16).toString('base64url')}`;
}

/** Reads a ticket; undefined if it is forged, altered or expired. */
export function openTicket(secret: string, sealed: string, now: Date): FormTicket | undefined {
  const [code, expires, id] = sealed.split('.');
  if ((code !== 'rotating' && code !== 'card') || id === undefined) return undefined;
  const ticket = { id, code } as const;
  const isGenuine = isSame(sealTicket(secret, ticket, new Date(Number(expires) || 0)), sealed);
  return isGenuine && Number(expires) > now.getTime() ? ticket : undefined;
}

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Compares two texts in constant time. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
}

/** A pseudonym for a person within one training. It cannot be traced back without the training's secret. */
export function pseudonymOf(secret: string, who: string): string {
  return hmac(secret, `who:${who}`).toString('hex');
}

export function hmac(secret: string, message: string): Buffer {
  return createHmac('sha256', secret).update(message).digest();
}

function encode(bytes: Buffer): string {
  let rest = bytes.readBigUInt64BE();
  let code = '';
  for (let at = 0; at < CODE_LENGTH; at++) {
    code += CODE_SIGNS[Number(rest % BigInt(CODE_SIGNS.length))];
    rest /= BigInt(CODE_SIGNS.length);
  }
  return code;
}
