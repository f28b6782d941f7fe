/** Reminds people who are not on the list of a training: in sequence, and each one once per occasion. */
import type { Background } from '../../../platform/background.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Notices } from '../../../platform/delivery/notices.js';
import type { Member } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { TrainingCards } from '../cards/training-card.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { ReminderStore } from '../store/reminder-store.js';
import { textIn } from '../text/catalogue.js';

interface RemindingParts {
  reminders: ReminderStore;
  attendance: AttendanceStore;
  cards: TrainingCards;
  notices: Notices;
  background: Background;
  log: Logger;
}

export class Reminding {
  constructor(private readonly parts: RemindingParts) {}

  /** Starts to remind, in the background, people not reminded so far; returns their number. */
  async remind(training: Training, missing: readonly Member[]): Promise<number> {
    const reminded = await this.parts.reminders.marked(training.id, training.state);
    const left = missing.filter(({ id }) => !reminded.has(id));
    if (left.length > 0) {
      this.parts.background.run('training reminders', async () => {
        for (const { id } of left) await this.#remindOne(training, id);
      });
    }
    return left.length;
  }

  /** A delivery error is only logged, so that the others are reminded all the same. */
  async #remindOne(training: Training, personId: string): Promise<void> {
    const { reminders, log } = this.parts;
    if (!(await reminders.mark(training.id, personId, training.state))) return;
    try {
      await this.#send(training, personId);
    } catch (error) {
      const mayHaveArrived = error instanceof DeliveryError && error.failure === 'ambiguous';
      if (!mayHaveArrived) await reminders.unmark(training.id, personId, training.state);
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ training: training.id, person: personId, err: error }, 'not reminded');
    }
  }

  async #send(training: Training, personId: string): Promise<void> {
    const { attendance, cards, notices } = this.parts;
    const count = await attendance.count(training.id);
    // The language of the recipient is known only on sending.
    const inSpanish = cards.remind(training, count, 'es');
    const inEnglish = cards.remind(training, count, 'en');
    await notices.tell(personId, (language) => ({
      card: language === 'es' ? inSpanish : inEnglish,
      summary: textIn(language).trainings.reminder.summary(training.title),
    }));
  }
}
