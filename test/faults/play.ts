/** Plays a schedule: lets people act and things break, then waits for calm, and tells what was seen. */
import type { Person } from '../../src/platform/people/person.js';
import {
  contentOf,
  fetching,
  formIn,
  IN_CHANNEL,
  markerOf,
  merged,
  placeOf,
  shownOf,
  wayOf,
} from './activities.js';
import type { BotAnswer, Bots } from './bots.js';
import type { Facts } from './check/facts.js';
import { checkReplies } from './check/replies.js';
import { CALM, type Met, type Weather } from './faults.js';
import { formSent } from './filling-in.js';
import { CHANNEL, type Entry, type History } from './history.js';
import { type Click, idIn, type Move, moveOf } from './player.js';
import type { Deed, Delivery, Schedule } from './schedule.js';
import type { Teams } from './teams.js';

/** Teams gives up on a request after this time. */
const GIVE_UP_MS = 15_000;
/** Teams delivers a message this often when it gets no good answer. */
const MOST_DELIVERIES = 3;
const SOON_MS = 5_000;
const ANEW_MS = 30_000;
const DAY_MS = 86_400_000;
/** An answer is given up after ten minutes. */
const LATE_ANSWERS_MS = 12 * 60_000;

export interface Played {
  history: History;
  facts: Facts;
  met: Met;
}

export interface Stage {
  bots: Bots;
  teams: Teams;
  people: readonly Person[];
  entries: Entry[];
  /** What Teams puts around an activity of this person. */
  envelope: (person: Person) => object;
  /** How long to wait for calm, and how often to look. */
  calm: { firstMs: number; lookMs: number; looks: number };
}

export async function play(schedule: Schedule, stage: Stage): Promise<Played> {
  const run = new Run(schedule, stage);
  await run.install();
  for (const { after, deed } of schedule.steps) {
    await stage.bots.wait(after);
    if (deed.do === 'outage') await run.outage(deed.days);
    else run.do(deed);
  }
  const facts = await run.end();
  return { history: run.history, facts, met: stage.bots.met };
}

class Run {
  readonly #underWay = new Set<Promise<void>>();
  readonly #away = new Set<number>();
  #activities = 0;
  /** Of the harness itself. */
  #failure: unknown;

  constructor(
    private readonly schedule: Schedule,
    private readonly stage: Stage,
  ) {}

  get history(): History {
    const { stage, schedule } = this;
    return {
      seed: schedule.seed,
      people: stage.people,
      clocksApartMs: Math.max(0, ...schedule.clocks.map(Math.abs)),
      entries: stage.entries,
    };
  }

  /** Somebody adds the bot to their team. */
  async install(): Promise<void> {
    const { bots, people } = this.stage;
    const [adder] = people;
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:humanizacion' }] };
    if (adder) await bots.deliver(this.#around(adder, 'f:installs', merged(IN_CHANNEL, added)), 0);
  }

  do(deed: Exclude<Deed, { do: 'outage' }>): void {
    const { bots } = this.stage;
    switch (deed.do) {
      case 'act':
        this.#act(this.#personAt(deed.person), deed.pick, deed.how);
        break;
      case 'weather':
        this.#weather(deed.weather);
        break;
      case 'leave':
        this.stage.teams.leave(this.#personAt(deed.person).id);
        break;
      case 'purge':
        this.#track(bots.purge().then(() => this.#record({ kind: 'purged' })));
        break;
      case 'plant':
        this.#track(bots.plant(deed.pick));
        break;
      default:
        if (this.#away.has(deed.instance)) break;
        this.#away.add(deed.instance);
        this.#track(this.#trouble(deed).finally(() => this.#away.delete(deed.instance)));
    }
  }

  /**
   * Calms everything down, waits until nothing is due and everybody has an answer, and reads what is stored. An answer
   * that Teams did not take may come up to a minute later.
   */
  async end(): Promise<Facts> {
    const { bots, calm } = this.stage;
    this.#weather(CALM);
    await this.#allIsDone();
    await bots.wait(calm.firstMs);
    for (let look = 1; ; look++) {
      const facts = await bots.facts();
      if (look === calm.looks || (isSettled(facts) && this.#areAllAnswered(facts))) return facts;
      await bots.wait(calm.lookMs);
    }
  }

  #areAllAnswered(facts: Facts): boolean {
    return checkReplies(this.history, facts).length === 0;
  }

  /** All instances are stopped for days: a suspended subscription. What was asked before has its answer by then. */
  async outage(days: number): Promise<void> {
    const { bots } = this.stage;
    await this.#allIsDone();
    await bots.wait(LATE_ANSWERS_MS);
    const instances = [...this.schedule.clocks.keys()];
    for (const instance of instances) {
      this.#record({ kind: await bots.stop(instance), instance });
    }
    await bots.wait(days * DAY_MS);
    for (const instance of instances) {
      await bots.start(instance);
      this.#record({ kind: 'started', instance });
    }
  }

  async #allIsDone(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #trouble(deed: Extract<Deed, { instance: number }>): Promise<void> {
    const { bots } = this.stage;
    const { instance } = deed;
    if (deed.do === 'pause') {
      this.#record({ kind: 'paused', instance });
      bots.pause(instance);
      await bots.wait(deed.forMs);
      bots.resume(instance);
      this.#record({ kind: 'resumed', instance });
      return;
    }
    if (deed.do === 'kill') {
      this.#record({ kind: 'killed', instance });
      bots.kill(instance);
      await bots.wait(deed.forMs);
    } else {
      this.#record({ kind: await bots.stop(instance), instance });
    }
    await bots.start(instance);
    this.#record({ kind: 'started', instance });
  }

  #act(person: Person, pick: number, how: Delivery): void {
    const marker = markerOf(++this.#activities);
    const occasion = { marker, at: this.stage.bots.now() };
    const { teams } = this.stage;
    const sight = { chat: teams.chatOf(person.id), channel: teams.messagesIn(CHANNEL) };
    const move = moveOf(person, sight, pick, occasion);
    const intent = `i${this.#activities}`;
    const form = {};
    const send = (name: string, again = 0) =>
      this.#send({ person, move, how, intent, activity: `f:${name}`, again, form });
    const name = `${this.schedule.seed}-${this.#activities}`;
    this.#track(send(name));
    if (how.again === 'parallel') this.#track(send(name, 1));
    if (how.again === 'later') this.#track(this.stage.bots.wait(SOON_MS).then(() => send(name, 1)));
    if (how.again === 'anew') this.#track(this.stage.bots.wait(ANEW_MS).then(() => send(`${name}-anew`)));
  }

  /** Delivers an activity; a message comes again when there is no good answer. */
  async #send(sending: Sending): Promise<void> {
    const { bots } = this.stage;
    const { move, how, again } = sending;
    const isMessage = wayOf(move, how) !== 'execute';
    await bots.wait(how.delayMs);
    if (!isMessage && move.click?.filledIn) {
      sending.form.sent ??= this.#fillIn(sending, move.click);
      if (!(await sending.form.sent)) return;
    }
    for (let delivery = 1 + again; ; delivery++) {
      const status = await this.#deliver(sending, delivery);
      const isTaken = status !== undefined && status < 500 && status !== 429;
      if (isTaken || !isMessage || delivery >= MOST_DELIVERIES + again) return;
      await bots.wait(SOON_MS);
    }
  }

  /** Opens a form, and tells what it sends; undefined when it does not open, and the person leaves it at that. */
  async #fillIn(sending: Sending, click: Click): Promise<object | undefined> {
    const { person, how, activity } = sending;
    const id = `${activity}-form`;
    const instance = this.#instanceFor(how, 1);
    const { status, body } = await this.#answerTo(
      this.#around(person, id, merged(placeOf(person.id, click), fetching(click))),
      instance,
    );
    const shown = status === 200 ? shownOf(body)?.shown : undefined;
    this.#record({ kind: 'answered', activity: id, delivery: 1, person: person.id, status, shown });
    const form = status === 200 ? formIn(body) : undefined;
    return form && formSent(form, click.filledIn ?? {});
  }

