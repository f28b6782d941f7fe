import assert from 'node:assert/strict';
import type { Case } from '../../src/features/cases/domain/case.js';
import { graveOf } from '../../src/features/cases/domain/commands.js';
import { EFFECTS } from '../../src/features/cases/domain/effects.js';
import type { CaseEvent } from '../../src/features/cases/domain/event.js';
import { factsOf } from '../../src/features/cases/domain/facts.js';
import type { Request } from '../../src/features/cases/service/commands/completing-commands.js';
import { CaseIndex } from '../../src/features/cases/store/case-index.js';
import { replay } from '../../src/features/cases/store/case-store.js';
import { checkChain, EVENT_PREFIX } from '../../src/features/cases/store/chain.js';
import { differences, verifySeal } from '../../src/features/cases/store/snapshot.js';
import { bogotaDay } from '../../src/platform/calendar/days.js';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import { OUTBOX_PREFIX, type OutboxItem } from '../../src/platform/delivery/outbox.js';
import type { Level } from '../../src/platform/impact/assessment.js';
import { lineAbove } from '../../src/platform/people/line.js';
import type { Person } from '../../src/platform/people/person.js';
import { type Row, rowsOf, type Tables } from '../../src/platform/storage/tables.js';
import { Cases } from '../support/cases.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { SIGNER } from '../support/host.js';
import { MemoryTables } from '../support/memory-tables.js';
import { seeded } from '../support/random.js';

const HOUR_MS = 3_600_000;
const HOURS = 365 * 24;
/** The chances in each hour of a report and of an act on a case. */
const REPORTS = 0.045;
const ACTS = 0.5;

/** Twelve reporters, one with an unknown superior; six leaders on three levels; two in a circle; the team. */
const PEOPLE: Person[] = [
  ...Array.from({ length: 9 }, (_, at) => aPerson(`c${at}`, { superiorId: `leader${at % 3}` })),
  aPerson('circled', { superiorId: 'circle1' }),
  aPerson('lost', { superiorId: 'gone' }),
  aPerson('above', { superiorId: 'head1' }),
  aPerson('leader0', { superiorId: 'head0', deputyId: 'leader1' }),
  aPerson('leader1', { superiorId: 'head0', deputyId: 'c1' }),
  aPerson('leader2', { superiorId: 'head1' }),
  aPerson('head0', { superiorId: 'chief', deputyId: 'leader2' }),
  aPerson('head1', { superiorId: 'chief' }),
  aPerson('chief'),
  aPerson('circle1', { superiorId: 'circle2' }),
  aPerson('circle2', { superiorId: 'circle1' }),
  aPerson('team0', { roles: ['humanization'], superiorId: 'chief' }),
  aPerson('team1', { roles: ['humanization'] }),
];
const TEAM = ['team0', 'team1'];
/** Leaders who never act, so that cases climb. */
const IDLE = new Set(['leader2', 'head1', 'circle1', 'circle2']);

class Year {
  static async open(seed: number): Promise<Year> {
    const year = new Year(seed);
    year.cases = await Cases.open({
      clock: () => year.now,
      people: PEOPLE,
      tables: year.tables,
      deliver: async (item) => {
        year.#sometimesFail(item.urgent);
        year.delivered.push(item);
      },
    });
    return year;
  }

  now = bogota('2026-01-01 00:00');
  readonly tables = new MemoryTables();
  readonly ids: string[] = [];
  /** Every delivered item, including those whose rows are gone by now. */
  readonly delivered: OutboxItem[] = [];
  cases!: Cases;
  readonly done = new Map<string, number>();
  /** Open cases, preferred for acts, so that they come to an end and do not lapse for months. */
  readonly #open = new Set<string>();
  readonly #random: () => number;

  private constructor(seed: number) {
    this.#random = seeded(seed);
  }

