/**
 * The codes of a training. The code on the screen is made from the training's secret and the current turn of 20 s, so
 * every instance knows it without asking. The code on the card stays the same, and what comes by it is marked as made
 * away from the screen.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const TURN_MS = 20_000;
/** No signs that look alike (0 O, 1 I L, 5 S, 8 B, 2 Z, U V), and no vowels, which would make words. */
const ALPHABET = '234679CDFGHJKMNPQRTVWXY';
export const CODE_LENGTH = 6;
/** A code that was good within these turns is told apart from one that never was. */
const REMEMBERED_TURNS = 15;
/** How long people can take to fill in the form after opening it with a good code. */
export const TICKET_MS = 15 * 60_000;

/** What a code turns out to be. `rotating`: the code of this turn or the one before. */
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

/** The code as the screen shows it: capitals, without blanks and hyphens. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '');
}

/** Tells whether a text has the length and the signs of a code. */
export function looksLikeCode(normalized: string): boolean {
  return normalized.length === CODE_LENGTH && [...normalized].every((sign) => ALPHABET.includes(sign));
}

/** Compares with every code that it could be, also after a match, so that the time it takes tells nothing. */
export function verdictOf(secret: string, typed: string, now: Date): CodeVerdict {
  const code = normalizeCode(typed);
  const turn = turnAt(now);
  let verdict: CodeVerdict = 'unknown';
  for (let age = REMEMBERED_TURNS; age >= 0; age--) {
    if (isSame(rotatingCode(secret, turn - age), code)) verdict = age <= 1 ? 'rotating' : 'expired';
  }
  return isSame(cardCode(secret), code) ? 'card' : verdict;
}

/**
 * Proves that the form was opened with a good code, since the code itself changes before the form is filled in.
 * 128 bits of HMAC-SHA256 under the training's secret.
 * @param purpose which kind of code it was.
 */
export function ticketFor(secret: string, purpose: string, expiresAt: Date): string {
  const body = `${purpose}.${expiresAt.getTime()}`;
  return `${body}.${hmac(secret, `ticket:${body}`).subarray(0, 16).toString('base64url')}`;
}

/** The purpose of a ticket; undefined where it is forged, changed or too old. */
export function purposeOf(secret: string, ticket: string, now: Date): string | undefined {
  const [purpose, expires] = ticket.split('.');
  if (purpose === undefined || expires === undefined) return undefined;
  const isGenuine = isSame(ticketFor(secret, purpose, new Date(Number(expires) || 0)), ticket);
  return isGenuine && Number(expires) > now.getTime() ? purpose : undefined;
}

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Compares in a time that does not depend on where the two texts differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
}

/** A name for somebody within one training. Without the training's secret it leads back to nobody. */
export function pseudonymOf(secret: string, who: string): string {
  return hmac(secret, `who:${who}`).toString('hex');
}

function hmac(secret: string, message: string): Buffer {
  return createHmac('sha256', secret).update(message).digest();
}

function encode(bytes: Buffer): string {
  let rest = bytes.readBigUInt64BE();
  let code = '';
  for (let at = 0; at < CODE_LENGTH; at++) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
    rest /= BigInt(ALPHABET.length);
  }
  return code;
}
