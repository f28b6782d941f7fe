/** Registers from Teams: by the button on the card, or by a typed or scanned code. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { inOneLine, tell } from '../cards/outcome-words.js';
import { receiptCard } from '../cards/receipt-card.js';
import type { TrainingCards } from '../cards/training-card.js';
import { personKey } from '../domain/attendee.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import type { Training } from '../domain/training.js';
import type { Announcing } from '../service/announcing.js';
import type { AttendanceService } from '../service/attendance-service.js';
import type { Counts } from '../service/counts.js';
import { trainingNotFound } from '../service/not-found.js';
import type { TrainerNotices } from '../service/trainer-notices.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import { codeIn } from './code-in-text.js';

interface AttendanceHandlerParts {
  attendanceService: AttendanceService;
  announcing: Pick<Announcing, 'found'>;
  trainerNotices: Pick<TrainerNotices, 'announced'>;
  background: Pick<FeatureContext['background'], 'run'>;
  trainings: TrainingStore;
  attendance: AttendanceStore;
  counts: Counts;
  cards: TrainingCards;
  renderer: Renderer;
}

const target = z.object({ id: z.uuid() });
const viewed = target.extend({ reminder: z.boolean().catch(false) });
const tapped = target.extend({
  code: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => (value ?? '').trim().slice(0, 20)),
});

export class AttendanceHandler {
  constructor(private readonly parts: AttendanceHandlerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'attendance.register', scope: 'anywhere', handle: (turn) => this.#tapped(turn) },
      { verb: 'training.view', scope: 'anywhere', handle: (turn) => this.#view(turn) },
    ];
  }

  /** Handles a message such as "asistencia 7F3K2Q". */
  async typed(turn: Turn): Promise<Reply> {
    const code = codeIn(turn);
    if (!code) return say(textIn(turn.language).trainings.askCode);
    const outcome = await this.parts.attendanceService.byCode(code, await turn.person(), turn.now);
    const card = receiptCard(this.parts.renderer, outcome, turn.language);
    return show(card, tell(outcome, turn.language).heading);
  }

  async #tapped(turn: Turn): Promise<Reply> {
    const { id, code } = readInput(tapped, turn);
    const outcome = await this.parts.attendanceService.byButton(id, await turn.reader(), code, turn.now);
    if ('training' in outcome) this.#found(turn, outcome.training);
    if (outcome.kind === 'registered' || outcome.kind === 'already') return this.#card(turn, outcome);
    // A text reply keeps the card and the person's input.
    return say(inOneLine(tell(outcome, turn.language)));
  }

  /** Shows the person's own view of the card; Teams invokes this by itself (automatic refresh). */
  async #view(turn: Turn): Promise<Reply> {
    const { trainings, attendance, counts, cards } = this.parts;
    const { id, reminder } = readInput(viewed, turn);
    const training = await trainings.find(id);
    if (!training) throw trainingNotFound();
    this.#found(turn, training);
    const attendee = await attendance.find(training.id, personKey(turn.actor.id));
    if (attendee) return this.#card(turn, { kind: 'registered', training, attendee });
    const count = await counts.of(training.id);
    return show(cards[reminder ? 'remind' : 'render'](training, count, turn.language));
  }

  /** Behind the answer, which does not depend on where the card is. */
  #found(turn: Turn, training: Training): void {
    const { announcing, trainerNotices, background } = this.parts;
    background.run('card of training found', async () => {
      if (await announcing.found(training, turn)) trainerNotices.announced(training);
    });
  }

  async #card(turn: Turn, outcome: Extract<AttendanceOutcome, { attendee: unknown }>): Promise<Reply> {
    const { training } = outcome;
    const count = await this.parts.counts.lately(training.id);
    const told = tell(outcome, turn.language);
    const card = this.parts.cards.render(training, count, turn.language, told);
    return { kind: 'show', message: { card }, aside: inOneLine(told) };
  }
}
