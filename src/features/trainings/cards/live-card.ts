/** What the bot says in the chat of a meeting that is tied to a training, or was. */
import { z } from 'zod';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Period } from '../../../platform/storage/retention.js';
import { moment } from '../../../platform/text/dates.js';
import { inWords } from '../../../platform/text/period.js';
import { notedFrom } from '../domain/merging.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';
import { whenOf } from './training-words.js';

export const tiedTemplate = defineTemplate(
  'trainings/meeting-tied',
  z.object({ id, kind: plain, title: written, when: plain, lines: z.array(plain), tied: z.boolean() }),
  { textIn },
);

interface Tie {
  /** The training was tied to another meeting before. */
  isMoved: boolean;
  /** How long the names of people from outside are kept. */
  keptFor: Period;
  now: Date;
}

export function tiedCard(renderer: Renderer, training: Training, tie: Tie, language: Language): Card {
  const text = textIn(language).meetings.live;
  const { isMoved, keptFor, now } = tie;
  const from = notedFrom(training);
  const lines = [
    text.registering(training.leastMinutes, from > now ? moment(from, language) : ''),
    text.before,
    ...(isMoved ? [text.moved] : []),
    text.outsiders(inWords(keptFor, language)),
    text.readers(training.createdBy !== training.trainerId),
  ];
  const data = { ...headOf(training, language), kind: text.tiedTo, lines, tied: true };
  return renderer.render(tiedTemplate, data, language);
}

/** Names the training: the chat of a meeting that is held every week may be tied to others. */
export function untiedCard(renderer: Renderer, training: Training, language: Language): Card {
  const text = textIn(language).meetings.live;
  const lines = [...(training.meetingId === '' ? [] : [text.movedAway]), text.untiedMeaning];
  const data = { ...headOf(training, language), kind: text.untiedFrom, lines, tied: false };
  return renderer.render(tiedTemplate, data, language);
}

const headOf = (
  training: Training,
  language: Language,
): Pick<DataOf<typeof tiedTemplate>, 'id' | 'title' | 'when'> => ({
  id: training.id,
  title: training.title,
  when: whenOf(training, language),
});
