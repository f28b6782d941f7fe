/** Announces a training: from the message box of a channel, by a mention of the bot, or in personal chat. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { OwnIds } from '../../../platform/own-ids.js';
import type { Person } from '../../../platform/people/person.js';
import { isPersonal, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { DeskCards } from '../cards/desk-card.js';
import { formCard } from '../cards/form-card.js';
import type { TrainingCards } from '../cards/training-card.js';
import { mayAnnounce } from '../domain/permissions.js';
import { type PlanProblem, planOf } from '../domain/plan.js';
import type { Training } from '../domain/training.js';
import type { Announcing } from '../service/announcing.js';
import type { PlaceProblem, Places } from '../service/places.js';
import { planIn } from '../service/plan-reading.js';
import type { NotPosted } from '../service/posted-card.js';
import type { TrainerNotices } from '../service/trainer-notices.js';
import { textIn } from '../text/catalogue.js';
import { formIsOver, leftForm } from './left-open.js';
import { showDesk } from './managed-training.js';
import { type TrainingForm, trainingForm } from './training-form.js';

interface AnnouncingParts {
  announcing: Announcing;
  places: Places;
  trainerNotices: TrainerNotices;
  cards: TrainingCards;
  deskCards: DeskCards;
  renderer: Renderer;
  ownIds: OwnIds;
  things: Pick<FeatureContext['things'], 'note'>;
}

/** `notYet`, `unclear`: what was typed publishes nothing, or names nothing of the form. */
type FormProblem =
  | PlanProblem
  | PlaceProblem
  | NotPosted
  | 'trainer'
  | 'elsewhere'
  | 'expired'
  | 'notYet'
  | 'unclear';

const FORM = 'training';

export class AnnouncingHandler {
  constructor(private readonly parts: AnnouncingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.start', scope: 'anywhere', handle: (turn) => this.start(turn) },
      { verb: 'training.create', scope: 'anywhere', handle: (turn) => this.#create(turn) },
    ];
  }

  /** Shows the form with what the message says, and the person who asks for it as the trainer. */
  async start(turn: Turn): Promise<Reply> {
    const person = await announcerOf(turn);
    const blank = {
      id: this.parts.ownIds.issue(FORM, person.id),
      trainer: person.id,
      day: bogotaDay(turn.now),
      ...planIn(turn.text, bogotaDay(turn.now)),
    };
    return this.#form(turn, trainingForm.parse(blank), person);
  }

  /** Shows the form as it was changed in words. */
  async again(turn: Turn, written: TrainingForm, problem?: FormProblem): Promise<Reply> {
    return this.#form(turn, written, await announcerOf(turn), problem);
  }

  async #create(turn: Turn): Promise<Reply> {
    const { announcing } = this.parts;
    const person = await announcerOf(turn);
    const written = readInput(trainingForm, turn);
    const refuse = (problem: FormProblem) => this.#form(turn, written, person, problem);
    if (!(await this.#isTheirs(written.id, person))) {
      const id = this.parts.ownIds.issue(FORM, person.id);
      return this.#form(turn, { ...written, id }, person, 'expired');
    }

    const plan = planOf(written, turn.now);
    if ('problem' in plan) return refuse(plan.problem);
    const trainer = await announcing.trainerOf(written.trainer, person);
    if (!trainer) return refuse('trainer');
    const place = isPersonal(turn)
      ? await this.parts.places.choose(written.channel, person.id)
      : { serviceUrl: turn.serviceUrl, conversationId: turn.conversation.id };
    if (typeof place === 'string') return refuse(place);
    const announced = await announcing.announce({
      id: written.id,
      plan,
      trainer,
      by: person,
      place,
      formMessageId: turn.inDialog || isPersonal(turn) ? undefined : turn.cardMessageId,
    });
    return typeof announced === 'string' ? refuse(announced) : this.#finish(turn, announced);
  }

  /** A form that this person opened, or one of before that made a training of theirs. */
  async #isTheirs(id: string, person: Person): Promise<boolean> {
    const { ownIds, announcing } = this.parts;
    return ownIds.isOf(FORM, person.id, id) || announcing.isManagedBy(id, person);
  }

  /** Replies with the trainer's card in a personal chat; elsewhere sends that card in private. */
  async #finish(turn: Turn, training: Training): Promise<Reply> {
    const { trainerNotices, cards, deskCards } = this.parts;
    this.parts.things.note(turn.actor.id, [formIsOver], turn.now);
    const answersWithDesk = isPersonal(turn) && !turn.inDialog;
    trainerNotices.announced(training, answersWithDesk ? turn.actor.id : undefined);
    if (answersWithDesk) {
      const banner = textIn(turn.language).trainings.created;
      return showDesk(turn, deskCards, training, { withScreen: true, banner });
    }
    return turn.inDialog ? { kind: 'nothing' } : show(cards.render(training, 0, turn.language));
  }

  async #form(turn: Turn, written: TrainingForm, person: Person, problem?: FormProblem): Promise<Reply> {
    const { announcing, places, renderer } = this.parts;
    const text = textIn(turn.language).trainings;
    const choices = isPersonal(turn) ? await places.all() : [];
    if (isPersonal(turn) && choices.length === 0) return say(text.noChannels);
    const view = {
      written,
      trainer: (await announcing.trainerOf(written.trainer, person)) ?? person,
      places: choices,
      problem: problem ? text.problem[problem] : '',
      isInDialog: turn.inDialog,
      now: turn.now,
    };
    // Only here can it be gone on with in words.
    if (isPersonal(turn) && !turn.inDialog)
      this.parts.things.note(turn.actor.id, [leftForm(written)], turn.now);
    const message = { card: formCard(renderer, view, turn.language), summary: text.dialogTitle };
    const isAskedByButton = turn.text === '' && !turn.inDialog && !('title' in turn.input);
    return isAskedByButton ? { kind: 'append', message } : { kind: 'show', message };
  }
}

/** @throws AppError `not-allowed` unless the person is a trainer or in the humanization team. */
async function announcerOf(turn: Turn): Promise<Person> {
  const person = await turn.person();
  if (mayAnnounce(person)) return person;
  throw new AppError('not-allowed', { sentence: (language) => textIn(language).trainings.onlyTrainers });
}
