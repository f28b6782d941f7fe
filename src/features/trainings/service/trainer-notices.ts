import type { Background } from '../../../platform/background.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Notices } from '../../../platform/delivery/notices.js';
import type { Logger } from '../../../platform/log.js';
import type { DeskCards } from '../cards/desk-card.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

interface TrainerNoticeParts {
  trainings: TrainingStore;
  deskCards: DeskCards;
  notices: Notices;
  background: Background;
  log: Logger;
}

/** Sends trainers their card in the personal chat, after a training was announced. */
export class TrainerNotices {
  constructor(private readonly parts: TrainerNoticeParts) {}

  /**
   * Tells who announced a training, with the link to the screen, and the chosen trainer.
   * @param informed the person who sees it already.
   */
  announced({ id, createdBy, trainerId }: Training, informed?: string): void {
    for (const personId of new Set([createdBy, trainerId])) {
      if (personId !== informed) this.#send(id, personId, { withScreen: personId === createdBy });
    }
  }

  #send(trainingId: string, personId: string, options: { withScreen: boolean }): void {
    const { background, log } = this.parts;
    background.run('training desk', async () => {
      try {
        await this.#tell(trainingId, personId, options);
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        log.warn({ training: trainingId, actor: personId, err: error }, 'trainer not told');
      }
    });
  }

  async #tell(trainingId: string, personId: string, options: { withScreen: boolean }): Promise<void> {
    const { trainings, deskCards, notices } = this.parts;
    const training = await trainings.find(trainingId);
    if (!training) return;
    // The language of the recipient is known only on sending.
    const inSpanish = await deskCards.render(training, 'es', options);
    const inEnglish = await deskCards.render(training, 'en', options);
    await notices.tell(personId, (language) => ({
      card: language === 'es' ? inSpanish : inEnglish,
      summary: textIn(language).trainings.posted(training.title),
    }));
  }
}
