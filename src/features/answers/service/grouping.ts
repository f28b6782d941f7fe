/** Puts questions together that are alike, whichever words they use. */
import type { SparseVector } from '../../../platform/learning/linear-model.js';
import type { OpenQuestion } from '../store/open-questions.js';

/** Above this cosine, two questions are one asked twice. */
const ALIKE = 0.5;

export interface QuestionGroup {
  /** How often it was asked. */
  count: number;
  /** The one that is most like the others first. */
  questions: OpenQuestion[];
}

interface Item {
  question: OpenQuestion;
  vector: Map<number, number>;
}

/**
 * The largest group first, of two the one asked last.
 * @param vectorOf a text as a unit vector in which rare words weigh more.
 */
export function groupByLikeness(
  questions: readonly OpenQuestion[],
  vectorOf: (text: string) => SparseVector,
): QuestionGroup[] {
  const groups: Item[][] = [];
  for (const question of questions) {
    const item = { question, vector: toMap(vectorOf(question.text)) };
    const nearest = groups
      .map((group) => ({ group, likeness: likenessTo(group, item) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (nearest && nearest.likeness >= ALIKE) nearest.group.push(item);
    else groups.push([item]);
  }
  return groups
    .map((group) => ({
      count: group.length,
      questions: [...group]
        .sort((a, b) => likenessTo(group, b) - likenessTo(group, a))
        .map(({ question }) => question),
    }))
    .sort((a, b) => b.count - a.count || newestOf(b).localeCompare(newestOf(a)));
}

/** When a group was last asked. */
function newestOf({ questions }: QuestionGroup): string {
  return (
    questions
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  );
}

/** The mean cosine to all of a group. */
function likenessTo(group: readonly Item[], { vector }: Item): number {
  return group.reduce((sum, other) => sum + cosine(other.vector, vector), 0) / group.length;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [row, value] of a) sum += value * (b.get(row) ?? 0);
  return sum;
}

const toMap = ({ rows, values }: SparseVector) =>
  new Map(Array.from(rows, (row, at) => [row, values[at] ?? 0]));
