/** Lists the members of the channel who have not registered, and reminds them. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import { moment } from '../../../platform/text/dates.js';
import { append, type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import { missingCard } from '../cards/missing-card.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { Managing } from '../service/managing.js';
import type { MissingMembers } from '../service/missing-members.js';
import type { Reminding } from '../service/reminding.js';
import { type Language, textIn } from '../text/catalogue.js';
import { managedTraining } from './managed-training.js';

interface MissingParts {
  managing: Managing;
  missingMembers: MissingMembers;
  reminding: Reminding;
  renderer: Renderer;
}

export class MissingHandler {
  constructor(private readonly parts: MissingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.missing', scope: 'personal', handle: (turn) => this.#list(turn) },
      { verb: 'training.remind', scope: 'personal', handle: (turn) => this.#remind(turn) },
    ];
  }

  async #list(turn: Turn): Promise<Reply> {
    const training = await managedTraining(turn, this.parts.managing);
    const found = await this.parts.missingMembers.of(training);
    if (!found) return say(textIn(turn.language).trainings.missing.unknown);
    return append(missingCard(this.parts.renderer, training.id, found, turn.language));
  }

  async #remind(turn: Turn): Promise<Reply> {
    const { managing, missingMembers, reminding } = this.parts;
    const text = textIn(turn.language).trainings.missing;
    const training = await managedTraining(turn, managing);
    const refusal = whyNotNow(training, turn.now, turn.language);
    if (refusal !== undefined) return say(refusal);
    const found = await missingMembers.of(training);
    if (!found) return say(text.unknown);
    if (found.missing.length === 0) return say(text.heading(0));
    const count = await reminding.remind(training, found.missing);
    return say(count === 0 ? text.allReminded : text.reminding(count));
  }
}

/**
 * The reason why reminders cannot be sent now; undefined if they can. A reminder either asks people to
 * register, so registration must be open, or tells them that they are not on the list, so the list must be
 * closed.
 */
function whyNotNow(training: Training, now: Date, language: Language): string | undefined {
  const text = textIn(language).trainings.missing;
  switch (admissionAt(training, now)) {
    case 'early':
      return text.remindFrom(moment(new Date(training.startsAt), language));
    case 'late':
      return text.remindOnceClosed;
    default:
      return undefined;
  }
}
