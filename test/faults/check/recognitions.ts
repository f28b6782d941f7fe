/**
 * Recognitions: what was told as sent is one and reaches those whom it is for, once; of what was taken back nobody
 * learns; and the lists are as the recognitions are.
 */
import { quarterOf } from '../../../src/features/recognitions/store/lists.js';
import { textIn } from '../../../src/features/recognitions/text/catalogue.js';
import { CHANNEL, conversationOf, type EntryOf, entriesOf, type History, readByPeople } from '../history.js';
import type { StoredEffect } from './effects.js';
import { tooOften } from './excuses.js';
import type { StoredSending } from './other-facts.js';
import { leftLying } from './outbox.js';
import { type Check, doubled, groupBy, lost, type Violation, wrong } from './violation.js';

const DAY_MS = 86_400_000;
/** The same person is recognised once by the same sender within these days. */
const LIMIT_DAYS = 7;
/** What is stored may change this long while it is read. */
const READ_MS = 10_000;
const HOLE = '§';
const WORDS = (['es', 'en'] as const).map((language) => textIn(language).recognitions);
const startsOf = (lines: readonly string[]) => lines.map((line) => line.split('**')[0]?.split(HOLE)[0] ?? '');
const SENT = startsOf(WORDS.map(({ receipt }) => receipt.sent(HOLE)));
const SUMMARIES = WORDS.flatMap(({ summary }) => [summary.own, summary.copy]);

export const checkRecognitions: Check = (history, { sendings, now }) => [
  ...acknowledged(history, sendings),
  ...tooMany(history, sendings),
  ...sendings
    .filter(({ state }) => state !== 'draft')
    .flatMap((sending) => [
      ...absent(sending),
      ...leftLying(history, { caseId: sending.id, outbox: sending.outbox }, now),
      ...notices(history, sending),
      ...lists(history, sending, now),
    ]),
];

/** The word that stands in nothing else: of the form whose words were sent, or of any of its forms when they are gone. */
export function markersOf(history: History, { id, message, recognitions }: StoredSending): string[] {
  const words = [message, ...recognitions.map((one) => one.message)].join('\n').trim();
  const markers = entriesOf(history, 'said')
    .filter(({ draft, marker }) => draft === id && marker !== '')
    .map(({ marker }) => marker);
  return [...new Set(markers)].filter((marker) => words === '' || words.includes(marker));
}

function acknowledged(history: History, sendings: readonly StoredSending[]): Violation[] {
  const told = readByPeople(history).filter(({ shown: { text } }) =>
    SENT.some((words) => text.startsWith(words)),
  );
  const forms = entriesOf(history, 'said').filter(
    ({ marker, verb }) => marker !== '' && verb.startsWith('recognition.'),
  );
  const missing = told.flatMap(({ person, shown: { text } }) => {
    const form = forms.find((one) => one.person === person && text.includes(one.marker));
    const found = sendings.find(({ id }) => id === form?.draft);
    const isThere = found && found.state !== 'draft' && found.senderId === person;
    return form && isThere && found.recognitions.length === found.people.length
      ? []
      : [`a recognition of ${person} was told as sent, and is not kept (${form?.marker})`];
  });
  return [...new Set(missing)].map(lost);
}

/** Nobody recognises the same person again so soon, however often it was clicked, by however many instances. */
function tooMany(history: History, sendings: readonly StoredSending[]): Violation[] {
  const given = sendings.flatMap(({ senderId, recognitions }) =>
    recognitions
      .filter(({ state }) => state !== 'undone')
      .map(({ personId, at }) => ({ pair: `${senderId} ${personId}`, at: Date.parse(at) })),
  );
  return [...groupBy(given, ({ pair }) => pair)].flatMap(([pair, all]) => {
    const times = all.map(({ at }) => at).sort((one, other) => one - other);
    const isSoon = times.some(
      (at, index) =>
        index > 0 && at - (times[index - 1] ?? 0) < LIMIT_DAYS * DAY_MS - 2 * history.clocksApartMs,
    );
    return isSoon ? [doubled(`a recognition was sent twice: ${pair}`)] : [];
  });
}

