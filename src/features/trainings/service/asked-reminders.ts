/** Reminds a person of a training that comes, because they asked for it: once, some minutes before it begins. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { Dispatcher, type DispatcherParts } from '../../../platform/delivery/dispatcher.js';
import { NoticeEffects, type RenderNotice } from '../../../platform/delivery/notice-effects.js';
import { NoticeGate, type NoticeGateParts } from '../../../platform/delivery/notice-gate.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { timeOfDay } from '../../../platform/text/dates.js';
import type { TrainingCards } from '../cards/training-card.js';
import { personKey } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import { REMINDER, type ReminderStore } from '../store/reminder-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

/** Time to walk to the room. */
const BEFORE_MS = 15 * 60_000;
/** What one instance leaves to another: the reminders of a training to the people it writes to. */
const DISPATCH = 'training-dispatch';

const reminder = z.object({
  kind: z.literal(REMINDER),
  trainingId: z.string().min(1),
  personId: z.string().min(1),
});
const dispatch = z.object({ kind: z.literal(DISPATCH), trainingId: z.string().min(1) });

interface AskedReminderParts
  extends Pick<FeatureContext, 'tables' | 'contacts' | 'notices' | 'clock' | 'log'> {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  reminders: ReminderStore;
  cards: TrainingCards;
  rates: NoticeGateParts['rates'];
  instances: NoticeGateParts['instances'] & DispatcherParts['instances'];
  work: Pick<FeatureContext['work'], 'later'>;
  handover: Pick<FeatureContext['handover'], 'give'>;
}

/** `late`: it begins too soon, or has begun. */
export type Asked = 'asked' | 'again' | 'late';

export class AskedReminders {
  readonly #dispatcher: Dispatcher;

  constructor(private readonly parts: AskedReminderParts) {
    const { notices, tables, handover } = parts;
    const leave = (to: string, trainingId: string) => handover.give(to, { kind: DISPATCH, trainingId });
    // Cases go first.
    const gate = new NoticeGate({ ...parts, leave, priority: 'other' });
    const effects = new NoticeEffects(notices, tables, 'Trainings');
    this.#dispatcher = new Dispatcher({
      ...parts,
      table: 'Trainings',
      handlers: { [REMINDER]: effects.announcement((...of) => this.#render(...of)) },
      permit: (item) => gate.permit(item),
      leave,
    });
  }

  get work(): WorkKinds {
    return {
      [REMINDER]: workKind(reminder, (item) => this.#run(item)),
      [DISPATCH]: workKind(dispatch, ({ trainingId }) => this.#dispatcher.dispatch(trainingId)),
    };
  }

  async ask(training: Training, personId: string): Promise<Asked> {
    const { reminders, work, clock } = this.parts;
    const at = addMilliseconds(new Date(training.startsAt), -BEFORE_MS);
    const inMs = at.getTime() - clock().getTime();
    if (training.state === 'closed' || inMs <= 0) return 'late';
    // Queued before it is stored: what is stored comes, and a message without it does nothing.
    await work.later({ kind: REMINDER, trainingId: training.id, personId }, inMs);
    return (await reminders.ask(training.id, personId, at)) ? 'asked' : 'again';
  }

  /** @returns the milliseconds until the next try, if one is needed. */
  async #run({ trainingId, personId }: z.output<typeof reminder>): Promise<number | undefined> {
    // The first message takes those of all who asked along.
    if (!(await this.parts.reminders.isAwaited(trainingId, personId))) return undefined;
    return this.#dispatcher.dispatch(trainingId);
  }

  /** Nothing for who is on the list by now, or when it can no longer be attended. */
  async #render(...[item, language]: Parameters<RenderNotice>): ReturnType<RenderNotice> {
    const { trainings, attendance, cards, clock } = this.parts;
    const training = await trainings.find(item.partitionKey);
    if (training?.state !== 'open' || clock().getTime() > Date.parse(training.endsAt)) return undefined;
    if (await attendance.find(training.id, personKey(item.target))) return undefined;
    const text = textIn(language).trainings.reminder;
    const heading = text.asked(timeOfDay(new Date(training.startsAt), language));
    const count = await attendance.count(training.id);
    const card = cards.render(training, count, language, { style: 'accent', heading, body: '' });
    return { card, summary: text.coming(training.title) };
  }
}
