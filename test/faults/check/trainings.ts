/**
 * Trainings: each is posted once, who was told that they are on the list stands on it once, and nobody has a seat that
 * somebody else has or that does not exist.
 */
import { textIn } from '../../../src/features/trainings/text/catalogue.js';
import { CHANNEL, type EntryOf, entriesOf, type History, type Read, readByPeople } from '../history.js';
import { tooOften } from './excuses.js';
import type { StoredTraining } from './other-facts.js';
import { type Check, doubled, groupBy, lost, type Violation, wrong } from './violation.js';

const WORDS = (['es', 'en'] as const).map((language) => textIn(language).trainings);
const POSTED = WORDS.map(({ created }) => created);
const ATTENDS = WORDS.flatMap(({ outcome: { registered, already } }) =>
  [registered, already].flatMap((words) => [`${words}.`, `${words}\n`]),
);
const tellsOfAttendance = (text: string) => ATTENDS.some((words) => text.includes(words));
const tellsOfPosting = (text: string) => POSTED.some((words) => text.includes(words));

export const checkTrainings: Check = (history, { trainings }) => {
  const read = readByPeople(history);
  return [
    ...unknownIn(history, read, trainings),
    ...trainings.flatMap((training) => [
      ...posts(history, read, training),
      ...unlisted(read, training),
      ...seats(history, training),
    ]),
  ];
};

/** The words in the titles with which a training was sent: who sends its form again may have changed it. */
export const markersOfTraining = (history: History, { id }: Pick<StoredTraining, 'id'>): string[] =>
  entriesOf(history, 'said')
    .filter(({ verb, marker, draft }) => verb === 'training.create' && marker !== '' && draft === id)
    .map(({ marker }) => marker);

const titleWith = (marker: string) => `Taller ${marker}`;

/** Whether what stands in the channel is this training, by the title that it has or had. */
export function isCardOf(
  history: History,
  training: Pick<StoredTraining, 'id' | 'title'>,
): (entry: EntryOf<'sent'>) => boolean {
  const titles = [training.title, ...markersOfTraining(history, training).map(titleWith)];
  return ({ method, conversation, shown }) =>
    method === 'post' && conversation === CHANNEL && titles.some((title) => shown?.text.includes(title));
}

/** What stands in the channel, or was acknowledged, is a training. */
function unknownIn(
  history: History,
  read: readonly Read[],
  trainings: readonly StoredTraining[],
): Violation[] {
  const forms = entriesOf(history, 'said').filter(
    ({ verb, marker }) => verb === 'training.create' && marker !== '',
  );
  const titles = forms
    .filter(({ draft }) => !trainings.some(({ id }) => id === draft))
    .map(({ marker }) => titleWith(marker));
  return [...new Set(titles)]
    .filter((title) =>
      read.some(
        ({ person, shown: { text } }) =>
          text.includes(title) && (person === CHANNEL || tellsOfPosting(text) || tellsOfAttendance(text)),
      ),
    )
    .map((title) => lost(`the training "${title}" was posted and is not kept`));
}

function posts(history: History, read: readonly Read[], training: StoredTraining): Violation[] {
  const { title, messageId } = training;
  const sends = entriesOf(history, 'sent').filter(isCardOf(history, training));
  const isTold = read.some(({ shown: { text } }) => text.includes(title) && tellsOfPosting(text));
  const excess = tooOften(history, sends, 1, true);
  return [
    ...((isTold || messageId !== '') && !sends.some(({ arrived }) => arrived)
      ? [lost(`the training "${title}" is told as posted, and was not`)]
      : []),
    ...(excess ? [doubled(`the training "${title}" ${excess}`)] : []),
  ];
}

function unlisted(read: readonly Read[], { title, attendees, removed }: StoredTraining): Violation[] {
  const told = new Set(
    read
      .filter(({ shown: { text } }) => text.includes(title) && tellsOfAttendance(text))
      .map(({ person }) => person),
  );
  const rows = groupBy(attendees, ({ personId }) => personId);
  return [
    ...[...told]
      .filter((person) => !rows.has(person) && !removed.includes(person))
      .map((person) => lost(`${person} was told to be on the list of "${title}", and is not`)),
    ...[...rows]
      .filter(([, all]) => all.length > 1)
      .map(([person]) => doubled(`${person} is on the list of "${title}" more than once`)),
  ];
}

/** Whose first form posted nothing that the bot knows of may send another one with another limit; seats are kept. */
function seats(history: History, training: StoredTraining): Violation[] {
  const { title, capacity, attendees, seats: taken } = training;
  const isOtherForm = markersOfTraining(history, training).length > 1;
  const seated = attendees.map(({ seat }) => seat).filter((seat) => seat >= 0);
  const isAsListed = String(seated.sort(byNumber)) === String([...taken].sort(byNumber));
  const isWithin = isOtherForm || seated.every((seat) => seat < capacity);
  return isAsListed && isWithin && new Set(seated).size === seated.length
    ? []
    : [wrong(`the seats of "${title}" are not those of its list`)];
}

const byNumber = (one: number, other: number) => one - other;
