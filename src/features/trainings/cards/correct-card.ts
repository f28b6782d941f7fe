/** The form with which a trainer corrects the list. */
import { z } from 'zod';
import { id, plain, typed, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';

export const correctTemplate = defineTemplate(
  'trainings/training-correct',
  z.object({
    id,
    title: written,
    problem: plain,
    kind: z.enum(['added', 'removed']),
    contact: typed,
    reason: typed,
  }),
  { textIn },
);

export type FormProblem = 'nobody' | 'unknownPerson' | 'notThere' | 'alreadyThere' | 'reason';

export function correctCard(
  renderer: Renderer,
  training: Training,
  entered: Pick<DataOf<typeof correctTemplate>, 'kind' | 'contact' | 'reason'>,
  problem: FormProblem | undefined,
  language: Language,
): Card {
  const text = textIn(language).trainings.correct;
  const data = {
    id: training.id,
    title: training.title,
    problem: problem ? text[problem] : '',
    kind: entered.kind,
    contact: entered.contact,
    reason: entered.reason,
  };
  return renderer.render(correctTemplate, data, language);
}
