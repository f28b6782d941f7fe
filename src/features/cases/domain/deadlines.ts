/** The deadlines of the steps of a case. */
import type { BusinessCalendar } from '../../../platform/calendar/business-time.js';
import type { HealthHours, StepTimes } from '../../../platform/calendar/step-times.js';
import type { Level } from '../../../platform/impact/assessment.js';
import type { Due, Priority } from './event.js';

const HOUR_MS = 3_600_000;
/** Business days in which a closed case may be reopened. */
const REOPEN_DAYS = 15;
/** Business hours until the humanization team is told again of a case that nobody attends to. */
const AGAIN_HOURS = 8;

export interface Deadlines {
  accept(level: Level, from: Date): Due;
  close(level: Level, from: Date): Due;
  /** When the level of a case has to be confirmed, ISO 8601, UTC. */
  confirm(from: Date): string;
  /** Of a health claim, from its report on; the reminder is half-way from now. Undefined when there are no such deadlines. */
  health?(priority: Exclude<Priority, 'none'>, reportedAt: Date, now: Date): Due;
  /** For a case that lapsed at the top of the line. */
  again(from: Date): Due;
  /** The last moment at which a case closed at `closedAt` may be reopened. */
  reopenBy(closedAt: Date): Date;
}

export function createDeadlines(
  times: StepTimes,
  calendar: BusinessCalendar,
  { confirmLevelHours, healthHours }: { confirmLevelHours: number; healthHours?: HealthHours | undefined },
): Deadlines {
  return {
    accept: (level, from) => {
      const hours = times[level].acceptHours;
      const after = level === 'high' ? clockHours : calendar.afterHours;
      return remindedHalfway((share) => after(hours * share, from));
    },
    close: (level, from) =>
      remindedHalfway((share) => calendar.afterDays(times[level].closeDays * share, from)),
    confirm: (from) => calendar.afterHours(confirmLevelHours, from).toISOString(),
    ...(healthHours && {
      health: (priority, reportedAt, now) => {
        const dueAt = clockHours(healthHours[priority], reportedAt);
        const halfway = new Date((now.getTime() + dueAt.getTime()) / 2);
        return { dueAt: dueAt.toISOString(), remindAt: halfway.toISOString() };
      },
    }),
    again: (from) => remindedHalfway((share) => calendar.afterHours(AGAIN_HOURS * share, from)),
    reopenBy: (closedAt) => calendar.afterDays(REOPEN_DAYS, closedAt),
  };
}

const clockHours = (hours: number, from: Date) => new Date(from.getTime() + hours * HOUR_MS);

function remindedHalfway(after: (share: number) => Date): Due {
  return { dueAt: after(1).toISOString(), remindAt: after(0.5).toISOString() };
}
