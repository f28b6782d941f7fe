/** Corrects the list by hand, at any time, also after the training is closed. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { correctCard, type FormProblem } from '../cards/correct-card.js';
import type { DeskCards } from '../cards/desk-card.js';
import type { Training } from '../domain/training.js';
import type { Correcting } from '../service/correcting.js';
import type { Managing } from '../service/managing.js';
import { textIn } from '../text/catalogue.js';
import { managedTraining, showDesk } from './managed-training.js';

const MIN_REASON = 3;

interface CorrectingParts {
  managing: Managing;
  correcting: Correcting;
  deskCards: DeskCards;
  renderer: Renderer;
}

/** Text that keeps its line breaks. */
const wordsOf = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => makeVisible(value).trim().slice(0, most));
const form = z.object({
  kind: z.enum(['added', 'removed']).catch('added'),
  person: z.guid().toLowerCase().optional().catch(undefined),
  contact: wordsOf(120),
  reason: wordsOf(500),
});
type CorrectionForm = z.output<typeof form>;

export class CorrectingHandler {
  constructor(private readonly parts: CorrectingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.correct', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'attendance.correct', scope: 'personal', handle: (turn) => this.#correct(turn) },
    ];
  }

  /** What was typed is why. */
  async #open(turn: Turn): Promise<Reply> {
    const training = await managedTraining(turn, this.parts.managing);
    return this.#form(turn, training, form.parse({ reason: turn.text }));
  }

  async #correct(turn: Turn): Promise<Reply> {
    const { managing, correcting, deskCards } = this.parts;
    const training = await managedTraining(turn, managing);
    const entered = readInput(form, turn);
    const { kind, person: personId, contact, reason } = entered;
    if (reason.length < MIN_REASON) return this.#form(turn, training, entered, 'reason');
    const wanted = { personId, contact, reason };
    const by = await turn.person();
    const done =
      kind === 'added'
        ? await correcting.add(training, wanted, by, turn.now)
        : await correcting.remove(training, wanted, by, turn.now);
    if ('problem' in done) return this.#form(turn, training, entered, done.problem);
    const banner = textIn(turn.language).trainings.correct[done.kind](done.name);
    return showDesk(turn, deskCards, training, { banner });
  }

  #form(turn: Turn, training: Training, entered: CorrectionForm, problem?: FormProblem): Reply {
    return show(correctCard(this.parts.renderer, training, entered, problem, turn.language));
  }
}
