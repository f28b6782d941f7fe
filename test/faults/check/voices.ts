/**
 * The voice of who reported: they are asked some days after the closing; what they answer is kept and counted once, and
 * only those read it who have nothing to do with the case and do not lead them.
 */
import type { Person } from '../../../src/platform/people/person.js';
import { textIn } from '../../../src/platform/text/catalogue.js';
import {
  conversationOf,
  type EntryOf,
  entriesOf,
  type History,
  numbersIn,
  readByPeople,
} from '../history.js';
import type { StoredEffect } from './effects.js';
import { tooOften } from './excuses.js';
import type { Facts, StoredCase, StoredVoice } from './facts.js';
import { voiceToldBy } from './news.js';
import { leftLying } from './outbox.js';
import { type Chapter, momentOf, numberOf, storyOf, teamIn } from './stories.js';
import { type Check, doubled, lost, type Violation, wrong } from './violation.js';

const DAY_MS = 86_400_000;
/** Five working days are over by then, and fifteen are not. */
const ASKED_MS = { from: 10.5 * DAY_MS, until: 18 * DAY_MS };
const ASKED = 'asked';
const ANSWERED = 'answered';

export const checkVoices: Check = (history, facts) => [
  ...facts.cases.flatMap((one) => neverAsked(history, one, facts)),
  ...facts.voices.flatMap((voice) => {
    const one = facts.cases.find(({ id }) => id === voice.caseId);
    if (!one) return [wrong(`there is a voice of ${voice.caseId}, which is no case`)];
    return [
      ...leftLying(history, voice, facts.now),
      ...wronglyTold(history, facts, voice),
      ...notCounted(facts, one, voice),
      ...neverArrived(history, one, voice),
    ];
  }),
  ...forgotten(history, facts),
];

function closingOf(one: StoredCase): Chapter | undefined {
  const story = storyOf(one);
  return story.at(-1)?.after.state === 'closed'
    ? story.findLast(({ event: { body } }) => body.type === 'closed')
    : undefined;
}

function neverAsked(history: History, one: StoredCase, { voices, now }: Facts): Violation[] {
  const closing = closingOf(one);
  if (!closing) return [];
  const age = now - momentOf(history)(closing.event);
  const isDue = age > ASKED_MS.from && age < ASKED_MS.until;
  return isDue && !voices.some(({ caseId }) => caseId === one.id)
    ? [lost(`${closing.after.number}: the reporter was never asked how it went`)]
    : [];
}

/** Those who read what a reporter says in confidence. */
export function confidantsOf({ people }: History, { cases }: Facts, { caseId }: StoredVoice): string[] {
  const one = cases.find(({ id }) => id === caseId);
  const last = one && storyOf(one).at(-1)?.after;
  if (!one || !last) return [];
  const { reporterId = '', excludedIds, formerIds, assignee, commitments } = last;
  const hidden = [
    reporterId,
    ...excludedIds,
    ...formerIds,
    ...(assignee.kind === 'person' ? [assignee.id] : []),
    ...lineOf(people, reporterId),
    ...one.events.map(({ actorId }) => actorId),
    ...commitments.map(({ personId }) => personId),
  ];
  return teamIn(people).filter((id) => !hidden.includes(id));
}

function lineOf(people: readonly Person[], personId: string): string[] {
  const superiorId = people.find(({ id }) => id === personId)?.superiorId;
  return superiorId === undefined ? [] : [superiorId, ...lineOf(people, superiorId)];
}

/** A case that goes on after the answer may make somebody a party to it who was told before. */
function wronglyTold(history: History, facts: Facts, voice: StoredVoice): Violation[] {
  const { answer, caseId } = voice;
  const told = voice.outbox.filter(({ kind }) => kind === 'voice.tell').map(({ target }) => target);
  const due = answer && (answer.retaliation || answer.comment) ? confidantsOf(history, facts, voice) : [];
  const one = facts.cases.find(({ id }) => id === caseId);
  const isAsItWas = one !== undefined && closingOf(one) !== undefined;
  return [
    ...due.filter((id) => !told.includes(id)).map((id) => lost(`${caseId}: ${id} is not told of the voice`)),
    ...(isAsItWas ? told.filter((id) => !due.includes(id)) : []).map((id) =>
      wrong(`${caseId}: ${id} is told of the voice, and may not read it`),
    ),
  ];
}

