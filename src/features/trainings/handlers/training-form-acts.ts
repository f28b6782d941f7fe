/** What people type about the form of a new training: hours, day, place, seats, the code. Publishes nothing. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { formAct, mayNameField } from '../../../platform/dialogue/form-words.js';
import { type ActRoute, type Meant, type Reply, say, type Turn } from '../../../turn.js';
import { beginsWithField, planIn } from '../service/plan-reading.js';
import { textIn } from '../text/catalogue.js';
import type { AnnouncingHandler } from './announcing-handler.js';
import { formIn, formIsOver, TRAININGS } from './left-open.js';
import { trainingForm } from './training-form.js';

export interface TrainingFormActParts extends Pick<FeatureContext, 'things'> {
  announcing: Pick<AnnouncingHandler, 'again'>;
}

const ON_FORM: readonly Act[] = ['send', 'correct', 'add', 'drop'];

export class TrainingFormActs {
  constructor(private readonly parts: TrainingFormActParts) {}

  route(): ActRoute {
    return {
      on: 'form',
      of: TRAININGS,
      scope: 'personal',
      acts: ON_FORM,
      titles: (language) => textIn(language).trainings.goingOn.form,
      plainly: actIn,
      handle: (turn, meant) => this.#handle(turn, meant),
    };
  }

  async #handle(turn: Turn, { thing, act }: Meant): Promise<Reply> {
    const { announcing, things } = this.parts;
    const shown = formIn(thing);
    if (act === 'drop') {
      things.note(turn.actor.id, [formIsOver], turn.now);
      return say(textIn(turn.language).trainings.goingOn.left);
    }
    if (act === 'send') return announcing.again(turn, shown, 'notYet');
    const said = planIn(turn.text, bogotaDay(turn.now), shown);
    if (Object.keys(said).length === 0) return announcing.again(turn, shown, 'unclear');
    return announcing.again(turn, trainingForm.parse({ ...shown, ...said }));
  }
}

/** A text that is about this form without a doubt. */
function actIn({ text, now }: Turn): Act | undefined {
  const done = formAct(text);
  if (done) return done;
  return mayNameField(text) && beginsWithField(text, bogotaDay(now)) ? 'correct' : undefined;
}
