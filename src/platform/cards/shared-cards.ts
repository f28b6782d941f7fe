/** Cards that every feature may use. */
import { z } from 'zod';
import { ACTS, THINGS } from '../dialogue/acts.js';
import type { Language } from '../text/catalogue.js';
import { id, link, MAX_ACTIONS, plain, typed, written } from './fields.js';
import type { Card, Renderer } from './renderer.js';
import { type DataOf, defineTemplate } from './template.js';

export const noticeTemplate = defineTemplate(
  'shared/notice',
  z.object({ title: plain, body: plain, links: z.array(link).max(MAX_ACTIONS) }),
);

export const filesTemplate = defineTemplate(
  'shared/files',
  z.object({
    title: plain,
    files: z.array(z.object({ title: plain, name: written, url: z.url() })).max(MAX_ACTIONS),
  }),
);

/** Asks which of several things a text should do. */
export const possibleTemplate = defineTemplate(
  'shared/possible',
  z.object({
    said: typed,
    deeds: z
      .array(z.object({ title: plain, on: z.enum(THINGS), of: id, act: z.enum(ACTS) }))
      .max(MAX_ACTIONS),
  }),
);

/** Renders a message with a title and buttons for the next steps. */
export function noticeCard(
  renderer: Renderer,
  { links = [], ...words }: { title: string; body: string; links?: DataOf<typeof noticeTemplate>['links'] },
  language: Language,
): Card {
  return renderer.render(noticeTemplate, { ...words, links }, language);
}
