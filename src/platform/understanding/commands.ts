/** What people call by a few exact words. All else is for the model. */
import type { Role } from '../people/person.js';
import type { Language } from '../text/catalogue.js';
import { phrasebook } from '../text/phrase.js';
import type { Purpose } from './intents.js';

/** Those whom a part of the help is for. */
export type Audience = 'everybody' | Exclude<Role, 'protected'>;

/** A line of the help. */
export interface HelpRow {
  for: Audience;
  /** Its place among the lines for these people. */
  order: number;
  line: (language: Language) => { words: string; meaning: string };
}

export interface Command {
  purpose: Purpose;
  /** What the help shows, and its plainest variants; none where the model understands it. */
  phrases: readonly string[];
  help: readonly HelpRow[];
}

/** Finds the command that a text is, which `fold` has folded. */
export function commandFinder(commands: readonly Command[]): (folded: string) => Purpose | undefined {
  const book = Object.fromEntries(commands.map(({ purpose, phrases }) => [purpose, phrases]));
  return phrasebook<Purpose>(book);
}