/** A voice counts in its month, and for the leader who closed the case; for nobody if that case is protected. */
function notCounted(
  { counted, heard }: Facts,
  one: StoredCase,
  { caseId, outbox }: StoredVoice,
): Violation[] {
  const isDone = outbox.some(({ kind, status }) => kind === 'voice.count' && status === 'sent');
  const isProtected = storyOf(one).at(-1)?.after.protectedBy !== undefined;
  const wrongly = (where: readonly string[], what: string) => {
    const times = where.filter((id) => id === caseId).length;
    if (times > 1) return [doubled(`the voice of ${caseId} counts ${times} times ${what}`)];
    return isDone && times === 0 ? [lost(`the voice of ${caseId} does not count ${what}`)] : [];
  };
  const inMonth = wrongly(heard, 'in its month');
  if (!isProtected) return [...inMonth, ...wrongly(counted, 'for its leader')];
  return counted.includes(caseId)
    ? [...inMonth, wrong(`the voice of ${caseId}, which is protected, counts for a leader`)]
    : inMonth;
}

/** What is marked as sent has arrived, and nothing twice. */
function neverArrived(history: History, one: StoredCase, voice: StoredVoice): Violation[] {
  const number = numberOf(one);
  const asks = voice.outbox.filter(({ kind }) => kind === 'voice.ask');
  const tells = voice.outbox.filter(({ kind }) => kind === 'voice.tell');
  const [reporter = ''] = asks.map(({ target }) => target);
  // Nothing is asked any more once it was answered, or the case goes on.
  const isOpen = closingOf(one) !== undefined && voice.answeredAt === '';
  return [
    ...saidWrongly(history, { number, type: ASKED, person: reporter }, asks, isOpen),
    ...tells.flatMap((row) =>
      saidWrongly(
        history,
        { number, type: ANSWERED, person: row.target },
        [row],
        closingOf(one) !== undefined,
      ),
    ),
  ];
}

function saidWrongly(
  history: History,
  { number, type, person }: Record<'number' | 'type' | 'person', string>,
  rows: readonly StoredEffect[],
  mustArrive: boolean,
): Violation[] {
  const sends = entriesOf(history, 'sent').filter(
    (entry) =>
      entry.method === 'post' && entry.conversation === conversationOf(person) && tells(entry, number, type),
  );
  const sent = rows.filter(({ status }) => status === 'sent').length;
  const arrived = sends.filter((entry) => entry.arrived).length;
  const excess = tooOften(history, sends, rows.length, true);
  return [
    ...(excess ? [doubled(`${number}: the voice, "${type}", ${excess}`)] : []),
    ...(mustArrive && arrived < sent
      ? [lost(`${number}: "${type}" of the voice is marked as sent to ${person}, and was not`)]
      : []),
  ];
}

const tells = ({ shown }: EntryOf<'sent'>, number: string, type: string): boolean =>
  shown !== undefined && voiceToldBy(shown.text) === type && numbersIn(shown.text).includes(number);

const THANKS = (['es', 'en'] as const).flatMap((language) => {
  const { thanks, thanksTold } = textIn(language).cases.voice;
  return [thanks, thanksTold];
});

/** Who got thanks for an answer has one that is kept, of the cases that they answered about. */
function forgotten(history: History, { voices }: Facts): Violation[] {
  const said = entriesOf(history, 'said').filter(({ verb }) => verb === 'voice.answer');
  const isKept = (id: string) => voices.some(({ caseId, answeredAt }) => caseId === id && answeredAt !== '');
  return readByPeople(history)
    .filter(({ shown }) => THANKS.some((words) => shown.text.includes(words)))
    .filter(
      (read) => !said.some((each) => each.person === read.person && each.at <= read.at && isKept(each.draft)),
    )
    .map(({ person }) => lost(`a voice of ${person} was taken and is not kept`));
}
