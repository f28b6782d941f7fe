/** Groups similar questions, even if their wording differs. */
import type { SparseVector } from '../../../platform/learning/linear-model.js';
import type { OpenQuestion } from '../store/open-questions.js';

/** From this cosine similarity on, two questions count as the same. */
const ALIKE = 0.5;

export interface QuestionGroup {
  /** Number of questions in the group. */
  count: number;
  /** The most typical question first. */
  questions: OpenQuestion[];
}

interface Item {
  question: OpenQuestion;
  vector: Map<number, number>;
}

/**
 * Returns the largest group first; between equal ones, the most recently asked.
 * @param vectorOf turns a text into a unit vector in which rare words weigh more.
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

/** The time of the latest question in a group. */
function newestOf({ questions }: QuestionGroup): string {
  return (
    questions
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  );
}

/** The mean cosine similarity to the members of a group. */
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
