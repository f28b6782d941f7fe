/** How people ask for the articles, written by many writers: `ml/articles/`. */
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import type { Article } from '../../src/platform/policy/articles.js';
import { ROOT } from '../../src/platform/root.js';
import { ContentError } from '../../src/platform/text/yaml-file.js';
import type { Intent } from '../../src/platform/understanding/intents.js';
import { OUTSIDE } from '../../src/platform/understanding/search.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';
import { readJsonLines } from './json-lines.js';
import type { Phrasings } from './phrasings.js';

const FOLDER = `${ROOT}ml/articles/`;
/** In the place of an id: what only sounds like a question for an article. */
const NONE = 'none';
const question = z.strictObject({ id: z.string(), text: z.string().trim().min(1) });

export interface ArticleQuestion {
  /** Of the article, or `none`. */
  id: string;
  text: string;
  /** The file in which it stands: those of one writer stand together. */
  file: string;
}

/** @throws ContentError naming the file and line of every error. */
export function readArticleQuestions(articles: readonly Pick<Article, 'id'>[]): ArticleQuestion[] {
  const known = new Set([NONE, ...articles.map(({ id }) => id)]);
  const read = readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) =>
      readJsonLines(`${FOLDER}${file}`, `ml/articles/${file}`, question).map((one, at) => ({
        ...one,
        file,
        line: at + 1,
      })),
    );
  const problems = read
    .filter(({ id }) => !known.has(id))
    .map(({ id, file, line }) => `ml/articles/${file}:${line}: there is no article ${id}`);
  const asked = new Set(read.map(({ id }) => id));
  const unasked = [...known].filter((id) => !asked.has(id));
  problems.push(...unasked.map((id) => `ml/articles/first.jsonl:1: nobody asks for ${id}`));
  if (problems.length > 0) throw new ContentError(problems);
  return read.map(({ id, text, file }) => ({ id, text, file }));
}

/** Few texts for many articles: the model goes through them for longer. */
export const ARTICLES_FIT: FitOptions = { rate: 1, l2: 5e-6, shape: true, least: 2, epochs: 20 };
export const ARTICLE_KINDS_FIT: FitOptions = { rate: 0.5, l2: 5e-5, shape: true, least: 2 };

/** Which article is asked for, if any is. */
export const articleExamples = (
  articles: readonly Article[],
  questions: readonly ArticleQuestion[],
): Example[] => [
  ...articles.map(({ id, words }) => ({ text: words.es.title, label: id })),
  ...questions.filter(({ id }) => id !== NONE).map(({ id, text }) => ({ text, label: id })),
];

/** What asks for no article, by what it is instead. */
export interface OtherTexts {
  policy: readonly string[];
  offPolicy: readonly string[];
  smallTalk: readonly string[];
  intents: Phrasings['intents'];
  untold: readonly string[];
}

/** What is asked under these names is what some articles answer. */
const ANSWERED: readonly string[] = ['policy', 'confidentiality', 'superior'] satisfies Intent[];

/** Whether an article is asked for, and of what kind. */
export function articleKindExamples(
  questions: readonly ArticleQuestion[],
  { policy, offPolicy, smallTalk, intents, untold }: OtherTexts,
): Example[] {
  const other = (name: string, texts: readonly string[], oneOf: number): Example[] =>
    texts.filter((_, at) => at % oneOf === 0).map((text) => ({ text, label: OUTSIDE + name }));
  const unlike = Object.entries(intents).filter(([intent]) => !ANSWERED.includes(intent));
  return [
    ...questions.map(({ id, text }) => ({ text, label: kindOf(id) })),
    ...other('policy', policy, 2),
    ...other('off', offPolicy, 1),
    ...other('small', smallTalk, 1),
    ...unlike.flatMap(([, texts]) => other('intent', texts, 2)),
    ...other('told', untold, 4),
  ];
}

const kindOf = (id: string): string => (id === NONE ? `${OUTSIDE}near` : (id.split(':')[0] ?? id));
