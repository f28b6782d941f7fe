/** What trainings keep about a person: where they were, and what they announced. */
import type { Clock } from '../clock.js';
import type { DataProvider } from '../people/data-provider.js';
import type { AttendanceStore } from './attendance-store.js';
import { personKey } from './attendee.js';
import type { TrainingStore } from './store.js';
import type { Training } from './training.js';

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
          const attendee = await attendance.find(training.id, personKey(personId));
          if (!attendee) continue;
          const { at, means, authorisation } = attendee;
          attended.push({ ...announced(training), at, means, authorisation });
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

const announced = ({ title, startsAt, place }: Training) => ({ title, startsAt, place });
