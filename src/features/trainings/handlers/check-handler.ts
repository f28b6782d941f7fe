/** The check of what was learned: posted when the trainer asks, answered once, counted by question. */
import { z } from 'zod';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Channel, DeliveryError } from '../../../platform/delivery/channel.js';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import { personKey } from '../domain/attendee.js';
import { pseudonymOf } from '../domain/codes.js';
import { type CheckSection, drawQuestions, QUESTIONS, type Question } from '../domain/questions.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';
import type { TrainingDesk } from './desk-handler.js';

/** Below that, a result would tell of a person. */
const LEAST_ANSWERS = 3;
const PREFIX = 'check:';

const target = z.object({ id: z.uuid() });
const answerRow = z.object({ answers: z.string() });
const answerList = z.array(z.string()).length(QUESTIONS);

/** What was answered, without who answered: rows `check:` and a pseudonym, inserted once. */
export class LearningResults {
  constructor(
    private readonly tables: Tables,
    private readonly sections: readonly CheckSection[],
  ) {}

  questionsOf({ id }: Training): Question[] {
    return drawQuestions(this.sections, id);
  }

  /** Keeps somebody's answers; gives back the ones that count, which are the first. */
  async keep(
    training: Training,
    personId: string,
    answers: string[],
  ): Promise<{ first: boolean; answers: string[] }> {
    const rowKey = `${PREFIX}${pseudonymOf(training.secret, personId)}`;
    const row = { partitionKey: training.id, rowKey, answers: JSON.stringify(answers) };
    try {
      await this.tables.write('Trainings', { kind: 'insert', row });
      return { first: true, answers };
    } catch (error) {
      if (!isFailure(error, 'exists')) throw error;
      const stored = await this.tables.get('Trainings', training.id, rowKey);
      return { first: false, answers: stored ? read(stored.row) : answers };
    }
  }

  /** The results by question, for the trainer's card. */
  async lines(training: Training, language: Language): Promise<{ results: string[]; resultsNote: string }> {
    if (training.checkMessageId === '') return { results: [], resultsNote: '' };
    const all: string[][] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', training.id, PREFIX)) all.push(read(row));
    const text = textIn(language).trainings.desk;
    if (all.length < LEAST_ANSWERS) {
      return { results: [], resultsNote: text.tooFewAnswers(all.length, LEAST_ANSWERS) };
    }
    const results = this.questionsOf(training).map(({ sectionId, title }, at) => {
      const right = all.filter((answers) => answers[at] === sectionId).length;
      return text.result(at + 1, title, right, all.length);
    });
    return { results, resultsNote: '' };
  }
}

export interface CheckParts {
  results: LearningResults;
  trainings: TrainingStore;
  attendance: AttendanceStore;
  desk: TrainingDesk;
  channel: Channel;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

export class LearningCheck {
  constructor(private readonly parts: CheckParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.check', scope: 'personal', handle: (turn) => this.#ask(turn) },
      { verb: 'training.answer', scope: 'anywhere', handle: (turn) => this.#answer(turn) },
    ];
  }

  async #ask(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const { desk, channel, trainings } = this.parts;
    const training = await desk.find(turn);
    if (!training) return say(text.notFound);
    if (training.checkMessageId === '') {
      const card = this.#card(training, 'es', { open: true, problem: '' });
      try {
        const summary = textIn('es').trainings.check.summary;
        const checkMessageId = await channel.post(training, { card, summary });
        await trainings.change(training.id, (before) => ({ ...before, checkMessageId }));
      } catch (error) {
        if (error instanceof DeliveryError) return say(text.problem['cannot-post']);
        throw error;
      }
    }
    return desk.show(turn, training.id, { banner: text.desk.checkSent });
  }

  async #answer(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const parsed = target.safeParse(turn.input);
    if (!parsed.success) throw new AppError('invalid-input', { cause: parsed.error });
    const training = await this.parts.trainings.find(parsed.data.id);
    if (!training || training.checkMessageId === '') return say(text.notFound);
    const key = personKey((await this.parts.personOf(turn)).id);
    if (!(await this.parts.attendance.find(training.id, key))) return say(text.check.notAttending);
    const questions = this.parts.results.questionsOf(training);
    const given = questions.map(({ options }, at) => {
      const value = turn.input[inputOf(at)];
      return options.some(({ id }) => id === value) ? String(value) : '';
    });
    if (given.includes('')) return say(text.check.incomplete);
    const { first, answers } = await this.parts.results.keep(training, turn.actor.id, given);
    const right = questions.filter(({ sectionId }, at) => answers[at] === sectionId).length;
    const note = first ? text.check.score(right) : text.check.already;
    const card = this.#card(training, turn.language, { open: false, problem: note, answers });
    return { kind: 'show', message: { card }, aside: text.check.received };
  }

  #card(
    training: Training,
    language: Language,
    options: { open: boolean; problem: string; answers?: string[] },
  ): Card {
    const text = textIn(language).trainings.check;
    const { answers } = options;
    const questions = this.parts.results.questionsOf(training).map((question, at) => {
      const isRight = answers?.[at] === question.sectionId;
      return {
        number: text.number(at + 1),
        words: `“${question.sentence}”`,
        input: inputOf(at),
        options: question.options.map(({ id, title }) => ({ title, value: id })),
        answered: answers !== undefined,
        verdict: answers ? (isRight ? text.right(question.title) : text.wrong(question.title)) : '',
      };
    });
    const { open, problem } = options;
    return this.parts.renderer.render(
      'training-check',
      { id: training.id, problem, open, questions },
      language,
    );
  }
}

const inputOf = (at: number) => `q${at + 1}`;

function read(row: object): string[] {
  return answerList.parse(JSON.parse(answerRow.parse(row).answers));
}
