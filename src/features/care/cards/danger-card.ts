/** Whom to call, before anything else. */
import { z } from 'zod';
import { plain, typed } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Helpline, Helplines } from '../../../platform/text/helplines.js';
import { type Language, textIn } from '../text/catalogue.js';

export const dangerTemplate = defineTemplate(
  'care/danger',
  z.object({
    title: plain,
    lines: z.array(z.object({ number: plain, meaning: plain, call: plain, url: z.url() })).min(1),
    advice: plain,
    canReport: z.boolean(),
    /** What the person wrote, for the report that they may make of it. */
    narrative: typed,
  }),
  { textIn },
);

/** What the words on the card are for. */
export type Situation = 'emergency' | 'distress' | 'told';

export interface DangerView {
  situation: Situation;
  lines: readonly Helpline[];
  canReport: boolean;
  narrative: string;
}

export class DangerCards {
  constructor(
    private readonly parts: { renderer: Renderer; helplines: Helplines; urlOf: (line: Helpline) => string },
  ) {}

  render({ situation, lines, canReport, narrative }: DangerView, language: Language): Card {
    const { renderer, helplines, urlOf } = this.parts;
    const text = textIn(language).care;
    const data = {
      ...text[situation],
      lines: lines.map((line) => ({
        number: helplines[line],
        meaning: text.lines[line],
        call: text.call(helplines[line]),
        url: urlOf(line),
      })),
      canReport,
      narrative: canReport ? narrative : '',
    };
    return renderer.render(dangerTemplate, data, language);
  }
}
