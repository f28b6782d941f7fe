import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/context.js';
import { createRecognitions, type Recognitions } from '../../src/features/recognitions/index.js';
import { bogotaDay, shiftedDay } from '../../src/platform/calendar/days.js';
import { isBusinessDay } from '../../src/platform/calendar/holidays.js';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import { Contacts } from '../../src/platform/people/contacts.js';
import type { Reply, Turn } from '../../src/turn.js';
import { buttons, textOf } from '../support/cards.js';
import { counting, tally } from '../support/counted-bot.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { memoryContext, memoryHost } from '../support/host.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import { seeded } from '../support/random.js';

/** Compensar's size is `QUARTER_PEOPLE=3000 QUARTER_RECOGNITIONS=2000`; docs/recognitions.md has what it cost. */
const PEOPLE = Number(process.env.QUARTER_PEOPLE ?? 300);
const RECOGNITIONS = Number(process.env.QUARTER_RECOGNITIONS ?? 350);
const [FIRST, LAST] = ['2026-10-01', '2026-12-31'];
/** A leader for so many. */
const TEAM = 10;
const DAY_MS = 86_400_000;
const LIMIT_MS = 7 * DAY_MS;
const UNDO_MS = 120_000;

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const leaderOf = (n: number) => idOf(Math.floor(n / TEAM) * TEAM);
const areaOf = (n: number) => `Área ${Math.floor(n / TEAM) % 12}`;
/** One of a hundred is a guest, and another one is not in the directory any more. */
const isGuest = (n: number) => n % 100 === 57;
const hasLeft = (n: number) => n % 100 === 83;
const numberOf = (id: string) => Number(id.slice(-12));

/** What was sent and not taken back, as this test knows it. */
interface Given {
  words: string;
  from: string;
  to: readonly string[];
  at: number;
}

