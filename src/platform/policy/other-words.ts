/** Each section once more, for those who go on asking: `content/other-words.yaml`, and how two of them differ. */
import { z } from 'zod';
import { ROOT } from '../root.js';
import type { Language } from '../text/catalogue.js';
import { ContentError, readYaml } from '../text/yaml-file.js';
import { type ContrastPair, readContrasts } from './contrasts.js';
import type { Policy } from './policy.js';

/** Cards are read on phones. */
const MOST = 260;
const sentence = z.string().trim().min(10).max(MOST);
/** Where people work. */
export const PLACES = ['counter', 'call-center', 'clinic', 'park', 'office'] as const;
export type Place = (typeof PLACES)[number];

const words = z.strictObject({
  simple: sentence,
  examples: z.record(z.enum(PLACES), sentence),
  /** What one can do about it. */
  how: z.array(sentence).min(2).max(4),
  brief: sentence,
  why: sentence,
});
export type OtherWords = z.output<typeof words>;

const sectionFile = z.array(z.strictObject({ id: z.string(), ...words.shape, english: words }));
/** How two sections differ. */
export interface Contrast {
  difference: string;
  /** An example of each, by section. */
  examples: ReadonlyMap<string, string>;
}

export class OtherWordsOfSections {
  private constructor(
    private readonly sections: ReadonlyMap<string, z.output<typeof sectionFile>[number]>,
    private readonly contrasts: readonly ContrastPair[],
  ) {}

  /** @throws ContentError when a file is wrong, or a section of the policy has no other words. */
  static read(policy: Policy): OtherWordsOfSections {
    const known = readYaml(`${ROOT}content/other-words.yaml`, 'content/other-words.yaml', sectionFile);
    const byId = new Map(known.map((one) => [one.id, one]));
    const problems = [
      ...policy.sections
        .filter(({ id }) => !byId.has(id))
        .map(({ id }) => `content/other-words.yaml:1: nothing about ${id}`),
      ...[...byId.keys()]
        .filter((id) => !policy.find(id))
        .map((id) => `content/other-words.yaml:1: the policy has no section ${id}`),
    ];
    if (problems.length > 0) throw new ContentError(problems);
    return new OtherWordsOfSections(byId, readContrasts(policy));
  }

  of(sectionId: string, language: Language): OtherWords {
    const known = this.sections.get(sectionId);
    if (!known) throw new Error(`no other words for ${sectionId}`);
    return language === 'en' ? known.english : known;
  }

  /** Undefined where nobody has written how they differ. */
  between(one: string, other: string, language: Language): Contrast | undefined {
    const pair = this.contrasts.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
    if (!pair) return undefined;
    const { difference, example_a, example_b } = language === 'en' ? pair.english : pair;
    return {
      difference,
      examples: new Map([
        [pair.a, example_a],
        [pair.b, example_b],
      ]),
    };
  }
}
