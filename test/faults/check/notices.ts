/**
 * Every due notice is sent, pending, unknown or parked, and never absent. What is marked as sent has arrived. When all
 * is calm again, nothing that is due is left lying.
 */

import type { Case } from '../../../src/features/cases/domain/case.js';
import { isUnreceived } from '../../../src/features/cases/domain/effects.js';
import {
  conversationOf,
  type EntryOf,
  entriesOf,
  type History,
  numbersIn,
  readByPeople,
} from '../history.js';
import type { StoredEffect } from './effects.js';
import type { StoredCase, StoredEvent } from './facts.js';
import { tellsUnreceived, toldBy } from './news.js';
import { isOverdue, leftLying } from './outbox.js';
import { type Chapter, holdersOf, isUndone, momentOf, storyOf } from './stories.js';
import { type Check, groupBy, lost, type Violation, wrong } from './violation.js';

/** A deadline that nobody kept is made up for within this time. */
const AUDIT_MS = 30 * 60_000;

/** With the pauses in between, so many tries of a notice take four minutes. */
const OFTEN = 8;
/** What a card is made of comes from these. */
const SOURCES = ['tables', 'graph'] as const;

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

/** Who attends to the case is told in a line of what others do, and of what the bot does. */
const NEWS_TO_HOLDERS = [
  'replied',
  'added',
  'attached',
  'withdrawn',
  'reopened',
  'reminded',
  'lapsed',
  'health',
  'health-reminded',
  'unconfirmed',
];
const SYSTEM = 'system';

const isNews = ({ body }: StoredEvent) =>
  body.type === 'undone' ? !WAITING.includes(body.of) : NEWS.includes(body.type);

/** Somebody gave the case to others, who have to be told instead. */
const HANDED_ON = ['reassigned', 'escalated'];

export const checkNotices: Check = (history, facts) =>
  facts.cases.flatMap((one) => {
    const story = storyOf(one);
    return [
      ...absentIn(history, one, story),
      ...overdueIn(history, one, story, facts.now),
      ...neverArrived(history, one, story),
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
      ...cardsDue(history, event, after).map((id): [string, string] => ['case.card', id]),
      ...(isNewStep || event.body.type === 'health' ? [['case.deadline', ''] as [string, string]] : []),
      ...(event.body.type === 'closed' ? [['case.voice', ''] as [string, string]] : []),
      ...newsToHolders(history, event, after).map((id): [string, string] => ['case.news', id]),
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

/** A reminder of a commitment changes no card; of how it goes, the reporter learns nothing. */
function cardsDue({ people }: History, { body }: StoredEvent, after: Case): string[] {
  if (body.type === 'commitment-reminded') return [];
  const holders = holdersOf(people, after);
  return body.type.startsWith('commitment-') ? holders : [after.reporterId ?? '', ...holders];
}

function newsToHolders({ people }: History, { body, actorId }: StoredEvent, after: Case): string[] {
  if (!NEWS_TO_HOLDERS.includes(body.type)) return [];
  return holdersOf(people, after).filter((id) => id !== actorId || actorId === SYSTEM);
}

function overdueIn(
  history: History,
  { id, outbox }: StoredCase,
  story: readonly Chapter[],
  now: number,
): Violation[] {
  const last = story.at(-1)?.after;
  const dueAt = last?.dueAt;
  const reminders = [last?.remindAt, ...(dueAt === undefined ? [] : [last?.health?.remindAt])];
  return [
    ...leftLying(history, { caseId: id, outbox }, now),
    ...(dueAt !== undefined && isOverdue(history, dueAt, AUDIT_MS, now)
      ? [lost(`${id} was due at ${dueAt}`)]
      : []),
    ...reminders
      .filter((at) => at !== undefined)
      .filter((at) => isOverdue(history, at, AUDIT_MS, now))
      .map((at) => lost(`${id}: nobody was reminded at ${at}`)),
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
    done.filter(({ kind, seq }) => kind === 'case.news' && !isUndone(story, seq)),
    typeOf,
  );
  const missing = [...news].filter(
    ([type, rows]) =>
      !(type === UNRECEIVED && isReceived) &&
      lines.filter(({ shown }) => isTold(type, shown?.text ?? '')).length < rows.length,
  );
  const takenBack = WAITING.filter((type) => {
    const such = story.filter(({ event }) => event.body.type === type);
    const isUndoneAlways = such.every(({ event }) => isUndone(story, event.seq));
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
    // Teams took nothing for them until the deadline passed, or storage let nothing out for minutes; the next one, who has
    // it since, is checked as well.
    const climbed = later.find(({ event: { body } }) => body.type === 'climbed')?.event;
    const isTriedInVain =
      climbed !== undefined &&
      (tries.some((entry) => entry.at <= moment(climbed)) ||
        (rows.some((row) => wasHeldUp(history, row, climbed)) &&
          wereSourcesDown(history, moment(event), moment(climbed))));
    return isOpen || isKnown || isPast || isTriedInVain || holders.length === 0
      ? []
      : [lost(`${after.number}: nobody who attends to it was told (event ${event.seq})`)];
  });
}

/** It was tried for minutes, and done only after the case had moved on. */
const wasHeldUp = (
  { clocksApartMs }: History,
  { status, attempts, sentAt }: StoredEffect,
  climbed: StoredEvent,
) =>
  status === 'sent' && attempts > OFTEN && Date.parse(sentAt) + 2 * clocksApartMs >= Date.parse(climbed.at);

/** At some time between two moments, requests for what a card is made of failed. */
function wereSourcesDown(history: History, from: number, until: number): boolean {
  const weathers = entriesOf(history, 'weather').filter(({ at }) => at <= until);
  const since = weathers.findLastIndex(({ at }) => at <= from);
  return weathers
    .slice(Math.max(0, since))
    .some(({ weather }) => SOURCES.some((source) => weather[source] !== undefined));
}