class Quarter {
  now = bogota(`${FIRST} 08:00`);
  readonly given: Given[] = [];
  readonly refusals: string[] = [];
  readonly posts: { to: string; text: string; at: number }[] = [];
  readonly noted: string[] = [];
  #tried = 0;
  readonly #random = seeded(19);
  readonly #tables = counting(new MemoryTables(), this.noted);
  readonly #queue = new MemoryQueue(() => this.now.getTime());
  readonly context = this.#contextOf();
  readonly #instances = [this.context, this.#contextOf()].map((context) => ({
    context,
    recognitions: createRecognitions(context, {
      isGuest: async (id) => isGuest(numberOf(id)),
      offensiveIn: () => [],
      sectionsFor: () => [],
    }),
  }));

  async run(): Promise<void> {
    await this.#begin();
    const days: string[] = [];
    for (let day = FIRST; day <= LAST; day = shiftedDay(day, 1)) if (isBusinessDay(day)) days.push(day);
    for (const [at, day] of days.entries()) {
      this.now = bogota(`${day} 08:00`);
      const until = Math.floor((RECOGNITIONS * (at + 1)) / days.length);
      while (this.#tried < until) await this.#recognise();
      for (let minute = 0; minute < 10; minute++) await this.#pass(60_000);
    }
    for (const { recognitions } of this.#instances) recognitions.stop?.();
  }

  #contextOf(): Context {
    const host = memoryHost({
      tables: this.#tables,
      queue: counting(this.#queue, this.noted),
      clock: () => this.now,
      newId: () => randomUUID(),
    });
    return memoryContext(host, {
      post: async ({ conversationId }, { card }) => {
        const chance = this.#random();
        if (chance < 0.02) throw new DeliveryError('unavailable');
        if (chance < 0.03) throw new DeliveryError('throttled', 20_000);
        const to = conversationId.slice('chat of '.length);
        this.posts.push({ to, text: textOf(card ?? {}), at: this.now.getTime() });
        return `message ${this.posts.length}`;
      },
      update: async () => undefined,
    });
  }

  async #begin(): Promise<void> {
    for (const { context, recognitions } of this.#instances)
      context.figures.offer(recognitions.figures ?? []);
    const all = Array.from({ length: PEOPLE }, (_, n) => n).filter((n) => !hasLeft(n));
    await this.context.people.save(
      all.map((n) =>
        aPerson(idOf(n), { superiorId: leaderOf(n) === idOf(n) ? undefined : leaderOf(n), area: areaOf(n) }),
      ),
    );
    // Others than the bot's own, which would remember them.
    const contacts = new Contacts(this.#tables);
    for (const n of all)
      await contacts.save({
        personId: idOf(n),
        conversationId: `chat of ${idOf(n)}`,
        serviceUrl: 'https://teams.example/',
        language: 'es',
      });
    this.noted.length = 0;
  }

  /** Somebody thanks somebody: a few thank themselves, the same person again, a guest, or many in a week. */
  async #recognise(): Promise<void> {
    this.#tried += 1;
    // Some thank several times a week.
    const sender = this.#random() < 0.4 ? this.#among(Math.ceil(RECOGNITIONS / 150)) : this.#among(PEOPLE);
    const several = this.#random() < 0.1 ? 3 : 1;
    const people = Array.from({ length: several }, () => this.#thanked(sender));
    await this.#pass(20_000 + Math.floor(this.#random() * 100_000));
    if (hasLeft(sender)) return;
    const words = `Acompañó a una señora hasta la puerta, la vez ${this.#tried}.`;
    const input = {
      id: this.context.ownIds.issue('recognition', idOf(sender)),
      person: people.map(idOf).join(','),
      attribute: 'amabilidad',
      message: words,
    };
    const preview = await this.#does(idOf(sender), { ...input, source: 'colleague', public: 'false' });
    const send = buttons(cardIn(preview)).find(
      ({ verb, data }) => verb === 'recognition.send' && data.revision,
    );
    if (!send) {
      this.refusals.push(textOf(cardIn(preview)));
      return;
    }
    // Tapped twice, on both instances.
    const [sent] = await Promise.all(
      this.#instances.map((instance) => this.#does(idOf(sender), send.data, instance.recognitions)),
    );
    const undo = buttons(cardIn(sent as Reply)).find(({ verb }) => verb === 'recognition.undo');
    if (!undo) {
      this.refusals.push(textOf(cardIn(sent as Reply)));
      return;
    }
    if (this.#random() < 0.1) {
      await this.#pass(30_000);
      await this.#does(idOf(sender), undo.data, undefined, 'recognition.undo');
      return;
    }
    const to = [...new Set(people.map(idOf))];
    this.given.push({ words, from: idOf(sender), to, at: this.now.getTime() });
  }

  #thanked(sender: number): number {
    const chance = this.#random();
    if (chance < 0.03) return sender;
    if (chance < 0.3) return (sender + 1) % PEOPLE;
    return this.#among(PEOPLE);
  }

  #among = (count: number) => Math.floor(this.#random() * count);

  async #does(
    personId: string,
    input: Record<string, unknown>,
    recognitions: Recognitions = this.#instances[this.#among(2)]?.recognitions as Recognitions,
    verb = 'recognition.send',
  ): Promise<Reply> {
    const route = recognitions.verbs.find((each) => each.verb === verb);
    const turn = {
      actor: { id: personId, name: '' },
      language: 'es',
      conversation: { id: `chat of ${personId}`, kind: 'personal' },
      serviceUrl: 'https://teams.example/',
      cardMessageId: `form ${this.#tried}`,
      text: '',
      input: { ...input, standalone: 'true' },
      now: this.now,
    };
    return route?.handle(turn as unknown as Turn) as Promise<Reply>;
  }

  async #pass(ms: number): Promise<void> {
    await this.#settle();
    this.now = new Date(this.now.getTime() + ms);
    await this.#settle();
  }

  async #settle(): Promise<void> {
    for (const { context } of this.#instances) await context.background.drain();
    while (this.#queue.visible > 0) {
      // One batch each: `stop` ends the loop after the batch in hand.
      for (const { context, recognitions } of this.#instances)
        context.work.start({ ...recognitions.work, ...context.figures.work });
      await Promise.all(this.#instances.map(({ context }) => context.work.stop()));
      for (const { context } of this.#instances) await context.background.drain();
    }
  }
}

const cardIn = (reply: Reply) => (reply.kind === 'show' ? (reply.message.card ?? {}) : {});

describe(`a quarter of ${RECOGNITIONS} recognitions among ${PEOPLE} people`, function () {
  this.timeout(600_000);
  const quarter = new Quarter();
  let received: { to: string; text: string; at: number }[];
  before(async () => {
    await quarter.run();
    received = quarter.posts.filter(({ text }) => text.includes('¡Te reconocieron!'));
  });

  it('reaches each person once, and nobody whose recognition was taken back or refused', () => {
    const expected = quarter.given.flatMap(({ words, to }) => to.map((id) => `${id} ${words}`));
    const got = received.map(({ to, text }) => `${to} ${text.match(/«(.*)»/)?.[1]}`);
    assert.deepEqual(got.sort(), expected.sort());
    assert.ok(got.length > RECOGNITIONS / 2, `${got.length} of ${RECOGNITIONS}`);
    assert.ok(quarter.refusals.length > RECOGNITIONS / 50, 'hardly anything was refused');
  });

  it('tells nobody within the two minutes, and everybody soon after', () => {
    for (const { words, to, at } of quarter.given)
      for (const id of to) {
        const post = received.find((each) => each.to === id && each.text.includes(words));
        assert.ok(
          post && post.at >= at + UNDO_MS && post.at < at + 15 * 60_000,
          `${words} after ${Number(post?.at) - at} ms`,
        );
      }
  });

  it('never thanks oneself, a guest or somebody who has left', () => {
    for (const { from, to } of quarter.given)
      for (const id of to) {
        assert.notEqual(id, from);
        assert.ok(!isGuest(numberOf(id)) && !hasLeft(numberOf(id)), id);
      }
  });

  it('keeps the limits: five people in seven days, and the same person once', () => {
    for (const one of quarter.given) {
      const week = quarter.given.filter(
        ({ from, at }) => from === one.from && at <= one.at && at > one.at - LIMIT_MS,
      );
      const people = week.flatMap(({ to }) => to);
      assert.ok(people.length <= 5, `${one.from} thanked ${people.length} people in a week`);
      assert.equal(new Set(people).size, people.length, `${one.from} thanked somebody twice in a week`);
    }
  });

  it('gives each superior a copy, unless they sent it or got it themselves', () => {
    const copies = quarter.posts.filter(({ text }) => text.includes('de tu equipo, recibi'));
    const expected = quarter.given.flatMap(({ words, from, to }) => {
      const superiors = to.filter((id) => leaderOf(numberOf(id)) !== id).map((id) => leaderOf(numberOf(id)));
      const left = [...new Set(superiors)].filter(
        (id) => id !== from && !to.includes(id) && !hasLeft(numberOf(id)),
      );
      return left.map((id) => `${id} ${words}`);
    });
    const got = copies.map(({ to, text }) => `${to} ${text.match(/«(.*)»/)?.[1]}`);
    assert.deepEqual(got.sort(), expected.sort());
  });

  it('counts them as a second count does', async () => {
    const team = aPerson('team', { roles: ['humanization'] });
    for (const month of ['2026-10', '2026-11', '2026-12']) {
      const { now } = await quarter.context.figures.view(
        team,
        { kind: 'all' },
        { span: 'month', from: month },
      );
      const people = quarter.given
        .filter(({ at }) => bogotaDay(new Date(at)).startsWith(month))
        .flatMap(({ to }) => to);
      assert.equal(now.count('recognitions.given'), people.length, month);
      assert.equal(now.count('recognitions.people'), new Set(people).size, month);
    }
  });

  it('costs a bounded number of storage requests for each', () => {
    const ofFigures = quarter.noted.filter((what) => what.startsWith('Figures')).length;
    const each = (quarter.noted.length - ofFigures) / RECOGNITIONS;
    if (process.env.QUARTER_PEOPLE)
      process.stdout.write(
        `${each.toFixed(1)} requests, ${(ofFigures / RECOGNITIONS).toFixed(1)} of figures: ${JSON.stringify(tally(quarter.noted))}\n`,
      );
    // The form, twice the same tap, the limits, five lists of each person, a card for them and for their superior.
    assert.ok(each < 100, `${each} requests`);
    assert.ok(each > 40, 'not all requests are counted');
    // A count reads the row of each scope: the whole, the areas, and the line of each leader.
    const scopes = 1 + 12 + PEOPLE / TEAM;
    assert.ok(ofFigures / RECOGNITIONS < 2 * scopes, `${ofFigures} requests of figures`);
  });
});
