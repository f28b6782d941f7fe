import { z } from 'zod';
import { insertNew } from '../../../platform/storage/conditional.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { pseudonymOf } from '../domain/codes.js';
import { QUESTIONS } from '../domain/questions.js';
import type { Training } from '../domain/training.js';

const PREFIX = 'check:';

const answerRow = z.object({ answers: z.string() });
const answerList = z.array(z.string()).length(QUESTIONS);

/** The pseudonymous answers to the questions of a training: rows `check:` and a pseudonym. */
export class LearningResults {
  constructor(private readonly tables: Tables) {}

  /** Stores a person's first answers; returns the answers that count, which are always the first. */
  async keep(
    training: Training,
    personId: string,
    answers: string[],
  ): Promise<{ isFirst: boolean; answers: string[] }> {
    const rowKey = `${PREFIX}${pseudonymOf(training.secret, personId)}`;
    const row = { partitionKey: training.id, rowKey, answers: JSON.stringify(answers) };
    if (await insertNew(this.tables, 'Trainings', row)) return { isFirst: true, answers };
    const stored = await this.tables.get('Trainings', training.id, rowKey);
    return { isFirst: false, answers: stored ? answersOf(stored.row) : answers };
  }

  async all(trainingId: string): Promise<string[][]> {
    const all: string[][] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, PREFIX))
      all.push(answersOf(row));
    return all;
  }
}

function answersOf(row: Row): string[] {
  return answerList.parse(JSON.parse(answerRow.parse(row).answers));
}
