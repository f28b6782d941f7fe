/** Explains the practice of the day, with its hour and job. */
import { z } from 'zod';
import { choice, id, plain } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { namedDay, timeOfDay } from '../../../platform/text/dates.js';
import { DEFAULT_HOUR, HOURS, momentOf } from '../domain/hours.js';
import type { Member } from '../domain/member.js';
import { JOBS, type Practice } from '../domain/practice.js';
import { type Language, textIn } from '../text/catalogue.js';

/** The choice for practices of any job. */
export const ANY_JOB = 'any';

export const settingsTemplate = defineTemplate(
  'practice/practice-settings',
  z.object({
    title: plain,
    intro: plain,
    /** The heading above the practice shown; empty when there is none. */
    label: plain,
    words: plain,
    hour: id,
    hours: z.array(choice),
    job: id,
    jobs: z.array(choice),
    save: plain,
    /** The day of today's practice while it can be ticked, `YYYY-MM-DD`; else empty. */
    open: id,
    canLeave: z.boolean(),
  }),
  { textIn },
);

interface View {
  member?: Member | undefined;
  /** The day of the next one, `YYYY-MM-DD`; for members. */
  next?: string | undefined;
  /** Today's practice, or an example of one. */
  practice?: Practice | undefined;
  /** The day of today's practice while it waits for its tick. */
  open?: string | undefined;
  /** True for a practice that has come today. */
  isToday: boolean;
  today: string;
}

export function settingsCard(renderer: Renderer, view: View, language: Language): Card {
  const { member, practice, open = '', isToday } = view;
  const text = textIn(language).practice;
  const state = member?.state ?? 'off';
  const data = {
    title: state === 'on' ? text.yours : text.title,
    intro: introOf(view, language),
    label: practice ? (isToday ? text.today : text.example) : '',
    words: practice?.[language] ?? '',
    hour: member?.hour ?? DEFAULT_HOUR,
    hours: HOURS.map((value) => ({ title: hourIn(value, language), value })),
    job: member?.job || ANY_JOB,
    jobs: [
      { title: text.anyJob, value: ANY_JOB },
      ...JOBS.map((value) => ({ title: text.job[value], value })),
    ],
    save: { on: text.save, off: text.start, paused: text.again }[state],
    open,
    canLeave: state !== 'off',
  };
  return renderer.render(settingsTemplate, data, language);
}

/** "8:30 a. m." */
export function hourIn(hour: string, language: Language): string {
  return timeOfDay(momentOf('2026-01-01', hour), language);
}

function introOf({ member, next, today }: View, language: Language): string {
  const text = textIn(language).practice;
  if (member?.state === 'paused') return text.paused;
  if (member?.state !== 'on' || next === undefined) return text.intro;
  return text.comes(hourIn(member.hour, language), dayIn(next, today, language));
}

/** "hoy", "mañana", "el lunes 30 de noviembre". */
export function dayIn(day: string, today: string, language: Language): string {
  const text = textIn(language).practice;
  if (day === today) return text.onToday;
  return text.onDay(namedDay(day, today, language));
}
