import { fold } from '../../../platform/text/fold.js';
import { withoutCourtesy } from '../../../platform/text/phrase.js';
import { CODE_LENGTH, looksLikeCode, normalizeCode } from '../domain/codes.js';

const WORD =
  /^(?:(?:registrar|registra|registro|marcar|register|record) )?(?:(?:mi|la|my) )?(?:asistencia|attendance)\b[\s:,.-]*/;
/** What may stand between the word and the code. */
const CALLED = /^(?:(?:con|with) )?(?:(?:el|the) )?(?:codigo|code)\b[\s:,.-]*/;

/**
 * Finds the code behind "asistencia" or "registrar mi asistencia", where the text is a registration and not a question
 * about attendance.
 * @returns the code as the screen shows it, empty where none was written; undefined for any other text.
 */
export function codeIn(text: string): string | undefined {
  const asked = withoutCourtesy(fold(text).replace(/[«»"“”]/g, ''));
  if (!WORD.test(asked)) return undefined;
  const code = normalizeCode(withoutCourtesy(asked.replace(WORD, '')).replace(CALLED, ''));
  // "asistencia médica" has no code; with a digit in it, it is a code that was mistyped.
  const isMistyped = /\d/.test(code) && code.length < 2 * CODE_LENGTH;
  return code === '' || looksLikeCode(code) || isMistyped ? code : undefined;
}
