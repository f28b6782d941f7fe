/** The code of a certificate of attendance, and the comparison of names. */
import { createHmac } from 'node:crypto';
import { fold, words } from '../../../platform/text/fold.js';
import { nearestLetters } from '../../../platform/text/letters.js';
import { hashOf } from './codes.js';
import type { Training } from './training.js';

/** Crockford's signs: without I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 128n;
const LENGTH = 26;
const GROUPS = /^(.{5})(.{5})(.{5})(.{5})(.{6})$/;

/**
 * The code of a person's certificate: 128 bits of HMAC-SHA256 under the training's secret, in five groups. The same
 * each time, so that a certificate can be asked for again.
 */
export function certificateCode({ secret }: Pick<Training, 'secret'>, attendeeKey: string): string {
  const bytes = createHmac('sha256', secret).update(`certificate:${attendeeKey}`).digest();
  let rest = BigInt(`0x${bytes.subarray(0, Number(BITS / 8n)).toString('hex')}`);
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code = SIGNS[Number(rest % 32n)] + code;
    rest /= 32n;
  }
  return code.replace(GROUPS, '$1-$2-$3-$4-$5');
}

/** What is stored of a code, also of one that was typed with blanks, in lower case or with O for 0. */
export function certificateHash(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return hashOf(plain.replace(/O/g, '0').replace(/[IL]/g, '1'));
}

/** Compares names without accents, case, blanks and punctuation: as they are written, and as a certificate prints them. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);
const plainName = (name: string) => words(fold(nearestLetters(name))).join('');