  #instanceFor({ door }: Delivery, delivery: number): number | undefined {
    const { open } = this.stage.bots;
    return open[Math.floor(door * open.length + delivery - 1) % open.length];
  }

  async #answerTo(activity: object, instance: number | undefined): Promise<BotAnswer> {
    const { bots } = this.stage;
    if (instance === undefined) return {};
    const late = bots.wait(GIVE_UP_MS).then((): BotAnswer => ({}));
    return Promise.race([bots.deliver(activity, instance), late]);
  }

  async #deliver(sending: Sending, delivery: number): Promise<number | undefined> {
    const { teams } = this.stage;
    const { person, move, how, activity, form } = sending;
    const instance = this.#instanceFor(how, delivery);
    const way = wayOf(move, how);
    const { verb = '', card = '' } = move.click ?? {};
    const filled = await form.sent;
    this.#record({
      kind: 'said',
      activity,
      intent: sending.intent,
      delivery,
      person: person.id,
      instance: instance ?? -1,
      way,
      verb,
      opensForm: way === 'submit' && move.click?.filledIn !== undefined,
      expects: move.expects,
      card,
      marker: move.marker,
      draft: idIn(filled) || move.about,
    });
    const content = merged(placeOf(person.id, move.click), contentOf(move, how, filled));
    const { status, body } = await this.#answerTo(this.#around(person, activity, content), instance);
    const shown = way === 'execute' && status === 200 ? shownOf(body) : undefined;
    this.#record({ kind: 'answered', activity, delivery, person: person.id, status, shown: shown?.shown });
    if (shown?.card) teams.show(person.id, card, shown.card);
    return status;
  }

  #weather(weather: Weather): void {
    this.#record({ kind: 'weather', weather });
    this.stage.bots.weather(weather);
  }

  /** An activity of a person. */
  #around(person: Person, id: string, content: object): object {
    const common = {
      id,
      channelId: 'msteams',
      from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    };
    return merged(common, this.stage.envelope(person), content);
  }

  #personAt(share: number): Person {
    const { people } = this.stage;
    const person = people[Math.floor(share * people.length)];
    if (!person) throw new RangeError('nobody');
    return person;
  }

  #record(what: OmitAt<Entry>): void {
    this.stage.entries.push({ at: this.stage.bots.now(), ...what });
  }

  #track(work: Promise<void>): void {
    const fail = (error: unknown) => {
      this.#failure ??= error;
    };
    const tracked = work.catch(fail).finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }
}

type OmitAt<T> = T extends unknown ? Omit<T, 'at'> : never;

interface Sending {
  person: Person;
  move: Move;
  how: Delivery;
  intent: string;
  activity: string;
  /** How many deliveries there were before. */
  again: number;
  /** What the form sends that was filled in for it. Who sends once more sends the same. */
  form: { sent?: Promise<object | undefined> };
}

function isSettled({ cases, sendings, practice, now }: Facts): boolean {
  return [...cases, ...sendings, practice].every(({ outbox }) =>
    outbox.every(
      ({ status, notBefore }) => status !== 'pending' || (notBefore !== '' && Date.parse(notBefore) > now),
    ),
  );
}
