import assert from 'node:assert/strict';
import type { Context } from '../../src/context.js';
import type { Feature } from '../../src/feature.js';
import { HOURS, momentOf } from '../../src/features/practice/domain/hours.js';
import { createPractice, readPractices } from '../../src/features/practice/index.js';
import { Membership } from '../../src/features/practice/service/membership.js';
import { Members } from '../../src/features/practice/store/members.js';
import { Ticks } from '../../src/features/practice/store/ticks.js';
import { bogotaDay, shiftedDay } from '../../src/platform/calendar/days.js';
import { isBusinessDay } from '../../src/platform/calendar/holidays.js';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import type { Message } from '../../src/platform/delivery/message.js';
import type { Absence } from '../../src/platform/people/absences.js';
import { Contacts } from '../../src/platform/people/contacts.js';
import { counting, tally } from '../support/counted-bot.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { memoryContext, memoryHost } from '../support/host.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import { seeded } from '../support/random.js';

const PEOPLE = 1_500;
const [FIRST, LAST] = ['2026-10-01', '2026-12-31'];
const BLOCKED = new Set(['p7', 'p77', 'p777']);
/** On these days nobody runs from 8:30 to 10:00, and from 8:00 to 12:00. */
const [SHORT_OUTAGE, LONG_OUTAGE] = ['2026-10-15', '2026-11-18'];

interface Post {
  personId: string;
  day: string;
  at: Date;
  practice: string;
}

interface Instance {
  feature: Feature;
  look: () => Promise<void>;
  work: Context['work'];
}

/** Two instances of the bot on one storage, and the people who joined. */
class Quarter {
  now = bogota(`${FIRST} 00:00`);
  readonly posts: Post[] = [];
  readonly refused: Omit<Post, 'practice'>[] = [];
  /** The requests of the first day, when no cache knows anything. */
  firstDay: Record<string, number> = {};
  readonly away = new Map<string, Absence>();
  /** Who was to get a practice on a day, and did not. */
  readonly missed: string[] = [];
  readonly members: Members;
  readonly membership: Membership;
  readonly #noted: string[] = [];
  readonly #tables = counting(new MemoryTables(), this.#noted);
  readonly #queue = new MemoryQueue(() => this.now.getTime());
  readonly #random = seeded(20_261_001);
  readonly #context: Context;
  readonly #instances: Instance[];
  readonly #ids: ReadonlyMap<string, string>;

