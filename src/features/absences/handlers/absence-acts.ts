/** Texts about the absence form: other days, a deputy, save, remove. Saves nothing. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { formAct, mayNameField } from '../../../platform/dialogue/form-words.js';
import { type ActRoute, type Meant, type Reply, say, show, type Turn } from '../../../turn.js';
import { AwayWords } from '../cards/away-card.js';
import { beginsWithDays, daysChanged, namesDeputy } from '../service/changing.js';
import { ABSENCES, type AbsenceInHand, formIn, formIsOver } from '../service/left-open.js';
import { textIn } from '../text/catalogue.js';
import type { AbsenceHandler } from './absence-handler.js';

export interface AbsenceActParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  form: Pick<AbsenceHandler, 'ask' | 'kept' | 'deputyNamed'>;
}

const ON_FORM: readonly Act[] = ['send', 'correct', 'add', 'drop', 'undo'];

export class AbsenceActs {
  constructor(private readonly parts: AbsenceActParts) {}

  route(): ActRoute {
    return {
      on: 'form',
      of: ABSENCES,
      scope: 'personal',
      acts: ON_FORM,
      titles: (language) => textIn(language).away.goingOn.acts,
      plainly: actIn,
      handle: (turn, meant) => this.#handle(turn, meant),
    };
  }

  async #handle(turn: Turn, { thing, act }: Meant): Promise<Reply | undefined> {
    const shown = formIn(thing);
    if (act === 'drop' || act === 'undo') return this.#drop(turn);
    const { form } = this.parts;
    const { notSavedYet, unclear } = textIn(turn.language).away.goingOn;
    if (act === 'send') return shown.isSaved ? undefined : form.ask(turn, { ...shown, note: notSavedYet });
    const changed = await this.#changed(turn, shown);
    if (changed) return form.ask(turn, changed);
    return shown.isSaved ? undefined : form.ask(turn, { ...shown, note: unclear });
  }

  /** The changes in the text; undefined when it names nothing in the form. */
  async #changed(turn: Turn, { isSaved: _, ...shown }: AbsenceInHand) {
    const days = daysChanged(turn.text, bogotaDay(turn.now), shown);
    if (!namesDeputy(turn.text)) return days && { ...shown, ...days, understood: days };
    const deputyId = await this.parts.form.deputyNamed(turn);
    const note = deputyId ? '' : textIn(turn.language).away.goingOn.whoStandsIn;
    return { ...shown, ...days, ...(deputyId && { deputyId }), note };
  }

  /** An absence that is kept is one tap away from its end. */
  async #drop(turn: Turn): Promise<Reply> {
    const { form, renderer, things } = this.parts;
    const words = new AwayWords(bogotaDay(turn.now), turn.language);
    const { left, take } = words.text.goingOn;
    const kept = await form.kept(turn);
    if (!kept) {
      things.note(turn.actor.id, [formIsOver], turn.now);
      return say(left);
    }
    const links = [{ title: words.clear(kept.from), verb: 'away.clear', id: '' }];
    const notice = { title: take.title, body: take.body(words.days(kept)), links };
    return show(noticeCard(renderer, notice, turn.language), take.title);
  }
}

/** A text that is about this form without a doubt. */
function actIn({ text, now }: Turn): Act | undefined {
  const done = formAct(text);
  if (done) return done;
  if (!mayNameField(text)) return undefined;
  const namesDays = () => beginsWithDays(text) && daysChanged(text, bogotaDay(now), { from: '', until: '' });
  return namesDeputy(text) || namesDays() ? 'correct' : undefined;
}
