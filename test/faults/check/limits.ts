/** Teams' limits are never passed, and Retry-After is obeyed. */
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

/** @param slackMs how far the moments of arrival may differ from those of sending. */
export const checkLimits =
  (slackMs = 0): Check =>
  (history) => {
    // A request on a connection that breaks at once never got as far as Teams.
    const sent = entriesOf(history, 'sent').filter(({ arrived, status }) => arrived || status !== undefined);
    const messages = sent.filter(({ method }) => method === 'post' || method === 'update');
    const conversations = [...groupBy(messages, ({ conversation }) => conversation)];
    return [
      ...conversations.flatMap(([name, all]) => passedIn(name, all, CONVERSATION, slackMs)),
      ...passedIn('the app', messages, APP, slackMs),
      ...conversations.flatMap(([, all]) => impatientIn(all, slackMs)),
    ];
  };

function passedIn(
  name: string,
  sent: readonly EntryOf<'sent'>[],
  windows: readonly Window[],
  slackMs: number,
): Violation[] {
  return windows.flatMap(({ limit, ms }) => {
    const at = sent.findIndex((entry, index) => {
      const before = sent[index - limit];
      return before !== undefined && entry.at - before.at < ms - slackMs;
    });
    return at < 0 ? [] : [wrong(`more than ${limit} messages in ${ms} ms into ${name}`)];
  });
}

/** An instance that was asked to wait waits. */
function impatientIn(sent: readonly EntryOf<'sent'>[], slackMs: number): Violation[] {
  return sent.flatMap((asked) => {
    const until = asked.notBefore;
    if (until === undefined) return [];
    const early = sent.find(
      (entry) =>
        entry.instance === asked.instance && entry.at > asked.at + GRACE_MS && entry.at < until - slackMs,
    );
    return early
      ? [wrong(`a message into ${asked.conversation} before the Retry-After of another was over`)]
      : [];
  });
}

/** What is on its way while the answer comes back. */
const GRACE_MS = 250;
