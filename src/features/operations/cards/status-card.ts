/** How the bot is, line by line, for administrators. */
import { z } from 'zod';
import { plain, style } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Round } from '../../../platform/rounds.js';
import { moment } from '../../../platform/text/dates.js';
import { concernsOf, LINES, type Line, type Status } from '../domain/status.js';
import { type Language, textIn } from '../text/catalogue.js';

export const statusTemplate = defineTemplate(
  'operations/status',
  z.object({
    title: plain,
    verdict: plain,
    /** `todo` is empty where nothing has to be done. */
    lines: z.array(z.object({ label: plain, value: plain, todo: plain, style })),
  }),
  { textIn },
);

export function statusCard(renderer: Renderer, status: Status, now: Date, language: Language): Card {
  const text = textIn(language).operations;
  const concerns = concernsOf(status, now);
  const lines = LINES.map((line) => {
    const isConcern = concerns.includes(line);
    return {
      label: isConcern ? text.toLookAt(text.label[line]) : text.label[line],
      value: wordsOf(line, status, language),
      todo: isConcern ? text.todo[line] : '',
      style: isConcern ? ('warning' as const) : ('default' as const),
    };
  });
  const data = { title: text.title, verdict: text.verdict(concerns.length), lines };
  return renderer.render(statusTemplate, data, language);
}

function wordsOf(line: Line, status: Status, language: Language): string {
  const text = textIn(language).operations;
  const told = (round: Round | undefined, words: (count: number) => string) =>
    round ? `${words(round.count)} · ${moment(round.at, language)}` : text.never;
  switch (line) {
    case 'version':
      return status.version;
    case 'instances':
      return text.instances(status.instances);
    case 'queue':
      return text.queued(status.queued);
    case 'setAside':
      return text.setAside(status.setAside);
    case 'audit':
      return told(status.audit, text.lost);
    case 'parked':
      return told(status.parked, text.parked);
    case 'backup':
      return status.backup ? told(status.backup, text.copied) : text.noCopy;
    case 'people':
      return status.people === 'live' ? text.live : told(status.people, text.people);
  }
}
