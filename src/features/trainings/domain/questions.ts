/** Three multiple-choice questions about the policy: which section does this sentence come from? */
import { createHash } from 'node:crypto';
import type { Policy } from '../../../platform/policy/policy.js';

export const QUESTIONS = 3;
/** The right section plus its neighbours. */
const OPTIONS = 3;

/** The data of a policy section that the questions need. */
interface CheckSection {
  id: string;
  title: string;
  /** The official sentences. */
  sentences: readonly string[];
  /** Sibling sections, offered as wrong answers. */
  neighbours: readonly { id: string; title: string }[];
}

export interface Question {
  /** The section that the sentence comes from: the right answer. */
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
 * Draws the questions of a training. Every attendee gets the same questions; another training gets others.
 * The same draw is repeated to judge the answers, so the card does not contain the right ones.
 * @param seed the id of the training.
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

/** The chosen option of each question; undefined if any question lacks a valid option. */
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

/** Tells whether a sentence is long enough to be distinctive and does not give the answer away. */
function isFair(sentence: string, title: string): boolean {
  const said = sentence.toLowerCase();
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 4);
  return sentence.length >= 40 && !words.some((word) => said.includes(word.slice(0, 6)));
}

/** Shuffles the items deterministically by the seed. */
function shuffled<T>(items: readonly T[], keyOf: (item: T) => string, seed: string): T[] {
  const rank = (item: T) =>
    createHash('sha256')
      .update(`${seed}:${keyOf(item)}`)
      .digest('hex');
  return [...items].sort((one, other) => rank(one).localeCompare(rank(other)));
}
