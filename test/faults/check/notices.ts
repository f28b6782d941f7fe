/**
 * Every due notice is sent, pending, unknown or parked, and never absent. What is marked as sent has arrived. When all
 * is calm again, nothing that is due is left lying.
 */

import { isUnreceived } from '../../../src/features/cases/domain/effects.js';
import {
  conversationOf,
  type EntryOf,
  entriesOf,
  type History,
  numbersIn,
  readByPeople,
} from '../history.js';
import type { StoredCase, StoredEffect, StoredEvent } from './facts.js';
import { tellsUnreceived, toldBy } from './news.js';
import { type Chapter, holdersOf, momentOf, storyOf } from './stories.js';
import { type Check, groupBy, lost, type Violation, wrong } from './violation.js';

const STATUSES = ['pending', 'sent', 'unknown', 'parked'];
/** A row that is due is taken up within this time, in calm weather. */
const PATIENCE_MS = 10 * 60_000;
/** A deadline that nobody kept is made up for within this time. */
const AUDIT_MS = 30 * 60_000;

/** What the reporter is told in a line. */
const NEWS = [
  'accepted',
  'rejected',
  'asked',
  'reclassified',
  'escalated',
  'reassigned',
  'climbed',
  'closed',
];

/** The reporter hears of these only once they can no longer be taken back. */
const WAITING = ['rejected', 'closed'];

const isNews = ({ body }: StoredEvent) =>
  body.type === 'undone' ? !WAITING.includes(body.of) : NEWS.includes(body.type);

/** Somebody gave the case to others, who have to be told instead. */
const HANDED_ON = ['reassigned', 'escalated'];

export const checkNotices: Check = (history, facts) =>
  facts.cases.flatMap((one) => {
    const story = storyOf(one);
    return [
      ...absentIn(history, one, story),
      ...leftLying(history, one, story, facts.now),
      ...neverArrived(history, one, story),
      ...givenUp(history, one, story),
      ...nobodyKnows(history, one, story),
    ];
  });

/** The effects that each event must have, by a list of our own. */
function absentIn(history: History, one: StoredCase, story: readonly Chapter[]): Violation[] {
  return story.flatMap(({ event, after }, at) => {
    const before = story[at - 1]?.after;
    const has = (kind: string, target: string) =>
      one.outbox.some((row) => row.seq === event.seq && row.kind === kind && row.target === target);
    const isNewStep = after.dueAt !== undefined && after.step !== before?.step;
    const due: [string, string][] = [
      ['case.index', ''],
      ['case.card', after.reporterId ?? ''],
      ...holdersOf(history.people, after).map((id): [string, string] => ['case.card', id]),
      ...(isNewStep ? [['case.deadline', ''] as [string, string]] : []),
      ...(isNews(event) && event.actorId !== after.reporterId
        ? [['case.news', after.reporterId ?? ''] as [string, string]]
        : []),
    ];
    return due
      .filter(([kind, target]) => !has(kind, target))
      .map(([kind, target]) =>
        lost(`${after.number}: event ${event.seq} has no ${kind} for ${target || 'itself'}`),
      );
  });
}

function leftLying(
  { clocksApartMs }: History,
  { id, outbox }: StoredCase,
  story: readonly Chapter[],
  now: number,
): Violation[] {
  const last = story.at(-1)?.after;
  const isOverdue = (at: string, patienceMs: number) =>
    (at === '' ? 0 : Date.parse(at)) + patienceMs + clocksApartMs < now;
  const stuck = outbox.filter(
    ({ status, notBefore }) => status === 'pending' && isOverdue(notBefore, PATIENCE_MS),
  );
  const strange = outbox.filter(({ status }) => !STATUSES.includes(status));
  const dueAt = last?.dueAt;
  const remindAt = last?.remindAt;
  return [
    ...stuck.map(({ seq, kind, target }) =>
      lost(`${id}: ${kind} of event ${seq} for ${target} is left lying`),
    ),
    ...strange.map(({ status }) => wrong(`${id} has a notice with the status ${status}`)),
    ...(dueAt !== undefined && isOverdue(dueAt, AUDIT_MS) ? [lost(`${id} was due at ${dueAt}`)] : []),
    ...(remindAt !== undefined && isOverdue(remindAt, AUDIT_MS)
      ? [lost(`${id}: nobody was reminded at ${remindAt}`)]
      : []),
  ];
}

/** Only those who cannot be reached are given up, and that is on record. */
function givenUp(history: History, { id, outbox }: StoredCase, story: readonly Chapter[]): Violation[] {
  const refusing = new Set(
    entriesOf(history, 'sent')
      .filter(({ status }) => status === 403)
      .map(({ conversation }) => conversation),
  );
  const parked = outbox.filter(({ status }) => status === 'parked');
  const early = parked.filter(({ target }) => !refusing.has(conversationOf(target)));
  const silent = parked.filter(
    ({ target }) =>
      !story.some(({ event: { body } }) => body.type === 'undelivered' && body.personId === target),
  );
  return [
    ...early.map(({ kind, target }) => lost(`${id}: ${kind} for ${target} was given up, who can be reached`)),
    ...silent.map(({ kind, target }) => lost(`${id}: ${kind} for ${target} was given up without a trace`)),
  ];
}

