/** The share of people trained in a month, by area. */
import { z } from 'zod';
import { shiftedMonth } from '../../../platform/calendar/days.js';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Message } from '../../../platform/delivery/message.js';
import { monthName } from '../../../platform/text/dates.js';
import type { Coverage } from '../domain/coverage.js';
import { type Language, textIn } from '../text/catalogue.js';

export const coverageTemplate = defineTemplate(
  'trainings/coverage',
  z.object({
    title: plain,
    summary: plain,
    areas: z.array(z.object({ area: written, people: plain, share: plain })),
    note: plain,
    before: plain,
    beforeMonth: id,
    after: plain,
    afterMonth: id,
  }),
  { textIn },
);

/** More areas do not fit on one card. */
const MOST_AREAS = 60;

export interface CoverageView {
  /** `YYYY-MM`. */
  month: string;
  thisMonth: string;
  /** Number of trainings in the month. */
  sessions: number;
  coverage: Coverage;
}

export function coverageMessage(
  renderer: Renderer,
  { month, thisMonth, sessions, coverage }: CoverageView,
  language: Language,
): Message {
  const text = textIn(language).trainings.coverage;
  const title = text.title(monthName(month, language));
  const before = shiftedMonth(month, -1);
  const after = shiftedMonth(month, 1);
  const data = {
    title,
    summary: text.summary(coverage.trained, coverage.people, sessions),
    areas: coverage.areas.slice(0, MOST_AREAS).map(({ area, trained, people }) => ({
      area: area || text.noArea,
      people: text.people(trained, people),
      share: `${Math.round((100 * trained) / people)} %`,
    })),
    note: text.note(coverage.declared),
    before: monthName(before, language),
    beforeMonth: before,
    after: monthName(after, language),
    afterMonth: after > thisMonth ? '' : after,
  };
  return { card: renderer.render(coverageTemplate, data, language), summary: title };
}
