/** Ties meetings to trainings, and tells the chat of a meeting that it is tied no longer. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { DeliveryError, mayArriveLater } from '../../../platform/delivery/channel.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { untiedCard } from '../cards/live-card.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

const LEFT = 'meeting-left';
const leftWork = z.object({
  kind: z.literal(LEFT),
  trainingId: z.string().min(1),
  conversationId: z.string().min(1),
});
type LeftWork = z.output<typeof leftWork>;

interface MeetingTieParts extends Pick<FeatureContext, 'renderer' | 'channel' | 'background' | 'log'> {
  trainings: TrainingStore;
  work: Pick<FeatureContext['work'], 'prepare' | 'carry'>;
}

export class MeetingTies {
  constructor(private readonly parts: MeetingTieParts) {}

  get work(): WorkKinds {
    // Who is tied to what shows on the trainer's card, too.
    return { [LEFT]: workKind(leftWork, (item) => this.#tell(item), { comesAgain: false }) };
  }

  /** Ties a meeting to a training, which has one at most. Idempotent. The chat of another one is told. */
  async tie(training: Training, conversationId: string): Promise<Training> {
    if (training.meetingId === conversationId) return training;
    return this.#leave(training, conversationId);
  }

  /** Idempotent; what was noted stays. The chat of the meeting is told. */
  async untie(training: Training): Promise<Training> {
    return this.#leave(training, '');
  }

  /** Unties in the chat of the meeting itself, where the answer tells it. Idempotent; what was noted stays. */
  untieHere(training: Training): Promise<Training> {
    return this.#change(training, '');
  }

  async #leave(training: Training, meetingId: string): Promise<Training> {
    if (training.meetingId === '') return this.#change(training, meetingId);
    const { trainings, work, background } = this.parts;
    const item: LeftWork = { kind: LEFT, trainingId: training.id, conversationId: training.meetingId };
    const net = await work.prepare(item);
    // Of several calls at once, one leaves the meeting.
    let hasLeft = false;
    const changed = await trainings.change(training.id, (before) => {
      hasLeft = before.meetingId === training.meetingId;
      return hasLeft ? { ...before, meetingId } : before;
    });
    background.run('meeting left', () =>
      work.carry(net, async () => (hasLeft ? this.#tell(item) : undefined)),
    );
    return changed.meetingId === meetingId ? changed : this.#leave(changed, meetingId);
  }

  #change({ id }: Training, meetingId: string): Promise<Training> {
    return this.parts.trainings.change(id, (before) => ({ ...before, meetingId }));
  }

  /** Once: what may have arrived is not sent again. Throws when it certainly did not arrive, and then comes again. */
  async #tell({ trainingId, conversationId }: LeftWork): Promise<undefined> {
    const { trainings, renderer, channel, log } = this.parts;
    const training = await trainings.find(trainingId);
    // Tied again meanwhile, or never untied.
    if (!training || training.meetingId === conversationId) return;
    const card = untiedCard(renderer, training, 'es');
    const summary = textIn('es').meetings.live.untied(training.title);
    try {
      await channel.post({ serviceUrl: training.serviceUrl, conversationId }, { card, summary });
    } catch (error) {
      if (!(error instanceof DeliveryError) || mayArriveLater(error)) throw error;
      log.warn({ training: trainingId, err: error }, 'chat of a meeting not told');
    }
  }
}
