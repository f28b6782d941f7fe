/** The reply to a code sent in the personal chat. */

import { z } from 'zod';
import { fact, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Language } from '../../../platform/text/catalogue.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import { textIn } from '../text/catalogue.js';
import { tell } from './outcome-words.js';
import { factsOf } from './training-words.js';

export const attendanceTemplate = defineTemplate(
  'trainings/attendance',
  z.object({ style, heading: plain, body: plain, title: written, facts: z.array(fact) }),
  { textIn },
);

export function receiptCard(renderer: Renderer, outcome: AttendanceOutcome, language: Language): Card {
  const { style: look, heading, body } = tell(outcome, language);
  const training = 'training' in outcome ? outcome.training : undefined;
  const data = {
    style: look,
    heading,
    body,
    title: training?.title ?? '',
    facts: training ? factsOf(training, language) : [],
  };
  return renderer.render(attendanceTemplate, data, language);
}
