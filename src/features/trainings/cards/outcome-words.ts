/** The text for the result of an attempt to register; times in Bogotá. */
import type { z } from 'zod';
import type { style } from '../../../platform/cards/fields.js';
import { moment, timeOfDay } from '../../../platform/text/dates.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import { GRACE_MS } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface Told {
  style: z.output<typeof style>;
  heading: string;
  body: string;
}

export function tell(outcome: AttendanceOutcome, language: Language): Told {
  const text = textIn(language).trainings.outcome;
  switch (outcome.kind) {
    case 'registered': {
      const at = timeOfDay(new Date(outcome.attendee.at), language);
      return { style: 'good', heading: text.registered, body: text.registeredAt(at) };
    }
    case 'already': {
      const at = timeOfDay(new Date(outcome.attendee.at), language);
      return { style: 'good', heading: text.already, body: text.alreadyAt(at) };
    }
    case 'early': {
      const when = moment(new Date(outcome.training.startsAt), language);
      return { style: 'warning', heading: text.early, body: text.earlyUntil(when) };
    }
    case 'late': {
      const when = moment(new Date(Date.parse(outcome.training.endsAt) + GRACE_MS), language);
      return { style: 'warning', heading: text.late, body: text.lateSince(when) };
    }
    default:
      return { style: 'warning', heading: text[outcome.kind], body: text[`${outcome.kind}Meaning`] };
  }
}

export const inOneLine = ({ heading, body }: Told): string =>
  `${heading.endsWith('.') ? heading : `${heading}.`} ${body}`.trimEnd();
