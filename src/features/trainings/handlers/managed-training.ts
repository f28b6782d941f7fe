/** Shared by the handlers of the trainer's buttons. */
import { z } from 'zod';
import { type Reply, readInput, show, type Turn } from '../../../turn.js';
import type { DeskCards, DeskOptions } from '../cards/desk-card.js';
import type { Training } from '../domain/training.js';
import type { Managing } from '../service/managing.js';
import { trainingNotFound } from '../service/not-found.js';
import { textIn } from '../text/catalogue.js';

const target = z.object({ id: z.uuid() });

/**
 * The training of the card.
 * @throws AppError `not-found`, also if the person may not manage the training.
 */
export async function managedTraining(turn: Turn, managing: Managing): Promise<Training> {
  const { id } = readInput(target, turn);
  const training = await managing.find(id, await turn.person());
  if (!training) throw trainingNotFound();
  return training;
}

export async function showDesk(
  turn: Turn,
  deskCards: DeskCards,
  training: Training,
  options: DeskOptions = {},
): Promise<Reply> {
  const card = await deskCards.render(training, turn.language, options);
  return show(card, textIn(turn.language).trainings.posted(training.title));
}
