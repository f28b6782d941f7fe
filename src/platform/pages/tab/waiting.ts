/** What waits for a person, as «Hoy» shows it. */
import type { TabView } from './content.js';

export interface Waiting {
  what: string;
  /** ISO 8601, to sort by; undefined where there is no deadline. */
  until?: string | undefined;
  /** What has to be done until when, in words. */
  due: string;
  /** What to write in the chat to get to it. */
  words: string;
}

/** Finds what waits for the viewer, in any order. */
export type WaitingSource = (view: Pick<TabView, 'viewer' | 'language' | 'now'>) => Promise<Waiting[]>;

/** The oldest deadline first; what has none comes last. */
export function byDeadline(all: readonly Waiting[]): Waiting[] {
  return [...all].sort((one, other) => sortKey(one).localeCompare(sortKey(other)));
}

const sortKey = ({ until = '9999' }: Waiting): string => until;
