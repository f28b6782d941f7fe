/** The learning check: posted on the trainer's request, answered once by each attendee. */

import type { FeatureContext } from '../../../feature.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Channel } from '../../../platform/delivery/channel.js';
import { checkCard } from '../cards/check-card.js';
import { personKey } from '../domain/attendee.js';
import { answersAmong, countRight, type Question } from '../domain/questions.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { LearningResults } from '../store/learning-results.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import { messageOf, type NotPosted, notPostedBecause, type ShownCard } from './posted-card.js';

interface LearningCheckParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  results: LearningResults;
  questionsOf: (training: Training) => Question[];
  channel: Channel;
  renderer: Renderer;
  background: Pick<FeatureContext['background'], 'run'>;
}

export type Answered =
  | { kind: 'not-attending' | 'incomplete' }
  /** With the answers that count, which are always the first. */
  | { kind: 'answered'; isFirst: boolean; answers: string[]; right: number };

export class LearningCheck {
  constructor(private readonly parts: LearningCheckParts) {}

  /** Posts the questions in the channel. Repeating the call changes nothing. */
  async post(training: Training): Promise<Training | NotPosted> {
    if (training.checkMessageId !== '') return training;
    const { trainings, questionsOf, channel, renderer } = this.parts;
    const card = checkCard(renderer, training.id, questionsOf(training), 'es');
    try {
      const { summary } = textIn('es').trainings.check;
      const checkMessageId = await channel.post(training, { card, summary });
      return await trainings.change(training.id, (before) => ({ ...before, checkMessageId }));
    } catch (error) {
      return notPostedBecause(error);
    }
  }

  /** Tells whether the questions are asked. Their card in the channel tells it too, when Teams did not on posting. */
  isAsked(training: Training, shown: ShownCard): boolean {
    if (training.checkMessageId !== '') return true;
    const checkMessageId = messageOf(training, shown);
    if (checkMessageId === undefined || checkMessageId === training.messageId) return false;
    const { background, trainings } = this.parts;
    background.run('questions found', async () => {
      await trainings.change(training.id, (before) =>
        before.checkMessageId === '' ? { ...before, checkMessageId } : before,
      );
    });
    return true;
  }

  /** @param chosen the submitted value for each question, not validated. */
  async answer(training: Training, personId: string, chosen: readonly unknown[]): Promise<Answered> {
    const { attendance, results, questionsOf } = this.parts;
    if (!(await attendance.find(training.id, personKey(personId)))) return { kind: 'not-attending' };
    const questions = questionsOf(training);
    const given = answersAmong(questions, chosen);
    if (!given) return { kind: 'incomplete' };
    const { isFirst, answers } = await results.keep(training, personId, given);
    return { kind: 'answered', isFirst, answers, right: countRight(questions, answers) };
  }
}
