/** Reminds a person of a training that comes, because they asked for it: once, some minutes before it begins. */
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.js';
import { DeliveryError, type DeliveryFailure } from '../../../platform/delivery/channel.js';
import type { Notices } from '../../../platform/delivery/notices.js';
import { type WorkKinds, type WorkQueue, workKind } from '../../../platform/delivery/work.js';
import type { Logger } from '../../../platform/log.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { timeOfDay } from '../../../platform/text/dates.js';
import type { TrainingCards } from '../cards/training-card.js';
import { personKey } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { ReminderStore } from '../store/reminder-store.js';
import type { TrainingStore } from '../store/training-store.js';

/** Time to walk to the room. */
const BEFORE_MS = 15 * 60_000;
/** Time between attempts while Teams takes no messages. */
const AGAIN_MS = 60_000;
/** The message certainly did not arrive, and may arrive later. */
const COMES_AGAIN: ReadonlySet<DeliveryFailure> = new Set(['throttled', 'unavailable']);
const KIND = 'training-reminder';
const message = z.object({
  kind: z.literal(KIND),
  trainingId: z.string().min(1),
  personId: z.string().min(1),
});

interface AskedReminderParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  reminders: ReminderStore;
  cards: TrainingCards;
  notices: Notices;
  work: Pick<WorkQueue, 'later'>;
  clock: Clock;
  log: Logger;
}

/** `late`: it begins too soon, or has begun. */
export type Asked = 'asked' | 'again' | 'late';

export class AskedReminders {
  constructor(private readonly parts: AskedReminderParts) {}

  get work(): WorkKinds {
    return { [KIND]: workKind(message, (item) => this.#run(item)) };
  }

  async ask(training: Training, personId: string): Promise<Asked> {
    const { reminders, work } = this.parts;
    const inMs = this.#untilReminder(training);
    if (training.state === 'closed' || inMs <= 0) return 'late';
    // Queued before the mark: what has a mark comes, and a message without one does nothing.
    await work.later({ kind: KIND, trainingId: training.id, personId }, inMs);
    return (await reminders.mark(training.id, personId, 'asked')) ? 'asked' : 'again';
  }

  /** @returns the milliseconds until the next try, if one is needed. */
  async #run({ trainingId, personId }: z.output<typeof message>): Promise<number | undefined> {
    const { trainings, attendance, reminders, clock } = this.parts;
    const training = await trainings.find(trainingId);
    if (training?.state !== 'open') return undefined;
    const early = this.#untilReminder(training);
    if (early > 0) return early;
    const isOver = clock().getTime() > Date.parse(training.endsAt);
    const isListed = await attendance.find(trainingId, personKey(personId));
    // The mark goes first, so that of two messages one reminds.
    if (isOver || isListed || !(await reminders.take(trainingId, personId, 'asked'))) return undefined;
    return this.#send(training, personId);
  }

  async #send(training: Training, personId: string): Promise<number | undefined> {
    const { attendance, cards, notices, reminders, log } = this.parts;
    const count = await attendance.count(training.id);
    const cardIn = (language: Language) => {
      const at = timeOfDay(new Date(training.startsAt), language);
      const heading = textIn(language).trainings.reminder.asked(at);
      return cards.render(training, count, language, { style: 'accent', heading, body: '' });
    };
    const inLanguage = { es: cardIn('es'), en: cardIn('en') };
    try {
      await notices.tell(personId, (language) => ({
        card: inLanguage[language],
        summary: textIn(language).trainings.reminder.coming(training.title),
      }));
      return undefined;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ training: training.id, person: personId, err: error }, 'not reminded');
      if (!COMES_AGAIN.has(error.failure)) return undefined;
      await reminders.mark(training.id, personId, 'asked');
      return error.retryAfterMs ?? AGAIN_MS;
    }
  }

  #untilReminder({ startsAt }: Training): number {
    return Date.parse(startsAt) - BEFORE_MS - this.parts.clock().getTime();
  }
}