  async run(): Promise<void> {
    const begin = this.now.getTime();
    for (let hour = 0; hour < HOURS; hour++) {
      this.now = new Date(begin + hour * HOUR_MS);
      await this.cases.settle();
      // Work that met a concurrent command is retried a second later.
      this.now = new Date(this.now.getTime() + 5_000);
      await this.cases.settle();
      await this.#checkDue();
      // Two random minutes of the hour, in order.
      const minutes = [this.#random(), this.#random()].sort();
      this.now = new Date(begin + hour * HOUR_MS + Math.floor((minutes[0] ?? 0) * 50 + 1) * 60_000);
      if (this.#random() < REPORTS) await this.#report();
      if (this.#random() < 0.01) await this.#leave();
      this.now = new Date(begin + hour * HOUR_MS + Math.floor((minutes[1] ?? 0) * 50 + 9) * 60_000);
      if (this.#random() < ACTS)
        await Promise.all([this.#act(), ...(this.#random() < 0.2 ? [this.#act()] : [])]);
      await this.cases.background.drain();
    }
    // Delivers what was put off.
    for (let minute = 0; minute < 20; minute++) {
      this.now = new Date(this.now.getTime() + 60_000);
      await this.cases.settle();
    }
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  #count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  #sometimesFail(urgent: boolean): void {
    const chance = this.#random();
    if (chance < 0.02) throw new DeliveryError('unavailable');
    if (chance < 0.03) throw new DeliveryError('throttled', 30_000);
    if (chance < 0.04 && urgent) throw new DeliveryError('ambiguous');
  }

  async #report(): Promise<void> {
    const level = this.#pick<Level>(['low', 'medium', 'medium', 'high']);
    const inReview = this.#random() < 0.2;
    const { id } = await this.cases.report(this.#pick(PEOPLE).id, {
      level,
      candidate: inReview ? 'high' : level,
      reviews: inReview ? ['unclear'] : [],
      confidential: this.#random() < 0.3,
      superiorInvolved: this.#random() < 0.2,
    });
    this.ids.push(id);
    this.#open.add(id);
    this.#count('report');
  }

  async #leave(): Promise<void> {
    const { id } = this.#pick(PEOPLE);
    if (this.#random() < 0.2) return this.cases.absences.remove(id);
    const days = 1 + Math.floor(this.#random() * 20);
    const until = bogotaDay(new Date(this.now.getTime() + days * 24 * HOUR_MS));
    const deputyId = this.#random() < 0.3 ? this.#pick(PEOPLE).id : '';
    await this.cases.absences.save(id, { from: bogotaDay(this.now), until, deputyId });
  }

  /** Lets a person of a case try one of the commands of their role. */
  async #act(): Promise<void> {
    const id = this.#pick(this.#random() < 0.75 ? [...this.#open] : this.ids.slice(-40));
    if (id === undefined) return;
    const { subject } = await this.cases.load(id);
    const assignee = subject.assignee.kind === 'person' ? subject.assignee.id : this.#pick(TEAM);
    const chance = this.#random();
    const actorId = chance < 0.55 ? assignee : chance < 0.9 ? (subject.reporterId ?? '') : this.#pick(TEAM);
    if (IDLE.has(actorId) && actorId === assignee) return;
    const request = this.#requestOf(
      actorId === assignee ? 'assignee' : actorId === subject.reporterId ? 'reporter' : 'team',
    );
    const result = await this.cases.does(actorId, id, request, subject.revision);
    if (result.kind === 'done' && result.loaded.subject.dueAt === undefined) this.#open.delete(id);
    if (result.kind === 'done' && result.loaded.subject.dueAt !== undefined) this.#open.add(id);
    this.#count(result.kind === 'done' ? request.type : result.kind);
  }

  #requestOf(role: 'assignee' | 'reporter' | 'team'): Request {
    const reason = 'so it is';
    switch (role) {
      case 'assignee':
        return this.#pick<Request>([
          { type: 'accept', note: '' },
          { type: 'accept', note: '' },
          { type: 'reject', reason },
          { type: 'ask', question: 'where?' },
          { type: 'reclassify', level: this.#pick<Level>(['low', 'medium', 'high']), reason },
          { type: 'escalate', reason },
          { type: 'close', outcomes: ['process'], summary: 'done' },
          { type: 'close', outcomes: ['process'], summary: 'done' },
        ]);
      case 'reporter':
        return this.#pick<Request>([
          { type: 'reply', answer: 'there' },
          { type: 'add', words: 'and this' },
          { type: 'contest', reason },
          { type: 'reopen', reason },
          { type: 'reopen', reason },
          { type: 'withdraw', reason: '' },
        ]);
      case 'team':
        return this.#pick<Request>([
          { type: 'hold', reason },
          { type: 'release', reason },
          { type: 'identify', reason },
          { type: 'reassign', reason, personId: this.#pick(PEOPLE).id },
        ]);
    }
  }

  /** Fails when a case is overdue although the queue is empty. */
  async #checkDue(): Promise<void> {
    for await (const { id, dueAt } of this.cases.index.overdue(this.now)) {
      assert.fail(`${id} was due ${dueAt}, and it is ${this.now.toISOString()}`);
    }
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Each event, with the case before and after it. */
function told(events: readonly CaseEvent[]): { event: CaseEvent; before: Case | undefined; after: Case }[] {
  return events.map((event, at) => {
    const after = replay(events.slice(0, at + 1));
    assert.ok(after);
    return { event, before: replay(events.slice(0, at)), after };
  });
}

