import { fold } from '../../../platform/text/fold.js';
import { withoutCourtesy } from '../../../platform/text/phrase.js';
import { CODE_LENGTH, looksLikeCode, normalizeCode } from '../domain/codes.js';

const WORD =
  /^(?:(?:registrar|registra|registro|marcar|register|record) )?(?:(?:mi|la|my) )?(?:asistencia|attendance)\b[\s:,.-]*/;
/** Optional words between "asistencia" and the code. */
const CALLED = /^(?:(?:con|with) )?(?:(?:el|the) )?(?:codigo|code)\b[\s:,.-]*/;

/**
 * Finds the code after "asistencia" or "registrar mi asistencia", if the text is a registration and not a
 * question about attendance.
 * @returns the code as the screen shows it, empty if the text has none; undefined for any other text.
 */
export function codeIn(text: string): string | undefined {
  const asked = withoutCourtesy(fold(text).replace(/[«»"“”]/g, ''));
  if (!WORD.test(asked)) return undefined;
  const code = normalizeCode(withoutCourtesy(asked.replace(WORD, '')).replace(CALLED, ''));
  // "asistencia médica" has no code; a short text with a digit is a mistyped code.
  const isMistyped = /\d/.test(code) && code.length < 2 * CODE_LENGTH;
  return code === '' || looksLikeCode(code) || isMistyped ? code : undefined;
}
