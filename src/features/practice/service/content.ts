/** The practices as their owners write them, in `content/practice/`: one file for each section. */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import type { Policy } from '../../../platform/policy/policy.js';
import { ROOT } from '../../../platform/root.js';
import { ContentError, readYaml } from '../../../platform/text/yaml-file.js';
import { fitting, JOBS, type Practice } from '../domain/practice.js';

const FOLDER = `${ROOT}content/practice/`;

/** The sections of the policy whose children are what brings us closer, and what takes us away. */
const ABOVE = ['eje-trato', 'eje-etica', 'eje-experiencias', 'alejan-humanizacion'];
const LEAST = 120;
/** More than there are days without a repetition, for people without a job set. */
const LEAST_FOR_EVERYBODY = 31;

const words = z.string().trim().min(60).max(220);
const file = z.strictObject({
  section: z.string(),
  practices: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+-\d\d$/, 'is not made of the section and two digits: amabilidad-01'),
        behaviour: z.string(),
        es: words,
        en: words,
        jobs: z.array(z.enum(JOBS)).min(1).default([]),
      }),
    )
    .min(1),
});

/**
 * Reads the practices and checks them against the policy.
 * @throws ContentError naming the file and line of every error.
 */
export function readPractices(policy: Policy, folder = FOLDER): Practice[] {
  const problems: string[] = [];
  const sections = ABOVE.flatMap((id) => policy.childrenOf(id)).map(({ id }) => id);
  const practices = sections.flatMap((id) => attempt(() => readSection(policy, folder, id), problems));
  for (const name of readdirSync(folder)) {
    if (!sections.includes(name.replace(/\.yaml$/, ''))) {
      problems.push(`${inContent(name)}:1: is neither an attribute nor one of those that take us away`);
    }
  }
  if (problems.length === 0) problems.push(...shortages(practices));
  if (problems.length > 0) throw new ContentError(problems);
  return practices;
}

function readSection(policy: Policy, folder: string, id: string): Practice[] {
  const name = `${id}.yaml`;
  const section = policy.find(id);
  const own = [...(section?.official ?? []), ...(section?.facts ?? [])];
  const ids = new Set<string>();
  // The schema knows the section, so that each problem has its line.
  const checked = file.superRefine(({ section: named, practices }, { addIssue }) => {
    const complain = (message: string, ...path: (string | number)[]) =>
      addIssue({ code: 'custom', message, path });
    if (named !== id) complain(`is not "${id}", as the file is called`, 'section');
    for (const [at, practice] of practices.entries()) {
      if (!practice.id.startsWith(`${id}-`)) complain(`does not begin with "${id}-"`, 'practices', at, 'id');
      if (ids.has(practice.id)) complain(`"${practice.id}" stands twice`, 'practices', at, 'id');
      if (!own.includes(practice.behaviour)) {
        complain('is not in the words of this section of the policy', 'practices', at, 'behaviour');
      }
      ids.add(practice.id);
    }
  });
  const { practices } = readYaml(`${folder}${name}`, inContent(name), checked);
  return practices.map((practice) => ({ ...practice, section: id }));
}

function shortages(practices: readonly Practice[]): string[] {
  const forEverybody = fitting(practices, '').length;
  const texts = practices.map(({ es }) => es);
  return [
    ...(practices.length < LEAST
      ? [`content/practice:1: there are ${practices.length} practices, fewer than ${LEAST}`]
      : []),
    ...(forEverybody < LEAST_FOR_EVERYBODY
      ? [`content/practice:1: ${forEverybody} are for everybody, fewer than ${LEAST_FOR_EVERYBODY}`]
      : []),
    ...texts
      .filter((text, at) => texts.indexOf(text) !== at)
      .map((text) => `content/practice:1: stands twice: "${text}"`),
  ];
}

function attempt(read: () => Practice[], problems: string[]): Practice[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

const inContent = (name: string) => `content/practice/${name}`;
