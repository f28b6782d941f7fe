/** Plays a schedule: lets people act and things break, then waits for calm, and tells what was seen. */
import type { Person } from '../../src/platform/people/person.js';
import { textOf } from '../support/cards.js';
import type { BotAnswer, Bots } from './bots.js';
import type { Facts } from './check/facts.js';
import { CALM, type Met } from './faults.js';
import { conversationOf, type Entry, type History, type Shown } from './history.js';
import { type Move, moveOf } from './player.js';
import type { Deed, Delivery, Schedule } from './schedule.js';
import type { Teams } from './teams.js';

/** Teams gives up on a request after this time. */
const GIVE_UP_MS = 15_000;
/** Teams delivers a message this often when it gets no good answer. */
const MOST_DELIVERIES = 3;
const SOON_MS = 5_000;
const ANEW_MS = 30_000;

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
  for (const { after, deed } of schedule.steps) {
    await stage.bots.wait(after);
    run.do(deed);
  }
  const facts = await run.end();
  const history = {
    seed: schedule.seed,
    people: stage.people,
    clocksApartMs: Math.max(0, ...schedule.clocks.map(Math.abs)),
    entries: stage.entries,
  };
  return { history, facts, met: stage.bots.met };
}

class Run {
  readonly #underWay = new Set<Promise<void>>();
  readonly #away = new Set<number>();
  #activities = 0;

  constructor(
    private readonly schedule: Schedule,
    private readonly stage: Stage,
  ) {}

  do(deed: Deed): void {
    const { bots } = this.stage;
    switch (deed.do) {
      case 'act':
        this.#act(this.#personAt(deed.person), deed.pick, deed.how);
        break;
      case 'weather':
        bots.weather(deed.weather);
        break;
      case 'leave':
        this.stage.teams.leave(this.#personAt(deed.person).id);
        break;
      case 'purge':
        this.#track(bots.purge());
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

  /** Calms everything down, waits until nothing is due, and reads what is stored. */
  async end(): Promise<Facts> {
    const { bots, calm } = this.stage;
    bots.weather(CALM);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    await bots.wait(calm.firstMs);
    for (let look = 1; ; look++) {
      const facts = await bots.facts();
      if (look === calm.looks || isSettled(facts)) return facts;
      await bots.wait(calm.lookMs);
    }
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
      await bots.stop(instance);
      this.#record({ kind: 'stopped', instance });
    }
    await bots.start(instance);
    this.#record({ kind: 'started', instance });
  }

  #act(person: Person, pick: number, how: Delivery): void {
    const marker = markerOf(++this.#activities);
    const move = moveOf(person, this.stage.teams.chatOf(person.id), pick, marker);
    const intent = `i${this.#activities}`;
    const send = (name: string) => this.#send({ person, move, how, intent, activity: `f:${name}` });
    const name = `${this.schedule.seed}-${this.#activities}`;
    this.#track(send(name));
    if (how.again === 'parallel')
      this.#track(this.#send({ person, move, how, intent, activity: `f:${name}`, again: 1 }));
    if (how.again === 'later') {
      const again = this.stage.bots
        .wait(SOON_MS)
        .then(() => this.#send({ person, move, how, intent, activity: `f:${name}`, again: 1 }));
      this.#track(again);
    }
    if (how.again === 'anew') this.#track(this.stage.bots.wait(ANEW_MS).then(() => send(`${name}-anew`)));
  }

  /** Delivers an activity; a message comes again when there is no good answer. */
  async #send(sending: Sending): Promise<void> {
    const { bots } = this.stage;
    const { move, how, again = 0 } = sending;
    const isMessage = wayOf(move, how) !== 'execute';
    await bots.wait(how.delayMs);
    for (let delivery = 1 + again; ; delivery++) {
      const status = await this.#deliver(sending, delivery);
      const isTaken = status !== undefined && status < 500 && status !== 429;
      if (isTaken || !isMessage || delivery >= MOST_DELIVERIES + again) return;
      await bots.wait(SOON_MS);
    }
  }

  async #deliver(sending: Sending, delivery: number): Promise<number | undefined> {
    const { bots, teams } = this.stage;
    const { person, move, how, activity } = sending;
    const open = bots.open;
    const instance = open[Math.floor(how.door * open.length + delivery - 1) % open.length];
    const way = wayOf(move, how);
    const { verb = '', card = '' } = move.click ?? {};
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
      draft: move.about,
    });
    const late = bots.wait(GIVE_UP_MS).then((): BotAnswer => ({}));
    const answered =
      instance === undefined
        ? {}
        : await Promise.race([bots.deliver(this.#activityOf(sending), instance), late]);
    const { status, body } = answered;
    const shown = way === 'execute' && status === 200 ? shownOf(body) : undefined;
    this.#record({ kind: 'answered', activity, delivery, person: person.id, status, shown: shown?.shown });
    if (shown?.card) teams.show(person.id, card, shown.card);
    return status;
  }

  #activityOf({ person, move, how, activity }: Sending): object {
    const common = {
      id: activity,
      channelId: 'msteams',
      from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
      conversation: { id: conversationOf(person.id), conversationType: 'personal' },
    };
    return merged(common, this.stage.envelope(person), contentOf(move, how));
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
    const tracked = work.finally(() => this.#underWay.delete(tracked));
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
  again?: number;
}

/** Letters alone, so that no text feature takes it for anything. */
function markerOf(number: number): string {
  const letters = [...String(number)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('');
  return `xq${letters}z`;
}

function wayOf({ click }: Move, { way }: Delivery): 'message' | 'execute' | 'submit' {
  if (!click) return 'message';
  return click.isSubmit ? 'submit' : way;
}

function contentOf(move: Move, how: Delivery): object {
  const { text, click } = move;
  if (!click) return { type: 'message', text, textFormat: 'plain' };
  const { verb, data, card, filledIn } = click;
  if (wayOf(move, how) === 'submit') return { type: 'message', replyToId: card, value: data };
  if (filledIn) {
    const { msteams: _, ...button } = data;
    return { type: 'invoke', name: 'task/submit', value: { data: { ...button, ...filledIn } } };
  }
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card,
    value: { action: { type: 'Action.Execute', verb, title: verb, data }, trigger: 'manual' },
  };
}

/** Puts objects over each other, with the conversation of all of them. */
function merged(...objects: readonly object[]): object {
  const conversation = Object.assign(
    {},
    ...objects.map((one) => (one as { conversation?: object }).conversation),
  );
  return Object.assign({}, ...objects, { conversation });
}

/** What the answer to a click shows: a card in place of the clicked one, a sentence, or the form again. */
function shownOf(body: unknown): { shown: Shown; card?: object } | undefined {
  const { value, task } = (body ?? {}) as { value?: unknown; task?: { value?: unknown } };
  if (typeof task?.value === 'string') return { shown: { text: task.value, summary: '', isCard: false } };
  if (task) return { shown: { text: textOf(task.value), summary: '', isCard: true } };
  if (typeof value === 'string') return { shown: { text: value, summary: '', isCard: false } };
  if (typeof value !== 'object' || value === null) return undefined;
  return { shown: { text: textOf(value), summary: '', isCard: true }, card: value };
}

function isSettled({ cases, now }: Facts): boolean {
  return cases.every(({ outbox }) =>
    outbox.every(
      ({ status, notBefore }) => status !== 'pending' || (notBefore !== '' && Date.parse(notBefore) > now),
    ),
  );
}
