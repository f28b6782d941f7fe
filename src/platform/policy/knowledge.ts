/**
 * What the bot knows in addition to the policy's own words, written by its owners in `content/`:
 * explanations, examples and phrasings of each section, and questions that the policy does not answer.
 */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from '../root.js';
import type { Language } from '../text/catalogue.js';
import { fold } from '../text/fold.js';
import { ContentError, readYaml } from '../text/yaml-file.js';
import type { Policy } from './policy.js';

const FOLDER = `${ROOT}content/`;

/** Cards are read on phones, where nobody reads longer texts. */
const MAX_EXPLANATION = 420;
const MAX_EXAMPLE = 220;
const MIN_PHRASINGS = 25;

const line = z.string().trim().min(2);
const explanation = z.string().trim().min(20).max(MAX_EXPLANATION);
const sectionFile = z.strictObject({
  explanation,
  english: explanation,
  examples: z.array(line.max(MAX_EXAMPLE)).min(2).max(3),
  keywords: z.array(line).min(5),
  phrasings: z.array(line).min(MIN_PHRASINGS),
});

export const SMALL_TALK = [
  'greeting',
  'thanks',
  'goodbye',
  'capabilities',
  'identity',
  'praise',
  'anger',
  'other',
] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

const smallTalkFile = z.strictObject(
  Object.fromEntries(SMALL_TALK.map((kind) => [kind, z.array(z.string().min(1)).min(1)])) as Record<
    SmallTalk,
    z.ZodArray<z.ZodString>
  >,
);
const offPolicyFile = z.strictObject({
  near: z.array(line).min(1),
  company: z.array(line).min(1),
  world: z.array(z.string().min(1)).min(1),
});

export interface SectionKnowledge {
  /** In plain words, written by us. */
  explanation: string;
  /** The explanation in English. */
  english: string;
  examples: string[];
  keywords: string[];
  /** How people ask about the section. */
  phrasings: string[];
}

export interface Knowledge {
  sections: ReadonlyMap<string, SectionKnowledge>;
  smallTalk: Readonly<Record<SmallTalk, string[]>>;
  /** Questions that no section answers, by how close they come to the policy. */
  offPolicy: Readonly<Record<'near' | 'company' | 'world', string[]>>;
}

let shipped: Knowledge | undefined;
const NO_PROBLEMS = () => [];

/**
 * The knowledge that ships with the bot, read once in a process. That no text stands in two places takes as long to check as
 * the rest to read, and the build has checked it.
 * @throws ContentError naming the file and line of every error.
 */
export const loadKnowledge = (policy: Policy): Knowledge => {
  shipped ??= knowledgeIn(FOLDER, policy, NO_PROBLEMS);
  return shipped;
};

/**
 * Reads `content/` and checks it against the policy, and that no text stands in two places.
 * @throws ContentError naming the file and line of every error.
 */
export const readKnowledge = (policy: Policy, folder = FOLDER): Knowledge =>
  knowledgeIn(folder, policy, contradictions);

function knowledgeIn(
  folder: string,
  policy: Policy,
  problemsOf: (known: Pick<Knowledge, 'sections' | 'offPolicy'>) => string[],
): Knowledge {
  const problems: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    try {
      return readYaml(`${folder}${name}`, `content/${name}`, schema);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const sections = new Map<string, SectionKnowledge>();
  for (const { id } of policy.sections) {
    const found = read(`sections/${id}.yaml`, sectionFile);
    if (found) sections.set(id, found);
  }
  for (const file of readdirSync(`${folder}sections`)) {
    const known = policy.find(file.replace(/\.yaml$/, ''));
    if (!known) problems.push(`content/sections/${file}:1: the policy has no section of this name`);
  }
  const smallTalk = read('small-talk.yaml', smallTalkFile);
  const offPolicy = read('off-policy.yaml', offPolicyFile);
  if (smallTalk && offPolicy) problems.push(...problemsOf({ sections, offPolicy }));
  if (problems.length > 0 || !smallTalk || !offPolicy) throw new ContentError(problems);
  return { sections, smallTalk, offPolicy };
}

/**
 * Finds texts that belong to two sections, or to a section and to off-policy.yaml; one of the two is wrong.
 */
function contradictions({ sections, offPolicy }: Pick<Knowledge, 'sections' | 'offPolicy'>): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  const claim = (text: string, owner: string) => {
    const folded = fold(text);
    const before = owners.get(folded);
    if (before !== undefined && before !== owner)
      problems.push(`${owner}:1: "${text}" stands in ${before} too`);
    owners.set(folded, owner);
  };
  for (const [id, { phrasings }] of sections) {
    for (const text of phrasings) claim(text, `content/sections/${id}.yaml`);
  }
  for (const text of Object.values(offPolicy).flat()) claim(text, 'content/off-policy.yaml');
  return problems;
}

/** Returns the explanation of a section in the language of whoever reads it. */
export function explanationIn(known: SectionKnowledge, language: Language): string {
  return language === 'en' ? known.english : known.explanation;
}

/** Returns all questions about the policy, and everything else that people say. */
export function questionsIn({ sections, offPolicy, smallTalk }: Knowledge): {
  phrasings: string[];
  others: string[];
} {
  return {
    phrasings: [...sections.values()].flatMap(({ phrasings }) => phrasings),
    others: [...Object.values(offPolicy).flat(), ...Object.values(smallTalk).flat()],
  };
}