describe('a year of cases', function () {
  this.timeout(240_000);
  let year: Year;
  let rows: Map<string, Row[]>;
  let histories: Map<string, ReturnType<typeof told>>;

  before(async () => {
    year = await Year.open(20_260_101);
    await year.run();
    rows = new Map();
    histories = new Map();
    for (const id of year.ids) {
      rows.set(
        id,
        (await all(rowsOf(year.tables, 'Cases', id))).map(({ row }) => row),
      );
      histories.set(id, told((await year.cases.load(id)).events));
    }
  });

  /** Calls `look` with each event of each case. */
  function each(look: (step: ReturnType<typeof told>[number], id: string) => void): void {
    for (const [id, history] of histories) for (const step of history) look(step, id);
  }

  it('has every kind of command and more than 300 reports', () => {
    const counts = Object.fromEntries(year.done);
    for (const type of [
      'accept',
      'reject',
      'contest',
      'ask',
      'reply',
      'escalate',
      'close',
      'reopen',
      'withdraw',
      'reassign',
      'reclassify',
      'identify',
      'refused',
    ]) {
      assert.ok((counts[type] ?? 0) > 0, `nobody did: ${type} (${JSON.stringify(counts)})`);
    }
    const types = new Set([...histories.values()].flat().map(({ event }) => event.body.type));
    for (const type of ['climbed', 'lapsed', 'reminded']) assert.ok(types.has(type as 'climbed'), type);
    assert.ok(year.ids.length > 300);
  });

  it('keeps every report, with its events chained and its snapshot up to date', () => {
    for (const [id, kept] of rows) {
      const events = kept.filter(({ rowKey }) => rowKey.startsWith(EVENT_PREFIX));
      assert.deepEqual(checkChain(events, SIGNER), { faults: [], unsigned: 0 }, id);
      const snapshot = kept.find(({ rowKey }) => rowKey === 'case');
      const last = histories.get(id)?.at(-1)?.after;
      assert.ok(snapshot && last);
      assert.deepEqual([differences(snapshot, last), verifySeal(snapshot, SIGNER)], [[], 'valid'], id);
      const commands = histories.get(id)?.map(({ event }) => event.commandId) ?? [];
      assert.equal(new Set(commands).size, commands.length, 'a command happened twice');
    }
  });

  it('never assigns a case to its reporter or an involved person, nor moves it up to a former holder', () => {
    each(({ event, before, after }, id) => {
      if (after.assignee.kind !== 'person') return;
      const holder = after.assignee.id;
      assert.notEqual(holder, after.reporterId, id);
      assert.ok(!after.excludedIds.includes(holder), id);
      if (['climbed', 'escalated', 'contested'].includes(event.body.type)) {
        assert.ok(!after.formerIds.includes(holder) && before?.assignee.kind === 'person', id);
      }
    });
  });

  it('moves a case up once for each missed deadline, in time and not before', () => {
    for (const [id, history] of histories) {
      for (const [at, { event, after }] of history.entries()) {
        const next = history
          .slice(at + 1)
          .find((later) => later.after.step !== after.step || !later.after.dueAt);
        const due = after.dueAt === undefined ? undefined : Date.parse(after.dueAt);
        const until = next ? Date.parse(next.event.at) : year.now.getTime();
        if (due !== undefined) assert.ok(until <= due + HOUR_MS, `${id} ${event.seq} was left lying`);
        const climbs = next?.event.body.type === 'climbed' || next?.event.body.type === 'lapsed';
        if (!climbs || due === undefined) continue;
        assert.equal(next.event.commandId, `deadline:${after.step}:due`);
        assert.ok(Date.parse(next.event.at) >= due, `${id} climbed too early`);
      }
    }
  });

  it('tells the humanization team of every grave case, as soon as it becomes one', () => {
    const cards = new Set(
      year.delivered
        .filter(({ kind }) => kind === EFFECTS.card)
        .map(({ partitionKey, rowKey, target }) => `${partitionKey} ${rowKey.split(':')[1]} ${target}`),
    );
    each(({ event, before, after }, id) => {
      const becomes = graveOf(after) === 'high' && (!before || graveOf(before) !== 'high');
      if (!becomes || after.dueAt === undefined) return;
      for (const member of TEAM) {
        const isOut = member === after.reporterId || after.excludedIds.includes(member);
        const card = `${id} ${String(event.seq).padStart(6, '0')} ${member}`;
        assert.equal(cards.has(card) || isOut, true, card);
      }
    });
  });

  it('delivers every notice in the end', () => {
    const statuses = [...rows.values()]
      .flat()
      .filter(({ rowKey }) => rowKey.startsWith(OUTBOX_PREFIX))
      .map(({ status }) => status);
    assert.deepEqual([...new Set(statuses)], ['sent']);
    for (const [id, kept] of rows) {
      const outbox = kept.filter(({ rowKey }) => rowKey.startsWith(OUTBOX_PREFIX));
      assert.ok(outbox.length < 300, `${id} still has ${outbox.length} rows of the outbox`);
    }
  });

  it('has exactly the index rows that the cases produce', async () => {
    const anew = new MemoryTables();
    const index = new CaseIndex(anew);
    for (const id of year.ids) {
      const { subject, events } = await year.cases.load(id);
      const { assignee } = subject;
      const holder = assignee.kind === 'person' ? await year.cases.people.find(assignee.id) : undefined;
      // Leaders see the cases of their people, and their own beside them.
      const line = holder ? [holder, ...(await lineAbove(year.cases.people, holder))] : [];
      const hidden = [subject.reporterId, ...subject.excludedIds];
      await index.project(
        subject,
        line.map((person) => person.id).filter((leaderId) => !hidden.includes(leaderId)),
        new Map(),
        factsOf(events, year.cases.projection.axisOf),
      );
    }
    assert.deepEqual(await indexRows(year.tables), await indexRows(anew));
  });

  it('needs no repair, and logs no failure', async () => {
    assert.equal(await year.cases.deadlines.audit(), 0);
    const failed = year.cases.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
    assert.deepEqual(failed, []);
    assert.deepEqual(year.cases.poison.bodies, []);
  });
});

async function indexRows(tables: Tables): Promise<Row[]> {
  const found: Row[] = [];
  for (const key of await all(tables.partitions('CaseIndex'))) {
    if (key === 'counter' || key.startsWith('keys:')) continue;
    found.push(...(await all(rowsOf(tables, 'CaseIndex', key))).map(({ row }) => row));
  }
  return found;
}