const tells =
  (number: string) =>
  ({ shown }: EntryOf<'sent'>) =>
    shown !== undefined && numbersIn(`${shown.text} ${shown.summary}`).includes(number);
const isOf = (number: string) => (entry: EntryOf<'sent'>) => entry.arrived && tells(number)(entry);

const UNRECEIVED = 'unreceived';

/** A notice with the status `sent` has been sent. */
function neverArrived(history: History, one: StoredCase, story: readonly Chapter[]): Violation[] {
  const number = story[0]?.after.number ?? '';
  const reporterId = story[0]?.after.reporterId ?? '';
  const moment = momentOf(history);
  const sent = entriesOf(history, 'sent').filter(isOf(number));
  const lines = sent.filter(
    ({ method, conversation }) => method === 'post' && conversation === conversationOf(reporterId),
  );
  const done = one.outbox.filter(({ status, target }) => status === 'sent' && target === reporterId);
  // What was taken back before it was told is not told.
  const isUndone = ({ seq }: StoredEffect) => story[seq]?.event.body.type === 'undone';
  const typeOf = ({ seq }: StoredEffect) => {
    const chapter = story[seq - 1];
    const type = chapter?.event.body.type;
    if (!chapter || !type) return '';
    return isUnreceived(chapter.after, type) ? UNRECEIVED : type;
  };
  // Once somebody has received it, this line is not sent any more.
  const isReceived = story.some(({ event: { body } }) => body.type === 'accepted');
  const isTold = (type: string, text: string) =>
    type === UNRECEIVED ? tellsUnreceived(text) : toldBy(text) === type;
  const news = groupBy(
    done.filter((row) => row.kind === 'case.news' && !isUndone(row)),
    typeOf,
  );
  const missing = [...news].filter(
    ([type, rows]) =>
      !(type === UNRECEIVED && isReceived) &&
      lines.filter(({ shown }) => isTold(type, shown?.text ?? '')).length < rows.length,
  );
  const takenBack = WAITING.filter((type) => {
    const such = story.filter(({ event }) => event.body.type === type);
    const isUndoneAlways = such.every(({ event }) => story[event.seq]?.event.body.type === 'undone');
    return isUndoneAlways && lines.some(({ shown }) => isTold(type, shown?.text ?? ''));
  });
  const last = done.filter(({ kind }) => kind === 'case.card').at(-1);
  const event = last && story[last.seq - 1]?.event;
  const isShown =
    !event ||
    readByPeople(history).some(
      ({ at, person, shown }) =>
        person === reporterId && at >= moment(event) && numbersIn(shown.text).includes(number),
    );
  return [
    ...missing.map(([type]) =>
      lost(`${number}: the reporter was not told of "${type}", which is marked as sent`),
    ),
    ...takenBack.map((type) => wrong(`${number}: the reporter was told of "${type}", which was taken back`)),
    ...(isShown ? [] : [lost(`${number}: the reporter's card is not up to date, and marked as sent`)]),
  ];
}

/** "Le avisamos enseguida": somebody who attends was told, or it is still under way, or was noted as undelivered. */
function nobodyKnows(history: History, one: StoredCase, story: readonly Chapter[]): Violation[] {
  const moment = momentOf(history);
  return story.flatMap(({ event, after }, at) => {
    const before = story[at - 1]?.after;
    const isHandedOver =
      after.dueAt !== undefined && JSON.stringify(after.assignee) !== JSON.stringify(before?.assignee);
    if (!isHandedOver) return [];
    const holders = holdersOf(history.people, after);
    const rows = one.outbox.filter(
      ({ seq, kind, target }) => seq === event.seq && kind === 'case.card' && holders.includes(target),
    );
    const isOpen = rows.some(({ status }) => status === 'pending' || status === 'parked');
    const tries = entriesOf(history, 'sent').filter(
      (entry) =>
        tells(after.number)(entry) &&
        entry.at >= moment(event) &&
        holders.some((id) => entry.conversation === conversationOf(id)),
    );
    const isKnown = tries.some(({ arrived }) => arrived);
    const later = story.slice(at + 1);
    const isPast = later.some(
      ({ event: { body }, after: { dueAt } }) => dueAt === undefined || HANDED_ON.includes(body.type),
    );
    // Teams took nothing for them until the deadline passed; the next one, who has it since, is checked as well.
    const climbed = later.find(({ event: { body } }) => body.type === 'climbed');
    const isTriedInVain = climbed && tries.some((entry) => entry.at <= moment(climbed.event));
    return isOpen || isKnown || isPast || isTriedInVain || holders.length === 0
      ? []
      : [lost(`${after.number}: nobody who attends to it was told (event ${event.seq})`)];
  });
}