  constructor() {
    this.#context = this.#contextOf('one');
    this.#instances = [this.#instance(this.#context), this.#instance(this.#contextOf('two'))];
    const practices = readPractices(this.#context.policy);
    this.#ids = new Map(practices.map(({ es, id }) => [es, id]));
    this.members = new Members(this.#tables);
    this.membership = new Membership({
      ...this.#context,
      members: this.members,
      ticks: new Ticks(this.#tables),
      practices,
    });
  }

  async run(): Promise<void> {
    await this.#begin();
    for (let day = FIRST; day <= LAST; day = shiftedDay(day, 1)) {
      await this.#night(day);
      if (day === FIRST) this.#noted.length = 0;
      const due = await this.#dueOn(day);
      await this.#pass(day);
      if (day === FIRST) this.firstDay = tally(this.#noted);
      this.#noted.length = 0;
      const got = new Set(this.posts.filter((post) => post.day === day).map(({ personId }) => personId));
      for (const personId of due) if (!got.has(personId)) this.missed.push(`${day} ${personId}`);
    }
  }

  #contextOf(id: string): Context {
    const host = memoryHost({
      tables: this.#tables,
      queue: this.#queue,
      clock: () => this.now,
      newId: () => id,
    });
    return memoryContext(host, {
      post: async ({ conversationId }, message) => {
        this.#post(conversationId.slice('chat of '.length), message);
        return 'message';
      },
    });
  }

  #instance(context: Context): Instance {
    let look = async () => {};
    const every = (_ms: number, _name: string, task: () => Promise<void>) => {
      look = task;
    };
    const background = Object.assign(Object.create(context.background) as Context['background'], { every });
    // The cards are tested elsewhere; here only which practice comes matters.
    const renderer = { render: () => ({ type: 'AdaptiveCard' as const }) };
    const feature = createPractice({ ...context, background, renderer }, { isGuest: async () => false });
    feature.start?.();
    return { feature, look: () => look(), work: context.work };
  }

  #post(personId: string, { summary = '' }: Message): void {
    const chance = this.#random();
    if (chance < 0.01) throw new DeliveryError('unavailable');
    if (chance < 0.015) throw new DeliveryError('throttled', 20_000);
    const post = { personId, day: bogotaDay(this.now), at: this.now };
    if (BLOCKED.has(personId)) {
      this.refused.push(post);
      throw new DeliveryError('unreachable');
    }
    this.posts.push({
      ...post,
      practice: this.#ids.get(summary.slice(summary.indexOf(': ') + 2)) ?? summary,
    });
  }

  async #begin(): Promise<void> {
    const people = Array.from({ length: PEOPLE }, (_, at) => aPerson(`p${at}`));
    await this.#context.people.save(people);
    // Others than the bot's own, which would remember them.
    const contacts = new Contacts(this.#tables);
    for (const { id } of people) {
      await contacts.save({
        personId: id,
        conversationId: `chat of ${id}`,
        serviceUrl: 'https://teams.example/',
        language: 'es',
      });
      await this.membership.join(id, { hour: this.#hour() });
    }
  }

  /** Six in ten at the default hour. */
  #hour(): string {
    return this.#random() < 0.6 ? '08:30' : (HOURS[Math.floor(this.#random() * HOURS.length)] ?? '08:30');
  }

  /** What people change before a day. */
  async #night(day: string): Promise<void> {
    this.now = momentOf(day, '05:00');
    for (let change = 0; change < 12; change++) {
      const personId = `p${Math.floor(this.#random() * PEOPLE)}`;
      const chance = this.#random();
      if (chance < 0.3) await this.membership.leave(personId);
      else if (chance < 0.7) await this.membership.join(personId, { hour: this.#hour(), job: 'salud' });
      else {
        const absence = { from: day, until: shiftedDay(day, Math.floor(this.#random() * 14)), deputyId: '' };
        await this.#context.absences.save(personId, absence);
        this.away.set(personId, absence);
      }
    }
  }

  async #dueOn(day: string): Promise<string[]> {
    if (!isBusinessDay(day) || day === LONG_OUTAGE) return [];
    const on = await Promise.all(HOURS.map((hour) => this.members.at(hour)));
    return on.flat().flatMap(({ member: { personId } }) => (this.isAway(personId, day) ? [] : [personId]));
  }

  isAway(personId: string, day: string): boolean {
    const absence = this.away.get(personId);
    return absence !== undefined && absence.from <= day && day <= absence.until;
  }

  /** A day, in half hours; both instances look on some days, as when one takes over from the other. */
  async #pass(day: string): Promise<void> {
    const alone = this.#instances.slice(0, 1);
    for (const hour of HOURS) {
      this.now = new Date(momentOf(day, hour).getTime() + 5_000);
      if (day === SHORT_OUTAGE && hour >= '08:30' && hour < '10:00') continue;
      if (day === LONG_OUTAGE && hour >= '08:00' && hour < '12:00') continue;
      const looking = day.endsWith('3') ? this.#instances : alone;
      for (const { look } of looking) await look();
      // The waves, and what Teams put off.
      for (let minute = 0; minute < 5; minute++) {
        await this.#settle(looking);
        this.now = new Date(this.now.getTime() + 60_000);
      }
    }
  }

  async #settle(instances: readonly Instance[]): Promise<void> {
    while (this.#queue.visible > 0) {
      // Exactly one batch each: `stop` ends the loop after the batch in hand.
      for (const { work, feature } of instances) work.start(feature.work ?? {});
      await Promise.all(instances.map(({ work }) => work.stop()));
    }
  }
}

describe('a quarter of practices for 1,500 people', function () {
  this.timeout(240_000);
  let quarter: Quarter;
  let byPerson: Map<string, Post[]>;
  before(async () => {
    quarter = new Quarter();
    await quarter.run();
    byPerson = new Map();
    for (const post of quarter.posts) {
      byPerson.set(post.personId, [...(byPerson.get(post.personId) ?? []), post]);
    }
  });

  it('reaches all who are there, on each working day, but for the day without the bot', () => {
    const missed = quarter.missed.filter((each) => !BLOCKED.has(each.split(' ')[1] ?? ''));
    assert.deepEqual(missed, []);
    assert.ok(quarter.posts.length > 75_000, `${quarter.posts.length} practices`);
  });

  it('sends nobody two on a day, though two instances do the same work', () => {
    const sent = quarter.posts.map(({ personId, day }) => `${personId} ${day}`);
    assert.equal(new Set(sent).size, sent.length);
  });

  it('sends at the hour or within two hours, never on days off, and to nobody who is away', () => {
    for (const { personId, day, at } of quarter.posts) {
      assert.ok(isBusinessDay(day), day);
      assert.ok(!quarter.isAway(personId, day), `${personId} was away on ${day}`);
      assert.ok(at >= momentOf(day, '06:00') && at <= momentOf(day, '20:00'), at.toISOString());
    }
    const late = quarter.posts.filter(({ day, at }) => day === LONG_OUTAGE && at < momentOf(day, '12:00'));
    assert.ok(late.every(({ at }) => at < momentOf(LONG_OUTAGE, '08:00')));
    const made = quarter.posts.filter(({ day, at }) => day === SHORT_OUTAGE && at > momentOf(day, '10:00'));
    assert.ok(made.length > PEOPLE / 2, 'the outage of less than two hours is not made up for');
  });

  it('never sends a person the same practice twice within 30 days', () => {
    for (const [personId, posts] of byPerson) {
      const last = new Map<string, string>();
      for (const { day, practice } of posts) {
        const before = last.get(practice);
        assert.ok(
          !before || shiftedDay(before, 30) < day,
          `${personId} got ${practice} on ${before} and ${day}`,
        );
        last.set(practice, day);
      }
    }
  });

  it('pauses for who cannot be reached, after three', async () => {
    for (const personId of BLOCKED) {
      const refused = quarter.refused.filter((each) => each.personId === personId);
      const joins = 3;
      assert.ok(refused.length >= 3 && refused.length <= 3 * joins, `${personId}: ${refused.length}`);
    }
  });

  it('costs a bounded number of storage requests a day', () => {
    // For each person: their contact, the directory and their absence, their membership, the claim and the outcome.
    const sum = Object.values(quarter.firstDay).reduce((one, other) => one + other, 0);
    assert.ok(sum < 7 * PEOPLE, JSON.stringify({ ...quarter.firstDay, sum }));
    assert.ok(sum > 5 * PEOPLE, 'not all requests are counted');
  });
});
