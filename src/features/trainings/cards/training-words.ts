/** The facts of a training that every card and page shows. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import { calendarDay, timeOfDay, weekday } from '../../../platform/text/dates.js';
import type { Training } from '../domain/training.js';
import { type Language, textIn } from '../text/catalogue.js';

/** The hours, the trainer and the place. */
export function factsOf(training: Training, language: Language): { label: string; value: string }[] {
  const { fact, when } = textIn(language).trainings;
  const startsAt = new Date(training.startsAt);
  const from = timeOfDay(startsAt, language);
  const to = timeOfDay(new Date(training.endsAt), language);
  return [
    { label: fact.when, value: when(weekday(startsAt, language), from, to) },
    { label: fact.trainer, value: training.trainerName },
    ...(training.place ? [{ label: fact.place, value: training.place }] : []),
  ];
}

/** The day and the hours, with the year: a list goes back for years. */
export function whenOf({ startsAt, endsAt }: Training, language: Language): string {
  const { when } = textIn(language).trainings;
  const from = new Date(startsAt);
  const day = calendarDay(bogotaDay(from), language);
  return when(day, timeOfDay(from, language), timeOfDay(new Date(endsAt), language));
}

/** The number of attendees, in words. */
export function countOf({ state, capacity }: Training, count: number, language: Language): string {
  const text = textIn(language).trainings;
  if (state === 'closed') return text.finalCount(count);
  return capacity > 0 ? text.countOf(count, capacity) : text.count(count);
}
