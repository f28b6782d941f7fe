/** Questions that got no answer, for those who look after the content. Kept without the person. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { featuresOf } from '../learning/features.js';
import { rowsOf, type Tables } from '../storage/tables.js';
import { redact } from '../text/redact.js';

const MAX_LENGTH = 500;
/** Above this cosine, two questions are one asked twice. */
const ALIKE = 0.5;

const row = z.object({ text: z.string(), nearestId: z.string(), at: z.string() });

export interface OpenQuestion {
  text: string;
  /** The section that came nearest. */
  nearestId: string;
  /** ISO 8601. */
  at: string;
}

export interface QuestionGroup {
  /** How often it was asked, in whichever words. */
  count: number;
  /** The questions, the one that is most like the others first. */
  questions: OpenQuestion[];
}

/** In the table `Feedback`, partitioned by month, beside what people thought of answers. */
export class OpenQuestions {
  constructor(private readonly tables: Tables) {}

  async save(asked: { text: string; nearestId: string; activityId: string; at: Date }): Promise<void> {
    const { text, nearestId, activityId, at } = asked;
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: {
        partitionKey: monthOf(at),
        rowKey: `question:${createHash('sha256').update(activityId).digest('hex')}`,
        text: redact(text).slice(0, MAX_LENGTH),
        nearestId,
        at: at.toISOString(),
      },
    });
  }

  async since(from: Date, now: Date): Promise<OpenQuestion[]> {
    const found: OpenQuestion[] = [];
    for (const month of monthsBetween(from, now)) {
      for await (const stored of rowsOf(this.tables, 'Feedback', month, 'question:')) {
        const question = row.parse(stored.row);
        if (question.at >= from.toISOString()) found.push(question);
      }
    }
    return found.sort((a, b) => a.at.localeCompare(b.at));
  }
}

/** Puts questions together that are alike; the largest group first, then the newest. */
export function groupByLikeness(questions: readonly OpenQuestion[]): QuestionGroup[] {
  const groups: { center: Map<string, number>; questions: OpenQuestion[] }[] = [];
  for (const question of questions) {
    const features = unit(featuresOf(question.text));
    const nearest = groups
      .map((group) => ({ group, likeness: cosine(group.center, features) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (nearest && nearest.likeness >= ALIKE) nearest.group.questions.push(question);
    else groups.push({ center: features, questions: [question] });
  }
  return groups
    .map((group) => ({ count: group.questions.length, questions: group.questions }))
    .sort((a, b) => b.count - a.count || newest(b).localeCompare(newest(a)));
}

const newest = ({ questions }: QuestionGroup) => questions.at(-1)?.at ?? '';
const monthOf = (at: Date) => at.toISOString().slice(0, 7);

function monthsBetween(from: Date, to: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; month <= to; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(monthOf(month));
  return months;
}

function unit(features: Map<string, number>): Map<string, number> {
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return new Map([...features].map(([name, value]) => [name, value / length]));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, value] of a) sum += value * (b.get(name) ?? 0);
  return sum;
}
