/** The members of the channel who have not registered. */
import { z } from 'zod';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Member } from '../../../platform/delivery/roster.js';
import { type Language, textIn } from '../text/catalogue.js';

export const missingTemplate = defineTemplate(
  'trainings/training-missing',
  z.object({
    id,
    heading: plain,
    body: plain,
    names: z.array(written),
    more: plain,
    canRemind: z.boolean(),
  }),
  { textIn },
);

/** Names on the card; nobody reads more. */
const NAMES = 60;

/** @param members number of members of the channel, without the trainer. */
export function missingCard(
  renderer: Renderer,
  trainingId: string,
  { missing, members }: { missing: readonly Member[]; members: number },
  language: Language,
): Card {
  const text = textIn(language).trainings.missing;
  const more = missing.length - NAMES;
  const data = {
    id: trainingId,
    heading: text.heading(missing.length),
    body: text.body(members),
    names: missing.slice(0, NAMES).map(({ name }) => name),
    more: more > 0 ? text.more(more) : '',
    canRemind: missing.length > 0,
  };
  return renderer.render(missingTemplate, data, language);
}
