/** What the people who care for the content can learn from: without names, the most frequent first. */
import type { SparseVector } from '../../../platform/learning/linear-model.js';
import type { Tables } from '../../../platform/storage/tables.js';
import { type Asked, AskedBack } from '../store/asked-back.js';
import { FeedbackStore, type Opinion } from '../store/feedback-store.js';
import { OpenQuestions } from '../store/open-questions.js';
import { groupByLikeness, type QuestionGroup } from './grouping.js';

export interface Lessons {
  /** What the policy does not answer. */
  unanswered: QuestionGroup[];
  /** What was asked back: what was offered, and what was chosen. */
  askedBack: { offered: string[]; count: number; chosen: Record<string, number>; samples: string[] }[];
  /** The opinions on the answers, the sections with the most complaints first. */
  opinions: { sectionId: string; useful: number; useless: number; comments: string[] }[];
}

export class LearningList {
  constructor(
    private readonly parts: {
      questions: OpenQuestions;
      askedBack: AskedBack;
      feedback: FeedbackStore;
      /** Turns a text into a unit vector in which rare words weigh more. */
      vectorOf: (text: string) => SparseVector;
    },
  ) {}

  static of(tables: Tables, vectorOf: (text: string) => SparseVector): LearningList {
    return new LearningList({
      questions: new OpenQuestions(tables),
      askedBack: new AskedBack(tables),
      feedback: new FeedbackStore(tables),
      vectorOf,
    });
  }

  async since(from: Date, now: Date): Promise<Lessons> {
    const { questions, askedBack, feedback, vectorOf } = this.parts;
    return {
      unanswered: groupByLikeness(await questions.since(from, now), vectorOf),
      askedBack: byOffer(await askedBack.since(from, now)),
      opinions: bySection(await feedback.since(from, now)),
    };
  }
}

function byOffer(asked: readonly Asked[]): Lessons['askedBack'] {
  const groups = groupBy(asked, ({ offered }) => [...offered].sort().join(','));
  return [...groups.values()]
    .map((group) => ({
      offered: group[0]?.offered ?? [],
      count: group.length,
      chosen: countOf(group.flatMap(({ chosen }) => chosen || [])),
      samples: [...new Set(group.flatMap(({ text }) => text || []))],
    }))
    .sort((a, b) => b.count - a.count);
}

function bySection(opinions: readonly Opinion[]): Lessons['opinions'] {
  const groups = groupBy(opinions, ({ sectionId }) => sectionId);
  return [...groups]
    .map(([sectionId, group]) => ({
      sectionId,
      useful: group.filter(({ useful }) => useful).length,
      useless: group.filter(({ useful }) => !useful).length,
      comments: group.flatMap(({ comment }) => comment || []),
    }))
    .sort((a, b) => b.useless - a.useless);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function countOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
