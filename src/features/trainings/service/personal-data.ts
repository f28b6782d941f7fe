/** What trainings keep about a person: where they were, and what they announced. */
import type { Clock } from '../../../platform/clock.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { type Attendee, personKey } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

const PAGE_SIZE = 100;

export function trainingData(parts: {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  clock: Clock;
}): DataProvider[] {
  const { trainings, attendance, clock } = parts;
  return [
    {
      name: 'attendance',
      dataOf: async (personId) => {
        const attended: object[] = [];
        for await (const training of trainings.until(clock())) {
          const key = personKey(personId);
          const attendee = await attendance.find(training.id, key);
          const corrections = await correctionsOf(attendance, training.id, key);
          if (!attendee && corrections.length === 0) continue;
          attended.push({ ...announced(training), ...(attendee && registered(attendee)), corrections });
        }
        return attended;
      },
    },
    {
      name: 'trainings',
      dataOf: async (personId) => {
        const given: object[] = [];
        let token: string | undefined;
        do {
          const page = await trainings.ofTrainer(personId, PAGE_SIZE, token);
          given.push(...page.trainings.map(announced));
          token = page.next;
        } while (token !== undefined);
        return given;
      },
    },
  ];
}

const registered = ({ name, area, contact, at, means, authorisation }: Attendee) => ({
  name,
  area,
  email: contact,
  at,
  means,
  authorisation,
});

/** What a trainer changed about somebody by hand: never who did. */
async function correctionsOf(
  attendance: AttendanceStore,
  trainingId: string,
  key: string,
): Promise<object[]> {
  const all = await attendance.corrections(trainingId);
  return all
    .filter(({ attendeeKey }) => attendeeKey === key)
    .map(({ at, kind, reason }) => ({ at, correction: kind, words: reason }));
}

const announced = ({ title, startsAt, place }: Training) => ({ title, startsAt, place });
