/** Whom to turn to, before anything else. */
import { z } from 'zod';
import { plain, typed } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Helpline, Helplines } from '../../../platform/text/helplines.js';
import { DANGER_KINDS, HELPS, type Help } from '../../../platform/understanding/danger.js';
import { DANGERS } from '../../../platform/understanding/intents.js';
import { type Alarm, isOneOfLines, mayReport } from '../domain/alarm.js';
import { type Language, textIn } from '../text/catalogue.js';

export const dangerTemplate = defineTemplate(
  'care/danger',
  z.object({
    title: plain,
    helps: z
      .array(
        z.object({
          heading: plain,
          /** Numbers are large. */
          size: z.enum(['ExtraLarge', 'Default']),
          style: z.enum(['attention', 'emphasis']),
          meaning: plain,
          go: plain,
          url: z.union([z.literal(''), z.url()]),
          does: z.enum(['', ...HELPS]),
        }),
      )
      .min(1),
    advice: plain,
    offersPerson: z.boolean(),
    offersReport: z.boolean(),
    /** What the person wrote, for the report that they may make of it. */
    narrative: typed,
  }),
  { textIn },
);

/** Stands under an answer, where danger is only possible. */
export const lineTemplate = defineTemplate(
  'care/line',
  z.object({
    line: plain,
    needHelp: plain,
    kind: z.enum(DANGER_KINDS),
    danger: z.enum(DANGERS),
    others: z.enum(['true', 'false']),
  }),
  { textIn },
);

export interface DangerView {
  alarm: Alarm;
  helps: readonly Help[];
  narrative: string;
}

export class DangerCards {
  constructor(
    private readonly parts: { renderer: Renderer; helplines: Helplines; urlOf: (line: Helpline) => string },
  ) {}

  render({ alarm, helps, narrative }: DangerView, language: Language): Card {
    const { kinds } = textIn(language).care;
    const { title, advice } = kinds[alarm.kind][alarm.isOthers ? 'other' : 'self'];
    const isProtected = helps.includes('protected');
    const offersReport = !isProtected && narrative !== '' && mayReport(alarm);
    const data = {
      title,
      advice,
      helps: helps.map((help) => this.#shown(help, language)),
      offersPerson: !helps.includes('person'),
      offersReport,
      narrative: isProtected || offersReport ? narrative : '',
    };
    return this.parts.renderer.render(dangerTemplate, data, language);
  }

  line({ kind, danger, isOthers }: Alarm, language: Language): Card {
    const { kinds, needHelp } = textIn(language).care;
    const line = kinds[kind].line(this.parts.helplines);
    const data = { line, needHelp, kind, danger, others: isOthers ? 'true' : 'false' } as const;
    return this.parts.renderer.render(lineTemplate, data, language);
  }

  #shown(help: Help, language: Language) {
    const { helplines, urlOf } = this.parts;
    const { lines, others, call } = textIn(language).care;
    if (isOneOfLines(help)) {
      const number = helplines[help];
      const shown = { heading: number, meaning: lines[help], go: call(number), url: urlOf(help) };
      return { ...shown, size: 'ExtraLarge', style: 'attention', does: '' } as const;
    }
    return { go: '', ...others[help], size: 'Default', style: 'emphasis', url: '', does: help } as const;
  }
}
