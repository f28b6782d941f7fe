/** Nobody reads what they may not know. */
import type { Person } from '../../../src/platform/people/person.js';
import { CHANNEL, entriesOf, type History, numbersIn, type Read, readByPeople } from '../history.js';
import { commitmentIn, keepersOf } from './commitments.js';
import type { Facts, StoredCase, StoredEvent } from './facts.js';
import { voiceToldBy } from './news.js';
import { markersOf } from './recognitions.js';
import { type Chapter, numberOf, storyOf, teamOf } from './stories.js';
import { markersOfTraining } from './trainings.js';
import { type Check, type Violation, wrong } from './violation.js';
import { confidantsOf } from './voices.js';

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
  const known = new Set(insidersOf(history.people, story, 0));
  const strangers = read.filter(
    ({ person, shown }) => !known.has(person) && numbersIn(shown.text).includes(number),
  );
  return [...new Set(strangers.map(({ person }) => person))].map((person) =>
    wrong(`${person} read of ${number} and has nothing to do with it`),
  );
}

/** Who may read what came with the event at this place of the story: a former holder not what came later. */
function insidersOf(people: readonly Person[], story: readonly Chapter[], from: number): string[] {
  return story
    .slice(from)
    .flatMap(({ after }) => [
      after.reporterId ?? '',
      ...teamOf(people, after),
      ...(after.assignee.kind === 'person' ? [after.assignee.id] : []),
    ]);
}

/** The reporter of a confidential case is not named to others, but to a team member who gave a reason. */
function namesIn(history: History, one: StoredCase, read: readonly Read[]): Violation[] {
  const story = storyOf(one);
  const last = story.at(-1)?.after;
  const name = history.people.find(({ id }) => id === last?.reporterId)?.name;
  // Who commits is named, whoever reported: a withheld name would tell that it was they.
  const hasCommitted = story.some(({ after }) =>
    after.commitments.some(({ personId }) => personId === after.reporterId),
  );
  if (!last?.report.confidential || name === undefined || hasCommitted) return [];
  const told = read.filter(
    ({ person, shown }) =>
      person !== last.reporterId &&
      !last.identifiedBy.includes(person) &&
      shown.text.includes(name) &&
      numbersIn(shown.text).join() === last.number &&
      // What was told in confidence comes with the name, as its form says.
      voiceToldBy(shown.text) !== 'answered',
  );
  return told.map(({ person }) => wrong(`${person} read who reported ${last.number} in confidence`));
}

/** The words of a person are read by themselves, and by those who may read what they belong to. */
function overheardIn(history: History, facts: Facts, read: readonly Read[]): Violation[] {
  const stories = facts.cases.map(storyOf);
  const others = readersOfOthers(history, facts);
  return entriesOf(history, 'said')
    .filter(({ marker, delivery }) => marker !== '' && delivery === 1)
    .flatMap(({ marker, person }) => {
      const readers = new Set(
        read.filter(({ shown }) => shown.text.includes(marker)).map((each) => each.person),
      );
      const allowed = new Set([
        person,
        ...stories.flatMap((story) => readersIn(history, story, marker)),
        ...facts.voices
          .filter(({ answer }) => answer?.comment.includes(marker))
          .flatMap((voice) => confidantsOf(history, facts, voice)),
        ...(others.get(marker) ?? []),
      ]);
      return [...readers]
        .filter((reader) => !allowed.has(reader))
        .map((reader) => wrong(`${reader} read what ${person} told others: ${marker}`));
    });
}

/** A training is for everybody; a recognition for its people and their superiors, and for the channel once they agree. */
function readersOfOthers(history: History, { trainings, sendings }: Facts): Map<string, string[]> {
  const everybody = [CHANNEL, ...history.people.map(({ id }) => id)];
  const ofTrainings = trainings
    .flatMap((training) => markersOfTraining(history, training))
    .map((marker): [string, string[]] => [marker, everybody]);
  const ofRecognitions = sendings
    .filter(({ state }) => state === 'sent')
    .flatMap((sending) => {
      const readers = sending.recognitions.flatMap(({ personId, superiorId, conversationId }) => [
        personId,
        superiorId,
        conversationId,
      ]);
      return markersOf(history, sending).map((marker): [string, string[]] => [marker, readers]);
    });
  return new Map([...ofTrainings, ...ofRecognitions]);
}

/** Looked at for each word that anybody said. */
const known = new WeakMap<StoredEvent, string>();
function wordsOf(event: StoredEvent): string {
  const words = known.get(event) ?? JSON.stringify(event.body);
  known.set(event, words);
  return words;
}

/** Who may read a word in the story of a case. What was agreed is for those who keep it, and not for the reporter. */
function readersIn({ people }: History, story: readonly Chapter[], marker: string): string[] {
  const at = story.findIndex(({ event }) => wordsOf(event).includes(marker));
  const chapter = story[at];
  if (!chapter) return [];
  const commitment = commitmentIn(chapter);
  const insiders = insidersOf(people, story, at);
  if (!commitment || isSummary(chapter, marker)) return insiders;
  const { reporterId } = chapter.after;
  const keepers = story.slice(at).flatMap(({ after }) => keepersOf(people, after, commitment));
  return [...insiders.filter((id) => id !== reporterId), ...keepers];
}

/** The reporter reads how a case was closed, also where something was agreed. */
const isSummary = ({ event: { body } }: Chapter, marker: string): boolean =>
  body.type === 'closed' && body.summary.includes(marker);
