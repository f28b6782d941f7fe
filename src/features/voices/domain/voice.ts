/**
 * The voice of who reported, some days after the closing: satisfied or not, whether reporting brought them trouble, and a
 * comment. It is kept apart from the case, so that nothing of the case tells whether somebody answered.
 */
import { z } from 'zod';
import type { BusinessCalendar } from '../../../platform/calendar/business-time.js';

export const SATISFACTION = ['yes', 'partly', 'no'] as const;
export type Satisfaction = (typeof SATISFACTION)[number];

export const voiceAnswer = z.object({
  satisfied: z.enum(SATISFACTION),
  /** Reporting brought them trouble. */
  retaliation: z.boolean(),
  comment: z.string(),
});
export type VoiceAnswer = z.output<typeof voiceAnswer>;

export const VOICE_PHASES = ['ask', 'remind'] as const;
export type VoicePhase = (typeof VOICE_PHASES)[number];

/** Business days after the closing; a case can be reopened for 15. Time enough to learn whether it helped. */
const AFTER_DAYS: Readonly<Record<VoicePhase, number>> = { ask: 5, remind: 10 };

/**
 * When somebody is asked, and reminded once.
 * @param askedAt when they were asked: a reminder leaves them the same days, also where the question came late.
 */
export function momentOfVoice(
  calendar: BusinessCalendar,
  phase: VoicePhase,
  closedAt: Date,
  askedAt?: Date,
): Date {
  const planned = calendar.afterDays(AFTER_DAYS[phase], closedAt);
  const left = askedAt && calendar.afterDays(AFTER_DAYS.remind - AFTER_DAYS.ask, askedAt);
  return left && left > planned ? left : planned;
}

/** Answers about trouble, or with words, are passed on to readers. */
export const isToBeRead = ({ retaliation, comment }: VoiceAnswer): boolean => retaliation || comment !== '';
