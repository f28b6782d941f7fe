/** Three questions on the policy's own words: which part is a sentence from? Pure. */
import { createHash } from 'node:crypto';

export const QUESTIONS = 3;
/** The right part and so many of its neighbours. */
const OPTIONS = 3;

/** A part of the policy as the questions need it. */
export interface CheckSection {
  id: string;
  title: string;
  /** The official sentences. */
  sentences: readonly string[];
  /** Parts next to it, by which it could be mistaken. */
  neighbours: readonly { id: string; title: string }[];
}

export interface Question {
  /** The part that the sentence is from: the right answer. */
  sectionId: string;
  title: string;
  sentence: string;
  options: { id: string; title: string }[];
}

/**
 * Draws the questions of a training: the same for everybody, others for the next training. What the card sends
 * back is compared with what is drawn here again, so the card does not know the answers.
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

/** Long enough to be told from others, and without the answer in it. */
function isFair(sentence: string, title: string): boolean {
  const said = sentence.toLowerCase();
  const words = title
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 4);
  return sentence.length >= 40 && !words.some((word) => said.includes(word.slice(0, 6)));
}

/** In an order that the seed decides. */
function shuffled<T>(items: readonly T[], keyOf: (item: T) => string, seed: string): T[] {
  const rank = (item: T) =>
    createHash('sha256')
      .update(`${seed}:${keyOf(item)}`)
      .digest('hex');
  return [...items].sort((one, other) => rank(one).localeCompare(rank(other)));
}
