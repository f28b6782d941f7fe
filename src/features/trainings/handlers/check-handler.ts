/** Posts the learning check and takes its answers. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import { checkCard, inputOf } from '../cards/check-card.js';
import type { DeskCards } from '../cards/desk-card.js';
import type { Question } from '../domain/questions.js';
import type { Training } from '../domain/training.js';
import type { LearningCheck } from '../service/learning-check.js';
import type { Managing } from '../service/managing.js';
import { trainingNotFound } from '../service/not-found.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import { managedTraining, showDesk } from './managed-training.js';

/** Loose because of one input per question, which the service checks against the options. */
const answerInput = z.looseObject({ id: z.uuid() });

interface CheckParts {
  managing: Managing;
  check: LearningCheck;
  trainings: TrainingStore;
  questionsOf: (training: Training) => Question[];
  deskCards: DeskCards;
  renderer: Renderer;
}

export class CheckHandler {
  constructor(private readonly parts: CheckParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.check', scope: 'personal', handle: (turn) => this.#post(turn) },
      { verb: 'training.answer', scope: 'anywhere', handle: (turn) => this.#answer(turn) },
    ];
  }

  async #post(turn: Turn): Promise<Reply> {
    const { managing, check, deskCards } = this.parts;
    const text = textIn(turn.language).trainings;
    const posted = await check.post(await managedTraining(turn, managing));
    if (posted === 'cannot-post') return say(text.problem[posted]);
    if (posted === 'in-doubt') return say(text.desk.checkInDoubt);
    return showDesk(turn, deskCards, posted, { banner: text.desk.checkSent });
  }

  async #answer(turn: Turn): Promise<Reply> {
    const { check, trainings, questionsOf, renderer } = this.parts;
    const text = textIn(turn.language).trainings.check;
    const { id, ...inputs } = readInput(answerInput, turn);
    const training = await trainings.find(id);
    if (!training || !check.isAsked(training, turn)) throw trainingNotFound();
    const questions = questionsOf(training);
    const chosen = questions.map((_, at) => inputs[inputOf(at)]);
    const answered = await check.answer(training, turn.actor.id, chosen);
    if (answered.kind !== 'answered') {
      return say(answered.kind === 'incomplete' ? text.incomplete : text.notAttending);
    }
    const note = answered.isFirst ? text.score(answered.right) : text.already;
    const done = { answers: answered.answers, note };
    const card = checkCard(renderer, training.id, questions, turn.language, done);
    return { kind: 'show', message: { card }, aside: text.received };
  }
}
