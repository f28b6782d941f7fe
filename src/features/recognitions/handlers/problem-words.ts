/** What is wrong with a recognition, as a sentence. */

import type { Names } from '../../../platform/people/names.js';
import { calendarDay, moment } from '../../../platform/text/dates.js';
import type { Problem } from '../service/checking.js';
import { type Language, textIn } from '../text/catalogue.js';

/** `expired`: the form is not theirs, or from before an update. `unclear`: what was typed names nothing of the form. */
export type FormProblem = Problem | { kind: 'expired' | 'unclear' };

/** `**` marks what stands out. */
export async function problemWords(names: Names, problem: FormProblem, language: Language): Promise<string> {
  const text = textIn(language).recognitions.problem;
  switch (problem.kind) {
    case 'too-short':
    case 'too-long':
      return text[problem.kind](problem.length);
    case 'again':
      return text.again(await names.of(problem.personId), moment(problem.from, language));
    case 'too-many':
      return text['too-many'](problem.left, moment(problem.from, language));
    case 'left':
      return text.left(problem.name);
    case 'away':
      return text.away(problem.name, calendarDay(problem.until, language));
    default:
      return text[problem.kind];
  }
}
