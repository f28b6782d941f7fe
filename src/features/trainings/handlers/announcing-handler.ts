/** Announcing a training: from the message box of a channel, by mentioning the bot, or in the personal chat. */
import { randomBytes } from 'node:crypto';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { NewId } from '../../../platform/clock.js';
import { type Address, type Channel, DeliveryError } from '../../../platform/delivery/channel.js';
import { AppError } from '../../../platform/errors.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay } from '../../../platform/text/dates.js';
import { type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import type { TrainingCards } from '../cards/training-cards.js';
import { hashOf } from '../domain/codes.js';
import { mayAnnounce, mayManage } from '../domain/permissions.js';
import type { Training } from '../domain/training.js';
import type { Places } from '../service/places.js';
import type { TrainingStore } from '../store/training-store.js';
import type { TrainingDesk } from './desk-handler.js';
import { planOf, readForm, type TrainingForm } from './training-form.js';

export interface PostingParts {
  trainings: TrainingStore;
  places: Places;
  cards: TrainingCards;
  desk: TrainingDesk;
  channel: Channel;
  directory: Directory;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
  newId: NewId;
}

type FormProblem = keyof ReturnType<typeof textIn>['trainings']['problem'];

/** 256 bits, of which the codes are made. */
const newSecret = () => randomBytes(32).toString('base64url');
/** 128 bits: whoever knows it sees the wall. */
export const newScreenKey = () => randomBytes(16).toString('base64url');

export class TrainingPosting {
  constructor(private readonly parts: PostingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.start', scope: 'anywhere', handle: (turn) => this.start(turn) },
      { verb: 'training.create', scope: 'anywhere', handle: (turn) => this.#create(turn) },
    ];
  }

  /** The form, with whoever asks for it as the trainer. */
  async start(turn: Turn): Promise<Reply> {
    const person = await this.parts.personOf(turn);
    if (!mayAnnounce(person)) return say(textIn(turn.language).trainings.onlyTrainers);
    const written = readForm({ id: this.parts.newId(), trainer: person.id, day: bogotaDay(turn.now) });
    if (!written) throw new AppError('unexpected');
    return this.#form(turn, written, person, '');
  }

  async #create(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const person = await this.parts.personOf(turn);
    if (!mayAnnounce(person)) return say(text.onlyTrainers);
    const written = readForm(turn.input);
    if (!written) throw new AppError('invalid-input');
    const refuse = (problem: FormProblem) => this.#form(turn, written, person, text.problem[problem]);

    const planned = planOf(written, turn.now);
    if ('problem' in planned) return refuse(planned.problem);
    const trainer = await this.#trainerOf(written, person);
    if (!trainer) return refuse('trainer');
    const place = await this.#placeOf(turn, written, person);
    if (typeof place === 'string') return refuse(place);

    const screenKey = newScreenKey();
    const plan = {
      title: written.title,
      trainerId: trainer.id,
      trainerName: trainer.name,
      createdBy: person.id,
      startsAt: planned.plan.startsAt.toISOString(),
      endsAt: planned.plan.endsAt.toISOString(),
      place: written.place,
      capacity: written.capacity,
      requiresCode: written.requiresCode,
      screenKeyHash: hashOf(screenKey),
      serviceUrl: place.serviceUrl,
      conversationId: place.conversationId,
    };
    const training = await this.#store(written.id, plan, person);
    if (!training) return say(text.notFound);
    if (training.messageId !== '') return this.#finish(turn, training, '');
    try {
      await this.#post(turn, training);
    } catch (error) {
      if (error instanceof DeliveryError) return refuse('cannot-post');
      throw error;
    }
    return this.#finish(turn, training, screenKey);
  }

  /** The training of this form; one that was stored but never posted takes what the form says now. */
  async #store(
    id: string,
    plan: Omit<Training, 'id' | 'secret' | 'state' | 'closedAt' | 'messageId' | 'checkMessageId'>,
    person: Person,
  ): Promise<Training | undefined> {
    const rest = { state: 'open', closedAt: '', messageId: '', checkMessageId: '' } as const;
    const training: Training = { id, ...plan, ...rest, secret: newSecret() };
    if (await this.parts.trainings.insert(training)) return training;
    const stored = await this.parts.trainings.find(id);
    if (!stored || !mayManage(stored, person)) return undefined;
    if (stored.messageId !== '') return stored;
    return this.parts.trainings.change(id, (before) => ({ ...before, ...plan }));
  }

  /** In the channel, the form itself becomes the card. */
  async #post(turn: Turn, training: Training): Promise<void> {
    const { cards, channel, trainings } = this.parts;
    const card = await cards.channel(training, 0, 'es');
    const summary = textIn('es').trainings.posted(training.title);
    const form = turn.inDialog || turn.conversation.kind === 'personal' ? undefined : turn.cardMessageId;
    const messageId = form ?? (await channel.post(training, { card, summary }));
    await trainings.change(training.id, (before) => ({ ...before, messageId }));
    if (form !== undefined) await channel.update(training, form, { card, summary });
  }

  async #finish(turn: Turn, training: Training, screenKey: string): Promise<Reply> {
    const { desk, cards, trainings } = this.parts;
    const text = textIn(turn.language).trainings;
    if (turn.conversation.kind === 'personal' && !turn.inDialog) {
      if (training.trainerId !== turn.actor.id) desk.announce(training.id, training.trainerId, '');
      return desk.show(turn, training.id, { screenKey, banner: text.created });
    }
    desk.announce(training.id, turn.actor.id, screenKey);
    if (training.trainerId !== turn.actor.id) desk.announce(training.id, training.trainerId, '');
    if (turn.inDialog) return { kind: 'nothing' };
    const stored = (await trainings.find(training.id)) ?? training;
    return { kind: 'show', message: { card: await cards.channel(stored, 0, turn.language) } };
  }

  async #trainerOf(written: TrainingForm, person: Person): Promise<Person | undefined> {
    if (written.trainer === undefined || written.trainer === person.id) return person;
    const chosen = await this.parts.directory.find(written.trainer);
    return chosen && mayAnnounce(chosen) ? chosen : undefined;
  }

  async #placeOf(turn: Turn, written: TrainingForm, person: Person): Promise<Address | FormProblem> {
    if (turn.conversation.kind !== 'personal') {
      return { serviceUrl: turn.serviceUrl, conversationId: turn.conversation.id };
    }
    const place = written.channel ? await this.parts.places.find(written.channel) : undefined;
    if (!place) return 'channel';
    try {
      return (await this.parts.places.isMember(place, person.id)) ? place : 'not-a-member';
    } catch (error) {
      if (error instanceof DeliveryError) return 'cannot-post';
      throw error;
    }
  }

  async #form(turn: Turn, written: TrainingForm, person: Person, problem: string): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const isPersonal = turn.conversation.kind === 'personal';
    const places = isPersonal ? await this.parts.places.all() : [];
    if (isPersonal && places.length === 0) return say(text.noChannels);
    const trainer = (await this.#trainerOf(written, person)) ?? person;
    const { title, day, startsAt, endsAt, place, capacity, requiresCode, id, channel = '' } = written;
    const card = this.parts.renderer.render(
      'training-form',
      {
        ...{ id, problem, title, day, startsAt, endsAt, place },
        dialog: turn.inDialog,
        trainer: trainer.id,
        trainerName: trainer.name,
        channels: places.map((known) => ({
          title: text.channelName(known.team || text.team, known.channel || text.general),
          value: known.conversationId,
        })),
        channel: channel || (places[0]?.conversationId ?? ''),
        today: bogotaDay(turn.now),
        capacity: capacity > 0 ? capacity : null,
        requiresCode: String(requiresCode) as 'true' | 'false',
      },
      turn.language,
    );
    const isClick = turn.text === '' && !turn.inDialog && !('title' in turn.input);
    const message = { card, summary: text.dialogTitle };
    return isClick ? { kind: 'append', message } : { kind: 'show', message };
  }
}
