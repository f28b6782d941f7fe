/** The form about an absence, and what confirms it. */
import { z } from 'zod';
import { day, id, plain, written } from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { namedDay } from '../../../platform/text/dates.js';
import type { Span } from '../../../platform/understanding/dates.js';
import { type Language, textIn } from '../text/catalogue.js';

export const awayTemplate = defineTemplate(
  'absences/away',
  z.object({
    problem: plain,
    /** The days that were found in the message, as a sentence. */
    understood: plain,
    /** The absence that is kept already, as a sentence. */
    saved: plain,
    from: day,
    until: day,
    today: z.iso.date(),
    /** Entra object id of the deputy that the person chose, or empty. */
    deputy: id,
    /** Name of the deputy, chosen or in the directory; empty for none. */
    deputyName: written,
    /** Title of the button that ends the absence; empty when there is none. */
    clear: plain,
  }),
  { textIn },
);

export const awaySavedTemplate = defineTemplate(
  'absences/away-saved',
  z.object({ title: plain, deputy: written, lines: z.array(plain), clear: plain }),
  { textIn },
);

/** How the days of an absence are said. */
export class AwayWords {
  readonly text;

  constructor(
    private readonly today: string,
    private readonly language: Language,
  ) {
    this.text = textIn(language).away;
  }

  /** "lunes 30 de noviembre". */
  day(day: string): string {
    return namedDay(day, this.today, this.language);
  }

  /** "del lunes 30 de noviembre al viernes 4 de diciembre". */
  days({ from, until }: { from: string; until: string }): string {
    return from === until
      ? this.text.oneDay(this.day(from))
      : this.text.days(this.day(from), this.day(until));
  }

  /** "Entendí: del lunes 30 de noviembre al viernes 4 de diciembre."; empty when nothing was understood. */
  understood({ from, until }: Span): string {
    const { understood } = this.text;
    if (from && until) return understood.days(this.days({ from, until }));
    if (from) return understood.from(this.day(from));
    return until ? understood.until(this.day(until)) : '';
  }

  /** The button that ends an absence which began on this day, or begins on it. */
  clear(from: string): string {
    return from > this.today ? this.text.cancel : this.text.clear;
  }
}
