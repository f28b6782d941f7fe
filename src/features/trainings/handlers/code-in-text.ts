import { fold } from '../../../platform/text/fold.js';
import { withoutCourtesy } from '../../../platform/text/phrase.js';
import { CODE_LENGTH } from '../../../platform/understanding/entities.js';
import type { Turn } from '../../../turn.js';
import { normalizeCode } from '../domain/codes.js';

const WORD =
  /^(?:(?:registrar|registra|registro|marcar|register|record) )?(?:(?:mi|la|my) )?(?:asistencia|attendance|codigo|code)\b[\s:,.-]*/;
/** Optional words between "asistencia" and the code. */
const CALLED = /^(?:(?:con|with) )?(?:(?:el|the) )?(?:codigo|code)\b[\s:,.-]*/;

/** The code in what was written; undefined when there is none. */
export const codeIn = ({ understood, text }: Turn): string | undefined =>
  understood?.entities.code ?? mistypedCodeIn(text);

/**
 * Finds what is meant as a code after "asistencia" or "código", though no code looks like that: "asistencia 0O8K21".
 * @returns it without blanks; undefined when the text has none.
 */
export function mistypedCodeIn(text: string): string | undefined {
  const asked = withoutCourtesy(fold(text).replace(/[«»"“”]/g, ''));
  if (!WORD.test(asked)) return undefined;
  const code = normalizeCode(withoutCourtesy(asked.replace(WORD, '')).replace(CALLED, ''));
  return /\d/.test(code) && code.length < 2 * CODE_LENGTH ? code : undefined;
}
