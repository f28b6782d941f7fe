/** A request of somebody to have their data corrected, and what is to be done about it next. */

/** All moments are ISO 8601 in UTC, and empty before they have come. */
export interface Correction {
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

/** The end of the last of so many business days after a moment. */
export type BusinessDaysAfter = (days: number, from: Date) => Date;

export type Step = { kind: 'tell-team' | 'deliver' | 'done' } | { kind: 'wait'; until: Date };

/** Ley 1581 de 2012, article 15: a claim is answered within fifteen business days of the day after it came. */
export const ANSWER_DAYS = 15;
/** From then on the team is reminded, at the end of each business day until somebody has answered. */
const REMIND_DAYS = 12;

/** What a request needs at a moment. */
export function nextStep(correction: Correction, now: Date, businessDaysAfter: BusinessDaysAfter): Step {
  const { at, toldAt, answeredAt, deliveredAt } = correction;
  if (answeredAt) return { kind: deliveredAt ? 'done' : 'deliver' };
  if (!toldAt) return { kind: 'tell-team' };
  const reminders = businessDaysAfter(REMIND_DAYS, new Date(at));
  const next = businessDaysAfter(1, new Date(toldAt));
  const until = new Date(Math.max(reminders.getTime(), next.getTime()));
  return until > now ? { kind: 'wait', until } : { kind: 'tell-team' };
}
