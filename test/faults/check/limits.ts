/**
 * Teams' limits are not passed, and Retry-After is obeyed, as far as an instance can know: one that comes back from a
 * pause learns with its next sign of life that others have taken over, the others learn with theirs of one that begins
 * anew, and that one has been told nothing.
 */
import { type EntryOf, entriesOf } from '../history.js';
import { type Check, groupBy, type Violation, wrong } from './violation.js';

interface Window {
  limit: number;
  ms: number;
}

/** In one conversation, by all instances together. */
const CONVERSATION: readonly Window[] = [
  { limit: 7, ms: 1_000 },
  { limit: 8, ms: 2_000 },
  { limit: 60, ms: 30_000 },
  { limit: 1_800, ms: 3_600_000 },
];
const APP: readonly Window[] = [{ limit: 50, ms: 1_000 }];

/** How exactly an outsider can tell what a process does, in milliseconds. */
export interface Exactness {
  /** What counts for the limits: when a message arrived, or when it left where arrivals are noted late. */
  counts: 'at' | 'leftAt';
  /** How far the moments of arrival may differ from those of sending. */
  slackMs: number;
  /** How long the answer of Teams takes until the process knows of it, and what it sends until then to arrive. */
  graceMs: number;
}

export const EXACT: Exactness = { counts: 'at', slackMs: 0, graceMs: 250 };

export const checkLimits =
  ({ counts, slackMs, graceMs }: Exactness): Check =>
  (history) => {
    // A request on a connection that breaks at once never got as far as Teams.
    const sent = entriesOf(history, 'sent').filter(({ arrived, status }) => arrived || status !== undefined);
    const messages = sent.filter(({ method }) => method === 'post' || method === 'update');
    const conversations = [...groupBy(messages, ({ conversation }) => conversation)];
    const counted = messages
      .map((entry) => ({ ...entry, at: entry[counts] }))
      .sort((one, other) => one.at - other.at);
    const started = entriesOf(history, 'started');
    const back = [...entriesOf(history, 'resumed'), ...started];
    const isBack = ({ instance, at }: EntryOf<'sent'>) =>
      back.some((entry) => entry.instance === instance && at >= entry.at && at < entry.at + RETURNING_MS);
    return [
      ...[...groupBy(counted, ({ conversation }) => conversation)].flatMap(([name, all]) =>
        passedIn(name, all, CONVERSATION, { slackMs, isBack }),
      ),
      ...passedIn('the app', counted, APP, { slackMs, isBack }),
      ...conversations.flatMap(([, all]) => impatientIn(all, started, { slackMs, graceMs })),
    ];
  };

/**
 * What an instance sends that the others do not know of yet may come on top of what they send: as much again at most.
 */
function passedIn(
  name: string,
  sent: readonly EntryOf<'sent'>[],
  windows: readonly Window[],
  { slackMs, isBack }: { slackMs: number; isBack: (entry: EntryOf<'sent'>) => boolean },
): Violation[] {
  return windows.flatMap(({ limit, ms }) => {
    const isPassed = sent.some((entry, index) => {
      const within = sent
        .slice(Math.max(0, index - 2 * limit), index + 1)
        .filter(({ at }) => entry.at - at < ms - slackMs);
      return within.length > limit && within.length > limit + Math.min(limit, within.filter(isBack).length);
    });
    return !isPassed ? [] : [wrong(`more than ${limit} messages in ${ms} ms into ${name}`)];
  });
}

/** An instance that was asked to wait waits. */
function impatientIn(
  sent: readonly EntryOf<'sent'>[],
  started: readonly EntryOf<'started'>[],
  { slackMs, graceMs }: Omit<Exactness, 'counts'>,
): Violation[] {
  return sent.flatMap((asked) => {
    if (asked.notBefore === undefined) return [];
    // A process that began after it left knows nothing of it.
    const anew = started.find(({ instance, at }) => instance === asked.instance && at > asked.leftAt);
    const until = Math.min(asked.notBefore, anew?.at ?? asked.notBefore);
    const early = sent.find(
      (entry) =>
        entry.instance === asked.instance &&
        entry.leftAt > asked.at + graceMs &&
        entry.leftAt < until - slackMs,
    );
    return early
      ? [
          wrong(
            `a message into ${asked.conversation} before the Retry-After of another was over: ${early.leftAt - asked.at} ms after it, of ${until - asked.at} ms`,
          ),
        ]
      : [];
  });
}

/** The longest time between two signs of life, and what reading them takes. */
const RETURNING_MS = 6_000;
