/** The trainings that a person gives or announced. */

import { z } from 'zod';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import type { TrainingPage } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

export const listTemplate = defineTemplate(
  'trainings/training-list',
  z.object({
    trainings: z.array(z.object({ id, title: written, when: plain })),
    next: z.string(),
    mayCreate: z.boolean(),
  }),
  { textIn },
);

export function listCard(
  renderer: Renderer,
  page: TrainingPage,
  mayCreate: boolean,
  language: Language,
): Card {
  const trainings = page.trainings.map(({ id: trainingId, title, startsAt }) => ({
    id: trainingId,
    title,
    when: moment(new Date(startsAt), language),
  }));
  return renderer.render(listTemplate, { trainings, next: page.next ?? '', mayCreate }, language);
}
