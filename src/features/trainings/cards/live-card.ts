/** What the bot says in the chat of a meeting that is tied to a training. */
import { z } from 'zod';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Training } from '../domain/training.js';
import { whenOf } from './training-words.js';

export const tiedTemplate = defineTemplate(
  'trainings/meeting-tied',
  z.object({ id, title: written, when: plain, lines: z.array(plain) }),
);

/** @param isMoved it was tied to another meeting. */
export function tiedCard(renderer: Renderer, training: Training, isMoved: boolean, language: Language): Card {
  const text = textIn(language).meetings.live;
  const data = {
    id: training.id,
    title: training.title,
    when: whenOf(training, language),
    lines: [
      text.registering(training.leastMinutes),
      text.before,
      ...(isMoved ? [text.moved] : []),
      text.readers,
    ],
  };
  return renderer.render(tiedTemplate, data, language);
}

export function untiedCard(renderer: Renderer, language: Language): Card {
  const { untied: title, untiedMeaning: body } = textIn(language).meetings.live;
  return noticeCard(renderer, { title, body }, language);
}
