/**
 * What the bot explains besides the sections of the policy, written by its owners: how its process works, what to do in a
 * scene, summaries (`content/articles/`), and how two things differ (`content/contrasts.yaml`).
 */
import { z } from 'zod';
import { ROOT } from '../root.js';
import type { Language } from '../text/catalogue.js';
import { ContentError, readYaml } from '../text/yaml-file.js';
import { type ContrastPair, readContrasts } from './contrasts.js';
import { textWithFigures } from './placeholders.js';
import type { Policy } from './policy.js';

/** What somebody may do next. */
export const NEXT = ['reportar', 'mis casos', 'mis asistencias', 'hablar con una persona'] as const;
export type Next = (typeof NEXT)[number];

/** Cards are read on phones. */
const line = textWithFigures(3, 400);
const id = z.string().regex(/^[a-z-]+$/);
const lines = (least: number, most: number) => z.array(line).min(least).max(most);

const process = { title: line, answer: line, more: lines(1, 4) };
const howto = { title: line, answer: line, steps: lines(2, 6), say: lines(1, 4), avoid: lines(1, 4) };
const summary = { title: line, summary: line, list: lines(0, 9) };
const processFile = z.array(
  z.strictObject({ id, ...process, next: z.enum([...NEXT, '']), english: z.strictObject(process) }),
);
const howtoFile = z.array(
  z.strictObject({
    id,
    attributes: z.array(z.string()).min(1).max(3),
    ...howto,
    english: z.strictObject(howto),
  }),
);
const summaryFile = z.array(z.strictObject({ id, ...summary, english: z.strictObject(summary) }));

/** An article in one language. */
export interface ArticleWords {
  title: string;
  answer: string;
  /** What more there is to say, or an example of each of two things. */
  points: readonly string[];
  /** What to do, in order. */
  steps: readonly string[];
  say: readonly string[];
  avoid: readonly string[];
}

export interface Article {
  /** `process:ID`, `howto:ID`, `summary:ID` or `contrast:ID.ID`. */
  id: string;
  words: Readonly<Record<Language, ArticleWords>>;
  /** The sections of the policy on which it leans. */
  sections: readonly string[];
  next: Next | '';
}

export class Articles {
  readonly #byId: ReadonlyMap<string, Article>;

  private constructor(readonly all: readonly Article[]) {
    this.#byId = new Map(all.map((article) => [article.id, article]));
  }

  /** @throws ContentError naming the file and line of every error. */
  static read(policy: Policy, folder = `${ROOT}content/articles/`): Articles {
    const problems: string[] = [];
    const read = <T>(name: string, schema: z.ZodType<T[]>): T[] =>
      attempt(problems, () => readYaml(`${folder}${name}`, `content/articles/${name}`, schema));
    const all = [
      ...read('process.yaml', processFile).map(ofProcess),
      ...read('howto.yaml', howtoFile).map(ofHowto),
      ...read('summaries.yaml', summaryFile).map((one) => ofSummary(one, policy)),
      ...attempt(problems, () => readContrasts(policy)).map((pair) => ofContrast(pair, policy)),
    ];
    const ids = new Set<string>();
    for (const article of all) {
      if (ids.has(article.id)) problems.push(`${fileOf(article)}:1: ${article.id} stands twice`);
      ids.add(article.id);
      for (const section of article.sections) {
        if (!policy.find(section))
          problems.push(`${fileOf(article)}:1: ${article.id}: the policy has no section ${section}`);
      }
    }
    if (problems.length > 0) throw new ContentError(problems);
    return new Articles(all);
  }

  find(id: string): Article | undefined {
    return this.#byId.get(id);
  }
}

function attempt<T>(problems: string[], read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

const FILES: Readonly<Record<string, string>> = {
  process: 'content/articles/process.yaml',
  howto: 'content/articles/howto.yaml',
  summary: 'content/articles/summaries.yaml',
  contrast: 'content/contrasts.yaml',
};
const fileOf = ({ id }: Article) => FILES[id.split(':')[0] ?? ''];

const NOTHING_MORE = { points: [], steps: [], say: [], avoid: [] };

function ofProcess({ id, next, english, ...own }: z.output<typeof processFile>[number]): Article {
  const words = ({ title, answer, more }: Omit<typeof own, 'id'>) => ({
    ...NOTHING_MORE,
    title,
    answer,
    points: more,
  });
  return { id: `process:${id}`, words: { es: words(own), en: words(english) }, sections: [], next };
}

function ofHowto({ id, attributes, english, ...own }: z.output<typeof howtoFile>[number]): Article {
  const words = (one: typeof english) => ({ ...NOTHING_MORE, ...one });
  return { id: `howto:${id}`, words: { es: words(own), en: words(english) }, sections: attributes, next: '' };
}

function ofSummary({ id, english, ...own }: z.output<typeof summaryFile>[number], policy: Policy): Article {
  const words = ({ title, summary: answer, list }: typeof english) => ({
    ...NOTHING_MORE,
    title,
    answer,
    points: list,
  });
  const sections = policy.find(id) ? [id] : [];
  return { id: `summary:${id}`, words: { es: words(own), en: words(english) }, sections, next: '' };
}

function ofContrast({ a, b, english, ...own }: ContrastPair, policy: Policy): Article {
  const words = ({ difference, name_a, name_b, example_a, example_b }: typeof english) => {
    const names = [policy.find(a)?.title ?? name_a ?? a, policy.find(b)?.title ?? name_b ?? b];
    return {
      ...NOTHING_MORE,
      title: names.join(' · '),
      answer: difference,
      points: [example_a, example_b].map((example, at) => `${names[at]}: ${example}`),
    };
  };
  const plain = (one: string) => one.replace(/^\w+:/, '');
  return {
    id: `contrast:${plain(a)}.${plain(b)}`,
    words: { es: words(own), en: words(english) },
    sections: [a, b].filter((one) => policy.find(one)),
    next: '',
  };
}
