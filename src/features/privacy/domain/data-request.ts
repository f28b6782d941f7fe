/** A request to correct personal data, and its next step. */
import type { BusinessCalendar } from '../../../platform/calendar/business-time.js';

/** All times are ISO 8601 in UTC; empty until they happen. */
export interface DataRequest {
  number: string;
  personId: string;
  words: string;
  at: string;
  dueAt: string;
  /** Last notice or reminder to the humanization team. */
  toldAt: string;
  answer: string;
  answeredAt: string;
  answeredBy: string;
  /** The answer was delivered, or the team was told that it cannot be. */
  deliveredAt: string;
}

export type Step = { kind: 'tell-team' | 'deliver' | 'done' } | { kind: 'wait'; until: Date };

/** Ley 1581 de 2012, article 15: fifteen business days to answer a claim, from the day after receipt. */
export const ANSWER_DAYS = 15;
/** From this business day on, the team is reminded at the end of each business day until it has answered. */
const REMIND_DAYS = 12;

export function nextStep(request: DataRequest, now: Date, calendar: BusinessCalendar): Step {
  const { at, toldAt, answeredAt, deliveredAt } = request;
  if (answeredAt) return { kind: deliveredAt ? 'done' : 'deliver' };
  if (!toldAt) return { kind: 'tell-team' };
  const reminders = calendar.endOfDay(REMIND_DAYS, new Date(at));
  const next = calendar.endOfDay(1, new Date(toldAt));
  const until = new Date(Math.max(reminders.getTime(), next.getTime()));
  return until > now ? { kind: 'wait', until } : { kind: 'tell-team' };
}
