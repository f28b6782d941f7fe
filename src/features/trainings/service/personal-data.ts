/** The personal data in trainings: those a person attended, and those a person gives or announced. */
import type { Clock } from '../../../platform/clock.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { type Attendee, personKey } from '../domain/attendee.js';
import type { Presence } from '../domain/presence.js';
import { minutesOf } from '../domain/session.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { MeetingStore } from '../store/meeting-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { type Language, textIn } from '../text/catalogue.js';

const PAGE_SIZE = 100;

interface Stores {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  meetings: MeetingStore;
}

export function trainingData(parts: Stores & { clock: Clock }): DataProvider[] {
  const { trainings, clock } = parts;
  return [
    { name: 'attendance', wordsOf, dataOf: (personId) => attended(parts, personId, clock()) },
    { name: 'trainings', dataOf: (personId) => given(trainings, personId) },
  ];
}

const wordsOf = (language: Language) => {
  const { means, sheet } = textIn(language).trainings;
  const { added, 'added-over': addedOver, removed } = sheet;
  return { means, correction: { added, 'added-over': addedOver, removed } };
};

/** The trainings that a person attended, or was added to or removed from by hand, or was in the meeting of. */
async function attended(
  { trainings, attendance, meetings }: Stores,
  personId: string,
  now: Date,
): Promise<object[]> {
  const key = personKey(personId);
  const found: object[] = [];
  for await (const training of trainings.until(now)) {
    const attendee = await attendance.find(training.id, key);
    const corrections = await correctionsOf(attendance, training.id, key);
    const stay = await meetings.find(training.id, key);
    if (!attendee && !stay && corrections.length === 0) continue;
    found.push({
      ...announced(training),
      ...(attendee && registered(attendee)),
      ...(stay && inMeeting(stay)),
      corrections,
    });
  }
  return found;
}

/** The trainings that a person gives or announced. */
async function given(trainings: TrainingStore, personId: string): Promise<object[]> {
  const found: object[] = [];
  let token: string | undefined;
  do {
    const page = await trainings.ofTrainer(personId, PAGE_SIZE, token);
    found.push(...page.trainings.map(announced));
    token = page.next;
  } while (token !== undefined);
  return found;
}

/** The manual corrections that concern a person, without the name of the trainer. */
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

/** Minutes are a number only where it is known how long the person was there. */
const inMeeting = ({ sessions, since }: Presence) => ({
  inMeeting: sessions,
  ...(sessions.length > 0 && { minutes: minutesOf(sessions) }),
  ...(since !== undefined && { inMeetingSince: since }),
});

const registered = ({ name, area, contact, at, means, authorisation }: Attendee) => ({
  name,
  area,
  email: contact,
  at,
  means,
  authorisation,
});
