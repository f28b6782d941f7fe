/** Thanks that other channels bring, on behalf of a user: each row becomes a recognition, once. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock.js';
import { effectsOf } from '../domain/effects.js';
import type { Sending, Source } from '../domain/recognition.js';
import type { Sendings } from '../store/sendings.js';
import type { Checking, WordsProblem } from './checking.js';
import type { Commits } from './commits.js';
import type { PersonProblem, RecognisablePeople } from './people.js';
import { recognitionOf } from './recognition-service.js';

export interface TakenIn {
  /** The row's own id in its channel; the same one is taken in once. */
  rowId: string;
  personId: string;
  /** The id of an attribute of the policy. */
  attribute: string;
  message: string;
  source: Exclude<Source, 'colleague'>;
  /** When it was said: ISO 8601. */
  at: string;
  isPublic: boolean;
}

export type TakeInResult = 'taken' | 'already' | { problem: WordsProblem | PersonProblem };

/** Takes in a thanks. It cannot be taken back, and its notices go at once: whoever imports it has looked at it. */
export function createTakeIn(parts: {
  sendings: Sendings;
  people: RecognisablePeople;
  checking: Checking;
  commits: Commits;
  clock: Clock;
}): (row: TakenIn) => Promise<TakeInResult> {
  const { sendings, people, checking, commits, clock } = parts;
  return async (row) => {
    const { personId, attribute, message, source, at, isPublic } = row;
    const id = idOf(row);
    if (await sendings.load(id)) return 'already';
    const problem = checking.wordsProblem(row);
    if (problem) return { problem };
    const found = await people.find(personId);
    if ('problem' in found) return found;
    const words = { attribute, message, source, isPublic, people: [personId] };
    const sending: Sending = { ...words, id, senderId: '', state: 'sent', revision: 1, at };
    const changed = [recognitionOf(sending, found.person)];
    const effects = effectsOf('sent', changed, clock());
    const isDone = await commits.commit({
      etag: undefined,
      sending: { ...sending, message: '' },
      changed,
      effects,
    });
    return isDone ? 'taken' : 'already';
  };
}

/** The same row has the same id, a UUID like those of other sendings. */
function idOf({ source, rowId }: TakenIn): string {
  const hex = createHash('sha256').update(`${source} ${rowId}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
