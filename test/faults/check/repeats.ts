/** Nothing is said twice, beyond what cannot be helped: see docs/reliability.md. */
import { isUnreceived } from '../../../src/features/cases/domain/effects.js';
import { type EntryOf, entriesOf, type History, numbersIn, personIn } from '../history.js';
import { tooOften } from './excuses.js';
import type { Facts, StoredCase } from './facts.js';
import { tellsUnreceived, toldBy, voiceToldBy } from './news.js';
import { type Chapter, numberOf, storyOf, wasEverHigh } from './stories.js';
import { type Check, doubled, groupBy, type Violation } from './violation.js';

const UNRECEIVED = 'unreceived';

/** A notice in the chat of one person: the card of a case, or a line of news. */
interface Notice {
  number: string;
  /** `card`, the type of the event that a line tells of, or `unreceived`. */
  type: string;
  sent: EntryOf<'sent'>;
}

export const checkRepeats: Check = (history, facts) => {
  const notices = entriesOf(history, 'sent').flatMap(noticeOf);
  const groups = groupBy(notices, ({ number, type, sent }) => [number, type, sent.conversation].join(' '));
  return [...groups.values()].flatMap((group) => repeatsIn(history, facts, group));
};

function noticeOf(sent: EntryOf<'sent'>): Notice[] {
  if (sent.method !== 'post' || !sent.shown || voiceToldBy(sent.shown.text)) return [];
  const { text, summary, isCard } = sent.shown;
  const type = tellsUnreceived(text) ? UNRECEIVED : (toldBy(text) ?? (isCard ? 'card' : undefined));
  const [number, ...others] = numbersIn(isCard ? summary : text);
  return type === undefined || number === undefined || others.length > 0 ? [] : [{ number, type, sent }];
}

function repeatsIn(history: History, { cases }: Facts, group: readonly Notice[]): Violation[] {
  const [first] = group;
  const one = cases.find((each) => numberOf(each) === first?.number);
  if (!first || !one) return [];
  const story = storyOf(one);
  const mayRepeat = first.type === 'card' || wasEverHigh(story);
  const sends = group.map(({ sent }) => sent);
  const due =
    first.type === 'card'
      ? 1 + writtenBy(history, personIn(first.sent.conversation))
      : dueIn(one, story, first);
  const excess = tooOften(history, sends, due, mayRepeat);
  return excess ? [doubled(`${first.number}: "${first.type}" ${excess}`)] : [];
}

/** Whoever answers in words what was asked about a case, also too late, may be shown its card beside the one that came as a notice. */
const writtenBy = (history: History, personId: string): number =>
  entriesOf(history, 'said').filter(
    ({ person, way, marker, delivery }) =>
      person === personId && way === 'message' && marker !== '' && delivery === 1,
  ).length;

/** How often a line has to be said: for each of its events. */
function dueIn({ outbox }: StoredCase, story: readonly Chapter[], { type, sent }: Notice): number {
  const rows = outbox.filter(({ target }) => target === personIn(sent.conversation));
  return rows.filter(({ kind, seq }) => {
    const chapter = story[seq - 1];
    if (kind !== 'case.news' || !chapter) return false;
    const { event, after } = chapter;
    return type === UNRECEIVED ? isUnreceived(after, event.body.type) : event.body.type === type;
  }).length;
}
