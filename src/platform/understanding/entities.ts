/** Codes and numbers that a text contains, and what it asks of the last answer. Pure. */
import { type FollowUp, followUp } from './follow-up.js';

/**
 * The signs of a training's code: without characters that look alike (0 O, 1 I L, 5 S, 8 B, Z for 2, U for V), and
 * without vowels, which could form words.
 */
export const CODE_SIGNS = '234679CDFGHJKMNPQRTVWXY';
export const CODE_LENGTH = 6;

export interface Entities {
  /** A training's code, as the screen shows it. */
  code?: string | undefined;
  /** A case's number, in the form `HUM-2026-000001`. */
  caseNumber?: string | undefined;
  /** All that the text says refers to the last answer: "¿y el segundo?". */
  followUp?: FollowUp | undefined;
}

/** Six signs, alone or with blanks, dots or hyphens between them: "G474QH", "g4 74-qh". */
const CODE = /(?<![\p{L}\p{N}])(?=([a-z0-9](?:[ .-]?[a-z0-9]){5})(?![\p{L}\p{N}]))/giu;
const OF_CODES = /asist|attend|c[oó]dig|\bcode|regist|clave/i;
const CASE_NUMBER = /\bhum[ -]?(\d{4})[ -](\d{1,6})\b/i;

export function entitiesIn(text: string): Entities {
  const number = text.match(CASE_NUMBER);
  const code = foundCode(text.replace(CASE_NUMBER, ' '));
  return {
    code: code && plain(code),
    caseNumber: number ? `HUM-${number[1]}-${(number[2] ?? '').padStart(6, '0')}` : undefined,
    followUp: followUp(text),
  };
}

/** The text without codes and numbers, whose signs say nothing about what is meant. */
export function withoutEntities(text: string): string {
  const rest = text.replace(CASE_NUMBER, ' ');
  const code = foundCode(rest);
  return code ? rest.replace(code, ' ') : rest;
}

function foundCode(text: string): string | undefined {
  for (const [, found = ''] of text.matchAll(CODE)) {
    if (isCode(found, text)) return found;
  }
  return undefined;
}

/** Without a digit it may be an abbreviation, unless it is all that was written, or the text speaks of a code. */
function isCode(found: string, text: string): boolean {
  const isOfSigns = [...plain(found)].every((sign) => CODE_SIGNS.includes(sign));
  return isOfSigns && (/\d/.test(found) || found.length === text.trim().length || OF_CODES.test(text));
}

const plain = (found: string) => found.toUpperCase().replace(/[ .-]/g, '');