/** The notices that follow from its sending, by a list of our own. */
function absent({ id, state, senderId, recognitions, outbox }: StoredSending): Violation[] {
  if (state !== 'sent') return [];
  const people = recognitions.map(({ personId }) => personId);
  const superiors = recognitions.map(({ superiorId }) => superiorId);
  const due = [...people, ...superiors.filter((one) => one !== '' && one !== senderId)];
  return [...new Set(due)]
    .filter((target) => !outbox.some((row) => row.kind === 'recognition.card' && row.target === target))
    .map((target) => lost(`the recognition ${id} has no notice for ${target}`));
}

/** A notice that is marked as sent has arrived, none arrives twice, and what was taken back is told to nobody. */
function notices(history: History, sending: StoredSending): Violation[] {
  const { id, state, senderId, recognitions, outbox } = sending;
  const markers = markersOf(history, sending);
  if (markers.length === 0) return [wrong(`nobody wrote the recognition ${id}`)];
  const isAbout = (text: string) => markers.some((marker) => text.includes(marker));
  const about = (conversation: string): EntryOf<'sent'>[] =>
    entriesOf(history, 'sent').filter(
      (entry) =>
        entry.method === 'post' &&
        entry.conversation === conversation &&
        entry.shown !== undefined &&
        isAbout(entry.shown.text) &&
        (conversation === CHANNEL || SUMMARIES.includes(entry.shown.summary)),
    );
  const targets = [...new Set(outbox.map(({ target }) => target))].filter(
    (target) => target !== '' && target !== senderId,
  );
  const kept = recognitions.filter(({ state: each }) => each !== 'removed' && each !== 'undone');
  return targets.flatMap((target) => {
    const posts = about(target === CHANNEL ? CHANNEL : conversationOf(target));
    const arrived = posts.filter((entry) => entry.arrived);
    const isSent = outbox.some((row) => row.target === target && row.status === 'sent');
    const isKept =
      target === CHANNEL
        ? recognitions.some((one) => one.state === 'published')
        : kept.some(({ personId, superiorId }) => personId === target || superiorId === target);
    const published = recognitions.filter((one) => one.state === 'published' || one.state === 'removed');
    const excess = tooOften(history, posts, target === CHANNEL ? published.length : 1, target !== CHANNEL);
    return [
      ...(excess ? [doubled(`the recognition ${id} ${excess}`)] : []),
      ...(isSent && isKept && arrived.length === 0
        ? [lost(`the recognition ${id} is marked as sent to ${target}, and was not`)]
        : []),
      ...(state === 'undone' && arrived.length > 0
        ? [wrong(`the recognition ${id} was told to ${target}, and was taken back`)]
        : []),
    ];
  });
}

/**
 * What is still told stands in the list of who gave it, and in those of who got it, of their leader and of all; nothing
 * else does. While it may be taken back, it stands in the list of who gave it alone; once it may be told, and until that
 * is done, it may stand in the others.
 */
function lists(
  history: History,
  { id, senderId, recognitions, listed, outbox }: StoredSending,
  now: number,
): Violation[] {
  const waiting = outbox.filter(({ kind, status }) => kind === 'recognition.index' && status === 'pending');
  const isUntold = waiting.some((row) => isNobodysYet(history, row, now));
  const expected = recognitions
    .filter(({ state }) => state !== 'removed' && state !== 'undone')
    .flatMap(({ personId, superiorId, at }) => {
      const quarter = quarterOf(new Date(at));
      const team = superiorId === '' ? [] : [`team:${superiorId}:${quarter}`];
      const others = [`got:${personId}`, ...team, `in:${quarter}`];
      return [`by:${senderId}`, ...(waiting.length > 0 ? [] : others)].map((list) => `${list} ${personId}`);
    });
  const found = listed
    .filter(({ list }) => waiting.length === 0 || isUntold || list.startsWith('by:'))
    .map(({ list, personId }) => `${list} ${personId}`);
  return String(found.sort()) === String(expected.sort())
    ? []
    : [wrong(`the lists of the recognition ${id} are not as it is: ${found} for ${expected}`)];
}

/** No instance has taken the row up, nor may any, not even the one whose clock is furthest ahead. */
const isNobodysYet = ({ clocksApartMs }: History, { attempts, notBefore }: StoredEffect, now: number) =>
  attempts === 0 && notBefore !== '' && Date.parse(notBefore) > now + clocksApartMs + READ_MS;
