/** Nothing is said twice, beyond what cannot be helped: see docs/reliability.md. */
import { isUnreceived } from '../../../src/features/cases/domain/effects.js';
import { type EntryOf, entriesOf, type History, numbersIn, personIn } from '../history.js';
import type { Facts, StoredCase } from './facts.js';
import { tellsUnreceived, toldBy } from './news.js';
import { type Chapter, numberOf, storyOf, wasEverHigh } from './stories.js';
import { type Check, doubled, groupBy, type Violation } from './violation.js';

/** A process that dies or stands still may have sent what it had in hand this long before. */
const IN_HAND_MS = 120_000;
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
  if (sent.method !== 'post' || !sent.shown) return [];
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
  const arrived = group.filter(({ sent }) => sent.arrived);
  const due = dueIn(one, story, first);
  if (arrived.length <= due) return [];
  const mayRepeat = first.type === 'card' || wasEverHigh(story);
  const doubtful = mayRepeat ? group.filter(({ sent }) => isDoubtful(sent)).length : 0;
  const from = (arrived[0]?.sent.at ?? 0) - IN_HAND_MS;
  const until = arrived.at(-1)?.sent.at ?? 0;
  const broken = entriesOf(history, 'killed', 'paused').filter(({ at }) => at >= from && at <= until).length;
  return arrived.length <= due + doubtful + broken
    ? []
    : [
        doubled(
          `${first.number}: "${first.type}" was sent ${arrived.length} times to ${personIn(first.sent.conversation)}, ${due} were due, ${doubtful + broken} can be explained`,
        ),
      ];
}

/** How often it has to be said: the card once, a line for each of its events. */
function dueIn({ outbox }: StoredCase, story: readonly Chapter[], { type, sent }: Notice): number {
  const rows = outbox.filter(({ target }) => target === personIn(sent.conversation));
  if (type === 'card') return 1;
  return rows.filter(({ kind, seq }) => {
    const chapter = story[seq - 1];
    if (kind !== 'case.news' || !chapter) return false;
    const { event, after } = chapter;
    return type === UNRECEIVED ? isUnreceived(after, event.body.type) : event.body.type === type;
  }).length;
}

/** It may have arrived, as far as its sender could know, or its id was lost. */
function isDoubtful({ status }: EntryOf<'sent'>): boolean {
  return status === undefined || status === 500;
}
