/** Why something may have been said more often than it was due: see docs/reliability.md. */
import { type EntryOf, entriesOf, type History, personIn } from '../history.js';

/** A process that dies or stands still may have sent what it had in hand this long before. */
const IN_HAND_MS = 120_000;

/**
 * Tells in words that a message was sent too often; undefined when it was not.
 * @param sends all attempts to send it to one person.
 * @param mayRepeat true when it is sent again while its sender cannot know whether it arrived.
 */
export function tooOften(
  history: History,
  sends: readonly EntryOf<'sent'>[],
  due: number,
  mayRepeat: boolean,
): string | undefined {
  const arrived = sends.filter((sent) => sent.arrived);
  const [first] = arrived;
  if (!first || arrived.length <= due) return undefined;
  const doubtful = mayRepeat ? sends.filter(isDoubtful).length : 0;
  const until = arrived.at(-1)?.at ?? 0;
  const broken = entriesOf(history, 'killed', 'paused').filter(
    ({ at }) => at >= first.at - IN_HAND_MS && at <= until,
  ).length;
  const explained = doubtful + broken;
  return arrived.length <= due + explained
    ? undefined
    : `was sent ${arrived.length} times to ${personIn(first.conversation)}, ${due} were due, ${explained} can be explained`;
}

/** It may have arrived, as far as its sender could know, or its id was lost. */
function isDoubtful({ status }: EntryOf<'sent'>): boolean {
  return status === undefined || status === 500;
}
