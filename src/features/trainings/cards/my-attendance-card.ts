/** The trainings that a person has been to, with their certificates, and those that come. */
import { z } from 'zod';
import { id, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { AttendanceState } from '../domain/standing.js';
import { admissionAt, type Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';
import { whenOf } from './training-words.js';

export const myAttendanceTemplate = defineTemplate(
  'trainings/my-attendance',
  z.object({
    coming: z.array(z.object({ id, title: written, when: plain, state: plain, canRemind: z.boolean() })),
    been: z.array(
      z.object({ id, title: written, when: plain, state: plain, stateStyle: style, certified: z.boolean() }),
    ),
    next: z.string(),
    /** It is the first page. */
    first: z.boolean(),
  }),
  { textIn },
);

const STYLE = { attended: 'good', registered: 'default', short: 'warning' } as const;

export function myAttendanceCard(
  renderer: Renderer,
  view: {
    been: readonly { training: Training; state: AttendanceState }[];
    coming: readonly Training[];
    next: string;
    isFirst: boolean;
    now: Date;
  },
  language: Language,
): Card {
  const text = textIn(language).myAttendance;
  const data = {
    coming: view.coming.map((training) => {
      const isEarly = admissionAt(training, view.now) === 'early';
      return {
        id: training.id,
        title: training.title,
        when: whenOf(training, language),
        state: isEarly ? text.announced : text.open,
        canRemind: isEarly,
      };
    }),
    been: view.been.map(({ training, state }) => ({
      id: training.id,
      title: training.title,
      when: whenOf(training, language),
      state: state === 'short' ? text.short(training.leastMinutes) : text[state],
      stateStyle: STYLE[state],
      certified: state === 'attended',
    })),
    next: view.next,
    first: view.isFirst,
  };
  return renderer.render(myAttendanceTemplate, data, language);
}
