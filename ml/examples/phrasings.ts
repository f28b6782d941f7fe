/** How people say what they want, written by many writers: `content/intents/`. Danger has a folder of its own. */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from '../../src/platform/root.js';
import { fold } from '../../src/platform/text/fold.js';
import { ContentError, readYaml } from '../../src/platform/text/yaml-file.js';
import { type Danger, INTENTS, type Intent, isDanger } from '../../src/platform/understanding/intents.js';

const FOLDER = `${ROOT}content/intents/`;
/** Words that sound like danger where there is none. */
export const HARMLESS = 'harmless';
const MIN_PHRASINGS = 80;
const MIN_HARMLESS = 600;

const list = (least: number) => z.strictObject({ phrasings: z.array(z.string().trim().min(1)).min(least) });

export type Wanted = Exclude<Intent, Danger>;
const WANTED = INTENTS.filter((intent): intent is Wanted => !isDanger(intent));

export interface Phrasings {
  intents: Readonly<Record<Wanted, string[]>>;
  harmless: string[];
}

/**
 * Reads and checks the phrasings.
 * @throws ContentError naming the file and line of every error.
 */
export function readPhrasings(folder = FOLDER): Phrasings {
  const problems: string[] = [];
  const read = (name: string, least: number): string[] => {
    try {
      return readYaml(`${folder}${name}.yaml`, `content/intents/${name}.yaml`, list(least)).phrasings;
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  };
  const intents = Object.fromEntries(WANTED.map((intent) => [intent, read(intent, MIN_PHRASINGS)])) as Record<
    Wanted,
    string[]
  >;
  const harmless = read(HARMLESS, MIN_HARMLESS);
  for (const file of readdirSync(folder)) {
    const name = file.replace(/\.yaml$/, '');
    if (name !== HARMLESS && !WANTED.some((intent) => intent === name)) {
      problems.push(`content/intents/${file}:1: there is no intent of this name`);
    }
  }
  problems.push(...repeated({ ...intents, [HARMLESS]: harmless }));
  if (problems.length > 0) throw new ContentError(problems);
  return { intents, harmless };
}

/** Texts that stand in two files: the model cannot learn both. */
function repeated(files: Readonly<Record<string, readonly string[]>>): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, texts] of Object.entries(files)) {
    for (const text of texts) {
      const owner = owners.get(fold(text));
      if (owner !== undefined && owner !== name) {
        problems.push(`content/intents/${name}.yaml:1: "${text}" stands in ${owner}.yaml too`);
      }
      owners.set(fold(text), name);
    }
  }
  return problems;
}
