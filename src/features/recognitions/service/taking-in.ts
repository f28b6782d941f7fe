/** Thanks that other channels bring, on behalf of a user: each row becomes a recognition, once. */
import type { Clock } from '../../../platform/clock.js';
import { effectsOf } from '../domain/effects.js';
import type { Sending, Source, Words } from '../domain/recognition.js';
import type { Sendings } from '../store/sendings.js';
import type { Checking, PeopleProblem, WordsProblem } from './checking.js';
import type { Commits } from './commits.js';
import type { PersonProblem } from './people.js';
import { recognitionOf } from './recognition-service.js';

export interface TakenIn extends Words {
  /** The id of the sending that it becomes; the same one is taken in once. */
  id: string;
  source: Exclude<Source, 'colleague'>;
  /** When it was said: ISO 8601. */
  at: string;
}

export type TakeInProblem = WordsProblem | PeopleProblem | PersonProblem;

export interface TakingInParts {
  sendings: Sendings;
  checking: Checking;
  commits: Commits;
  clock: Clock;
}

export class TakingIn {
  constructor(private readonly parts: TakingInParts) {}

  /** What keeps it from being told, as things are now. Who is away can wait for it. */
  async problemOf(words: Words): Promise<TakeInProblem | undefined> {
    const found = await this.#check(words);
    return 'problem' in found ? found.problem : undefined;
  }

  /** Takes in a thanks. It cannot be taken back, and its notices go at once: whoever imports it has looked at it. */
  async take(row: TakenIn): Promise<'taken' | 'not-theirs' | { problem: TakeInProblem }> {
    const { sendings, commits, clock } = this.parts;
    const stored = await sendings.load(row.id);
    if (stored) return stored.sending.senderId === '' ? 'taken' : 'not-theirs';
    const found = await this.#check(row);
    if ('problem' in found) return found;
    const sending: Sending = { ...row, senderId: '', state: 'sent', revision: 1 };
    const changed = found.people.map((person) => recognitionOf(sending, person));
    const isDone = await commits.commit({
      etag: undefined,
      // The words stand with each person, so that each can take their own away.
      sending: { ...sending, message: '' },
      changed,
      effects: effectsOf('sent', changed, clock()),
    });
    return isDone ? 'taken' : this.take(row);
  }

  async #check(words: Words) {
    const { checking } = this.parts;
    const problem = checking.peopleProblem(words) ?? checking.wordsProblem(words);
    return problem ? { problem } : checking.findAll(words.people);
  }
}
