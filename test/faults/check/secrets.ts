/** Nobody reads what they may not know. */
import { entriesOf, type History, numbersIn, type Read, readByPeople } from '../history.js';
import type { Facts, StoredCase } from './facts.js';
import { type Chapter, numberOf, storyOf, teamOf } from './stories.js';
import { type Check, type Violation, wrong } from './violation.js';

export const checkSecrets: Check = (history, facts) => {
  const read = readByPeople(history);
  return [
    ...facts.cases.flatMap((one) => strangersIn(history, one, read)),
    ...facts.cases.flatMap((one) => namesIn(history, one, read)),
    ...overheardIn(history, facts, read),
  ];
};

/** Only the reporter, who has or had the case, and the team read its number. */
function strangersIn(history: History, one: StoredCase, read: readonly Read[]): Violation[] {
  const story = storyOf(one);
  const number = numberOf(one);
  const known = new Set(insiders(history, story, 0));
  const strangers = read.filter(
    ({ person, shown }) => numbersIn(shown.text).includes(number) && !known.has(person),
  );
  return [...new Set(strangers.map(({ person }) => person))].map((person) =>
    wrong(`${person} read of ${number} and has nothing to do with it`),
  );
}

/** Who may read what came with the event at this place of the story: a former holder not what came later. */
function insiders(history: History, story: readonly Chapter[], from: number): string[] {
  return story
    .slice(from)
    .flatMap(({ after }) => [
      after.reporterId ?? '',
      ...teamOf(history.people, after),
      ...(after.assignee.kind === 'person' ? [after.assignee.id] : []),
    ]);
}

/** The reporter of a confidential case is not named to others, but to a team member who gave a reason. */
function namesIn(history: History, one: StoredCase, read: readonly Read[]): Violation[] {
  const last = storyOf(one).at(-1)?.after;
  const name = history.people.find(({ id }) => id === last?.reporterId)?.name;
  if (!last?.report.confidential || name === undefined) return [];
  const told = read.filter(
    ({ person, shown }) =>
      person !== last.reporterId &&
      !last.identifiedBy.includes(person) &&
      numbersIn(shown.text).join() === last.number &&
      shown.text.includes(name),
  );
  return told.map(({ person }) => wrong(`${person} read who reported ${last.number} in confidence`));
}

/** The words of a person are read by themselves, and by those who may read the case that they belong to. */
function overheardIn(history: History, { cases }: Facts, read: readonly Read[]): Violation[] {
  const stories = cases.map(storyOf);
  return entriesOf(history, 'said')
    .filter(({ marker, delivery }) => marker !== '' && delivery === 1)
    .flatMap(({ marker, person }) => {
      const readers = new Set(
        read.filter(({ shown }) => shown.text.includes(marker)).map((each) => each.person),
      );
      const allowed = new Set([
        person,
        ...stories.flatMap((story) => {
          const at = story.findIndex(({ event }) => JSON.stringify(event.body).includes(marker));
          return at < 0 ? [] : insiders(history, story, at);
        }),
      ]);
      return [...readers]
        .filter((reader) => !allowed.has(reader))
        .map((reader) => wrong(`${reader} read what ${person} told others: ${marker}`));
    });
}
