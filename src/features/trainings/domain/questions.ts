/** Three questions on the policy's own words: which part is this sentence from? */
import { createHash } from 'node:crypto';
import type { Policy } from '../../../platform/policy/policy.js';

export const QUESTIONS = 3;
/** The right part and its neighbours together. */
const OPTIONS = 3;

/** A part of the policy as the questions need it. */
interface CheckSection {
  id: string;
  title: string;
  /** The official sentences. */
  sentences: readonly string[];
  /** Parts that it can be mistaken for. */
  neighbours: readonly { id: string; title: string }[];
}

export interface Question {
  /** The part that the sentence is from: the right answer. */
  sectionId: string;
  title: string;
  sentence: string;
  options: { id: string; title: string }[];
}

export function sectionsOf(policy: Policy): CheckSection[] {
  return policy.sections.map((section) => ({
    id: section.id,
    title: section.title,
    sentences: section.official,
    neighbours: policy.siblingsOf(section).map(({ id, title }) => ({ id, title })),
  }));
}

/**
 * Draws the questions of a training: the same for everybody in it, others for the next training. They are drawn again
 * to judge the answers, so the card does not carry the right ones.
 * @param seed the training's id.
 */
export function drawQuestions(sections: readonly CheckSection[], seed: string): Question[] {
  const usable = sections.filter(
    ({ neighbours, sentences, title }) =>
      neighbours.length >= OPTIONS - 1 && sentences.some((sentence) => isFair(sentence, title)),
  );
  return shuffled(usable, ({ id }) => id, seed)
    .slice(0, QUESTIONS)
    .map(({ id, title, sentences, neighbours }) => {
      const fair = sentences.filter((sentence) => isFair(sentence, title));
      const wrong = shuffled(neighbours, (other) => other.id, `${seed}:${id}`).slice(0, OPTIONS - 1);
      return {
        sectionId: id,
        title,
        sentence: shuffled(fair, (sentence) => sentence, seed)[0] ?? '',
        options: shuffled([{ id, title }, ...wrong], (option) => option.id, `${seed}:${id}:order`),
      };
    });
}

/** What somebody chose for each question; undefined where a question has none of its options chosen. */
export function answersAmong(
  questions: readonly Question[],
  chosen: readonly unknown[],
): string[] | undefined {
  const answers = questions.map(({ options }, at) => options.find(({ id }) => id === chosen[at])?.id);
  return answers.every((answer) => answer !== undefined) ? answers : undefined;
}

export function countRight(questions: readonly Question[], answers: readonly string[]): number {
  return questions.filter(({ sectionId }, at) => answers[at] === sectionId).length;
}

/** Tells whether a sentence is long enough to be told from others and does not name the answer. */
function isFair(sentence: string, title: string): boolean {
  const said = sentence.toLowerCase();
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 4);
  return sentence.length >= 40 && !words.some((word) => said.includes(word.slice(0, 6)));
}

/** The items in an order that the seed decides. */
function shuffled<T>(items: readonly T[], keyOf: (item: T) => string, seed: string): T[] {
  const rank = (item: T) =>
    createHash('sha256')
      .update(`${seed}:${keyOf(item)}`)
      .digest('hex');
  return [...items].sort((one, other) => rank(one).localeCompare(rank(other)));
}
