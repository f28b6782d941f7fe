/** A request to have one's data corrected, and what is to be done about it next. */
import type { BusinessCalendar } from '../../../platform/calendar/business-time.js';

/** All moments are ISO 8601 in UTC, and empty before they have come. */
export interface DataRequest {
  number: string;
  personId: string;
  words: string;
  at: string;
  dueAt: string;
  /** When the humanization team was told last. */
  toldAt: string;
  answer: string;
  answeredAt: string;
  answeredBy: string;
  /** When the answer was delivered, or it was plain that it cannot be. */
  deliveredAt: string;
}

export type Step = { kind: 'tell-team' | 'deliver' | 'done' } | { kind: 'wait'; until: Date };

/** Ley 1581 de 2012, article 15: a claim is answered within fifteen business days of the day after it came. */
export const ANSWER_DAYS = 15;
/** From then on the team is reminded, at the end of each business day until somebody has answered. */
const REMIND_DAYS = 12;

/** What a request needs at a moment. */
export function nextStep(request: DataRequest, now: Date, calendar: BusinessCalendar): Step {
  const { at, toldAt, answeredAt, deliveredAt } = request;
  if (answeredAt) return { kind: deliveredAt ? 'done' : 'deliver' };
  if (!toldAt) return { kind: 'tell-team' };
  const reminders = calendar.endOfDay(REMIND_DAYS, new Date(at));
  const next = calendar.endOfDay(1, new Date(toldAt));
  const until = new Date(Math.max(reminders.getTime(), next.getTime()));
  return until > now ? { kind: 'wait', until } : { kind: 'tell-team' };
}
