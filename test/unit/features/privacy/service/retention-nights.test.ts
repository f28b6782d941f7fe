import assert from 'node:assert/strict';
import { z } from 'zod';
import { FeedbackStore } from '../../../../../src/features/answers/store/feedback-store.js';
import { type Case, evolve, type State } from '../../../../../src/features/cases/domain/case.js';
import type { CaseEvent, EventBody } from '../../../../../src/features/cases/domain/event.js';
import { hasExpired } from '../../../../../src/features/cases/domain/expiry.js';
import { factsOf } from '../../../../../src/features/cases/domain/facts.js';
import { Erasure } from '../../../../../src/features/cases/service/erasure.js';
import { Accesses } from '../../../../../src/features/cases/store/accesses.js';
import { CaseIndex } from '../../../../../src/features/cases/store/case-index.js';
import { CaseStore, replay } from '../../../../../src/features/cases/store/case-store.js';
import { RetentionNights } from '../../../../../src/features/privacy/service/retention-nights.js';
import { tableSweeps } from '../../../../../src/features/privacy/service/table-sweeps.js';
import { emptyDraft } from '../../../../../src/features/reports/domain/draft.js';
import { Discarding } from '../../../../../src/features/reports/service/discarding.js';
import { Drafts } from '../../../../../src/features/reports/store/drafts.js';
import { Voices } from '../../../../../src/features/voices/store/voices.js';
import { Tickets } from '../../../../../src/platform/delivery/tickets.js';
import { WorkQueue, workKind } from '../../../../../src/platform/delivery/work.js';
import { Deletions } from '../../../../../src/platform/storage/deletions.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import {
  DEFAULT_RETENTION,
  horizonOf,
  nextNight,
  ruleOf,
} from '../../../../../src/platform/storage/retention.js';
import { type Row, rowsOf, type TableName, type Tables } from '../../../../../src/platform/storage/tables.js';
import { RETAINED_ROWS, TABLE_NAMES } from '../../../../../src/tables.js';
import { aReport, reportedBody } from '../../../../support/fixtures.js';
import { SIGNER } from '../../../../support/host.js';
import { interrupted } from '../../../../support/interrupted.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryBlobs } from '../../../../support/memory-blobs.js';
import { MemoryQueue } from '../../../../support/memory-queue.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { seeded } from '../../../../support/random.js';
import { thoroughly } from '../../../../support/thorough.js';

const DAY_MS = 86_400_000;
const at = (day: string) => new Date(`${day}T15:00:00Z`);

describe('the retention rules', () => {
  it('count days by the clock and years by the calendar', () => {
    const iso = (count: number, unit: 'd' | 'y', now: string) =>
      horizonOf({ count, unit }, at(now)).toISOString();
    assert.equal(iso(30, 'd', '2026-03-01'), '2026-01-30T15:00:00.000Z');
    assert.equal(iso(5, 'y', '2031-01-15'), '2026-01-15T15:00:00.000Z');
    assert.equal(iso(1, 'y', '2028-02-29'), '2027-02-28T15:00:00.000Z');
    assert.equal(iso(4, 'y', '2028-02-29'), '2024-02-29T15:00:00.000Z');
  });

  it('start the night at 3:00 in Bogotá', () => {
    assert.equal(nextNight(new Date('2026-11-24T07:59:59Z')).toISOString(), '2026-11-24T08:00:00.000Z');
    assert.equal(nextNight(new Date('2026-11-24T08:00:00Z')).toISOString(), '2026-11-25T08:00:00.000Z');
  });

  it('are written as in the settings', () => {
    assert.equal(ruleOf('cases', DEFAULT_RETENTION.cases), 'cases=5y');
  });

  describe('for a case', () => {
    const before = at('2026-01-15');
    const body = { type: 'reminded' } as const;
    const touched = (day: string) => [
      { at: at('2020-01-01').toISOString(), body },
      { at: at(day).toISOString(), body },
    ];
    for (const state of ['closed', 'rejected', 'withdrawn'] as State[]) {
      it(`count from the last event once it is ${state}`, () => {
        const subject = { state, held: false };
        assert.ok(hasExpired({ subject, events: touched('2026-01-14') }, before));
        assert.ok(!hasExpired({ subject, events: touched('2026-01-15') }, before));
        assert.ok(!hasExpired({ subject, events: touched('2026-01-16') }, before));
      });

      it(`never delete it while it is ${state} and on hold`, () => {
        assert.ok(!hasExpired({ subject: { state, held: true }, events: touched('2021-01-01') }, before));
      });
    }

    it('do not count what the bot says of a commitment that nobody keeps', () => {
      const lapsed = {
        at: at('2026-01-16').toISOString(),
        body: { type: 'commitment-lapsed', of: 1, hasLeft: false } as const,
      };
      const subject = { state: 'closed' as const, held: false };
      assert.ok(hasExpired({ subject, events: [...touched('2026-01-14'), lapsed] }, before));
      assert.ok(!hasExpired({ subject, events: [...touched('2026-01-15'), lapsed] }, before));
    });

    for (const state of ['reported', 'accepted'] as State[]) {
      it(`never delete it while it is ${state}`, () => {
        assert.ok(!hasExpired({ subject: { state, held: false }, events: touched('2021-01-01') }, before));
      });
    }
  });
});

class House {
  now = at('2026-01-05');
  readonly clock = () => this.now;
  readonly memory = new MemoryTables();
  readonly blobs = new MemoryBlobs();
  readonly queue = new MemoryQueue(() => this.now.getTime());
  readonly poison = new MemoryQueue();
  readonly logged = memoryLog();
  readonly work = new WorkQueue(this.queue, this.poison, this.logged.log);
  readonly tables: Tables;
  readonly store: CaseStore;
  readonly index: CaseIndex;
  readonly drafts: Drafts;
  nights: RetentionNights;
  #made = 0;

  constructor(disturb: (tables: Tables) => Tables = (tables) => tables) {
    this.tables = disturb(this.memory);
    this.store = new CaseStore(this.tables, SIGNER);
    this.index = new CaseIndex(this.tables);
    this.drafts = new Drafts(this.tables, this.clock);
    this.nights = this.instance();
  }

  /** Another instance on the same storage. */
  instance(): RetentionNights {
    const { tables, store, index, blobs, drafts, clock, work } = this;
    const { log } = this.logged;
    const deletions = new Deletions(tables, clock);
    const accesses = new Accesses(tables);
    const voices = new Voices(tables);
    const forgetVoice = (caseId: string) => voices.forget(caseId);
    const erasure = new Erasure({ store, index, blobs, deletions, log, accesses, forgetVoice });
    const discarding = new Discarding({ drafts, store, blobs });
    return new RetentionNights({
      tables,
      work,
      retention: DEFAULT_RETENTION,
      sweeps: [
        { kind: 'cases', run: (before, most, rule) => erasure.sweep(before, most, rule) },
        { kind: 'drafts', run: (before, most) => discarding.sweep(before, most) },
        ...tableSweeps(tables, RETAINED_ROWS),
      ],
      clock,
      log,
    });
  }

  /** Creates a case with a file that was opened once, and with these events after its report, all dated now. */
  async makes(...bodies: EventBody[]): Promise<Case> {
    const number = `HUM-${String(++this.#made).padStart(6, '0')}`;
    const caseId = `case-${number}`;
    const report = aReport({ narrative: `Relato de ${number}` });
    const dueAt = this.now.toISOString();
    await this.#adds(caseId, reportedBody({ caseId, number, report, dueAt, remindAt: dueAt }));
    for (const body of bodies) await this.#adds(caseId, body);
    await this.blobs.put(`${caseId}/file`, Buffer.from('x'));
    const opened = {
      what: 'card',
      personId: 'leader',
      at: this.now.toISOString(),
      caseId,
      detail: '',
    } as const;
    await new Accesses(this.memory).add(opened);
    const subject = await this.subject(caseId);
    if (!subject) throw new Error('not made');
    return subject;
  }

  async adds(subject: Case, ...bodies: EventBody[]): Promise<void> {
    for (const body of bodies) await this.#adds(subject.id, body);
  }

  async #adds(caseId: string, body: EventBody): Promise<void> {
    const before = await this.store.load(caseId);
    const seq = (before?.subject.revision ?? 0) + 1;
    const actorId = seq === 1 ? 'reporter' : 'leader';
    const event: CaseEvent = {
      seq,
      actorId,
      at: this.now.toISOString(),
      commandId: `${caseId}:${seq}`,
      body,
    };
    const after = evolve(before?.subject, event);
    await this.store.commit({ before, event, after }, [
      { kind: 'case.card', target: 'leader', urgent: false },
    ]);
    const stored = await this.store.load(caseId);
    if (!stored) return;
    const facts = factsOf(stored.events, () => undefined);
    await this.index.project(stored.subject, ['boss'], new Map(), facts);
  }

  /** The reporter answers how it went. */
  async hears({ id }: Case): Promise<void> {
    const voices = new Voices(this.memory);
    await voices.ask(id, this.now, []);
    const asked = await voices.find(id);
    assert.ok(asked);
    const answer = { satisfied: 'yes', retaliation: false, comment: '' } as const;
    const answered = { answer, answeredAt: this.now.toISOString(), leaderId: 'leader', quarter: '2026-1' };
    await voices.answer(id, asked, answered, []);
    await voices.hear(id, answered, {
      satisfied: 'yes',
      retaliation: false,
      area: 'Sedes',
      line: ['leader'],
      isProtected: false,
    });
  }

  async subject(caseId: string): Promise<Case | undefined> {
    return (await this.store.load(caseId))?.subject;
  }

  /** Runs the next night through the queue. */
  async night(nights: readonly RetentionNights[] = [this.nights]): Promise<void> {
    for (const one of nights) await one.ensure();
    this.now = nextNight(this.now);
    while (this.queue.visible > 0) {
      const night = z.object({ kind: z.literal('retention'), day: z.string() });
      this.work.start({ retention: workKind(night, ({ day }) => this.nights.run(day)) });
      await this.work.stop();
      this.now = new Date(this.now.getTime() + 1_000);
    }
  }

  async files(): Promise<string[]> {
    const paths: string[] = [];
    for await (const path of this.blobs.paths()) paths.push(path);
    return paths;
  }

  /** All rows of the tables (by default of every table), as JSON. */
  async everything(...tables: TableName[]): Promise<string> {
    const rows: unknown[] = [];
    for (const table of tables.length > 0 ? tables : TABLE_NAMES) {
      for await (const key of this.memory.partitions(table)) {
        for await (const { row } of rowsOf(this.memory, table, key)) rows.push(row);
      }
    }
    return JSON.stringify(rows);
  }
}

const CLOSED: EventBody = { type: 'closed', outcomes: ['process'], summary: 'Se corrigió.' };
const ACCEPTED: EventBody = { type: 'accepted', note: '', dueAt: '2026-01-09T15:00:00.000Z', remindAt: '' };
const HELD: EventBody = { type: 'held', reason: 'Proceso en curso.' };
const RELEASED: EventBody = { type: 'released', reason: 'Terminó.' };

describe('the retention night', () => {
  it('erases an expired case completely, records it, and keeps cases that are open or on hold', async () => {
    const house = new House();
    const gone = await house.makes(ACCEPTED, CLOSED);
    await house.hears(gone);
    const open = await house.makes(ACCEPTED);
    const held = await house.makes(ACCEPTED, CLOSED, HELD);
    house.now = at('2031-01-05');
    await house.night();
    assert.equal(await house.subject(gone.id), undefined);
    assert.ok(await house.subject(open.id));
    assert.ok(await house.subject(held.id));
    const left = await house.everything(...TABLE_NAMES.filter((name) => name !== 'Deletions'));
    assert.ok(!left.includes(gone.id) && !left.includes(gone.number), 'no row, no list, no key');
    assert.deepEqual(await house.files(), [`${open.id}/file`, `${held.id}/file`]);
    const record = await house.memory.get('Deletions', 'case', gone.number);
    assert.deepEqual(record?.row, {
      partitionKey: 'case',
      rowKey: gone.number,
      number: gone.number,
      kind: 'case',
      rule: 'cases=5y',
      at: '2031-01-06T08:00:00.000Z',
    });
    assert.doesNotMatch(await house.everything('Deletions'), /reporter|leader|Relato/);
  });

  it('counts from the last event, including the end of a hold', async () => {
    const house = new House();
    const subject = await house.makes(ACCEPTED, CLOSED, HELD);
    house.now = at('2033-05-01');
    await house.night();
    await house.adds(subject, RELEASED);
    house.now = at('2038-04-30');
    await house.night();
    assert.ok(await house.subject(subject.id));
    house.now = at('2038-05-03');
    await house.night();
    assert.equal(await house.subject(subject.id), undefined);
  });

  it('leaves a case alone when somebody changes it at that moment', async () => {
    const house: House = new House(
      (tables): Tables => interrupted(tables, condemns, async (): Promise<void> => house.adds(subject, HELD)),
    );
    const subject = await house.makes(ACCEPTED, CLOSED);
    house.now = at('2031-02-01');
    await house.night();
    assert.equal((await house.subject(subject.id))?.held, true);
    assert.equal((await house.subject(subject.id))?.report.narrative, subject.report.narrative);
  });

  it('resumes after an interruption at any write, and never shows half a case', async () => {
    for (let failing = 1; failing < 40; failing++) {
      let writes = 0;
      let armed = false;
      const house = new House((tables) => failingAt(tables, () => armed && ++writes === failing));
      const subject = await house.makes(ACCEPTED, CLOSED);
      house.now = at('2031-02-01');
      await house.nights.ensure();
      armed = true;
      await house.night();
      const between = await house.subject(subject.id);
      assert.ok(between === undefined || between.state === 'closed', `write ${failing}`);
      armed = false;
      await house.night();
      await house.night();
      const left = await house.everything(...TABLE_NAMES.filter((name) => name !== 'Deletions'));
      assert.ok(!left.includes(subject.id), `write ${failing}: ${left}`);
      assert.deepEqual(await house.files(), []);
      if (writes < failing) return;
    }
    assert.fail('it writes more than was tried');
  });

  it('runs once a night in batches, however many instances there are', async () => {
    const house = new House();
    for (let count = 0; count < 45; count++) await house.makes({ type: 'withdrawn', reason: '' });
    const instances = [house.instance(), house.instance(), house.instance()];
    house.now = at('2031-02-01');
    await Promise.all(instances.map((one) => one.ensure()));
    await Promise.all(instances.map((one) => one.ensure()));
    assert.equal(house.queue.bodies.length, 1);
    await house.night(instances);
    const nights = JSON.parse(await house.everything('Deletions')) as { rowKey: string; counts?: string }[];
    const done = nights.find(({ rowKey }) => rowKey === '2031-02-02');
    assert.equal(JSON.parse(done?.counts ?? '{}').cases, 45);
    assert.deepEqual(house.queue.bodies, ['{"kind":"retention","day":"2031-02-03"}'], 'the next is planned');
  });

  it('is resumed when its message is lost', async () => {
    const house = new House();
    const subject = await house.makes({ type: 'withdrawn', reason: '' });
    house.now = at('2031-02-01');
    await house.nights.ensure();
    house.now = new Date('2031-02-02T09:00:00Z');
    for (const message of await house.queue.take(1, 60)) await house.queue.remove(message);
    assert.equal(house.queue.bodies.length, 0);
    await house.nights.ensure();
    assert.ok(!house.queue.bodies.some((body) => body.includes('2031-02-02')), 'it may still be under way');
    house.now = new Date('2031-02-02T10:30:00Z');
    await house.nights.ensure();
    await house.nights.ensure();
    const again = house.queue.bodies.filter((body) => body.includes('2031-02-02'));
    assert.deepEqual(again, ['{"kind":"retention","day":"2031-02-02"}']);
    await house.night();
    assert.equal(await house.subject(subject.id), undefined);
    assert.match(house.logged.lines.join('\n'), /was lost/);
  });

  it('deletes drafts with files, tickets, feedback and requests once expired', async () => {
    const house = new House();
    const draft = { ...emptyDraft('draft'), narrative: 'A medias' };
    await house.drafts.save('ana', draft);
    await house.blobs.put('draft/file', Buffer.from('x'));
    await new Tickets(house.tables, house.clock).issue({ personId: 'ana', what: 'x' });
    const feedback = { messageId: 'm', sectionId: 's', useful: true, comment: 'Bien', at: house.now };
    await new FeedbackStore(house.tables).save(feedback);
    const insert = (table: TableName, row: { partitionKey: string; rowKey: string; at?: string }) =>
      house.tables.write(table, { kind: 'insert', row });
    await insert('People', { partitionKey: 'correction', rowKey: 'DAT', at: house.now.toISOString() });
    await insert('People', { partitionKey: 'person', rowKey: 'ana', at: '2020-01-01T00:00:00.000Z' });
    const kinds = async () => {
      const left: string[] = [];
      for (const name of ['Drafts', 'Tickets', 'Feedback', 'People'] as const) {
        const rows = JSON.parse(await house.everything(name)) as unknown[];
        left.push(`${name} ${rows.length}`);
      }
      return left.join(', ');
    };
    for (const [day, left] of [
      ['2026-01-05', 'Drafts 1, Tickets 1, Feedback 1, People 2'],
      ['2026-01-07', 'Drafts 1, Tickets 0, Feedback 1, People 2'],
      ['2026-01-11', 'Drafts 1, Tickets 0, Feedback 1, People 2'],
      ['2026-02-05', 'Drafts 0, Tickets 0, Feedback 1, People 2'],
      ['2028-01-06', 'Drafts 0, Tickets 0, Feedback 0, People 2'],
      ['2031-01-06', 'Drafts 0, Tickets 0, Feedback 0, People 1'],
    ] as const) {
      house.now = at(day);
      await house.night();
      assert.equal(await kinds(), left, day);
    }
    assert.deepEqual(await house.files(), []);
  });

  it('keeps the counts of a month for ten years, also of cases that are erased', async () => {
    const house = new House();
    const row = { partitionKey: 'all', rowKey: '2026-01:cases', month: '2026-01', counts: '{}' };
    await house.memory.write('Figures', { kind: 'insert', row });
    house.now = at('2035-12-30');
    await house.night();
    assert.ok(await house.memory.get('Figures', 'all', '2026-01:cases'));
    house.now = at('2036-02-02');
    await house.night();
    assert.equal(await house.memory.get('Figures', 'all', '2026-01:cases'), undefined);
  });

  it('keeps the files of a case when it deletes a leftover draft', async () => {
    const house = new House();
    const subject = await house.makes(ACCEPTED);
    await house.drafts.save('reporter', { ...emptyDraft(subject.id), narrative: 'A medias' });
    house.now = at('2026-03-01');
    await house.night();
    assert.equal(await house.drafts.find('reporter', subject.id), undefined);
    assert.deepEqual(await house.files(), [`${subject.id}/file`]);
  });

  it('keeps exactly the cases that the rules keep, over twelve years', async function () {
    this.timeout(60_000);
    const house = new House();
    const random = seeded(20_260_105);
    const made: Case[] = [];
    const erased = new Map<string, Date>();
    // Fewer cases are made and looked at where there is little time.
    const weeks = thoroughly(3, 1);
    for (let week = 0; week < 12 * 52; week += weeks) {
      house.now = new Date(at('2026-01-05').getTime() + week * 7 * DAY_MS);
      if (week < 6 * 52) made.push(await house.makes(...lifeOf(random)));
      const some = made[Math.floor(random() * made.length)];
      const present = some && (await house.subject(some.id));
      if (present && random() < 0.3) await house.adds(present, present.held ? RELEASED : HELD);
      if (week % (4 * weeks) !== 0) continue;
      await house.night();
      const horizon = horizonOf(DEFAULT_RETENTION.cases, house.now);
      for (const { id, number } of made) {
        const loaded = await house.store.load(id);
        const record = await house.memory.get('Deletions', 'case', number);
        assert.equal(loaded === undefined, record !== undefined, `${number} is there or on record`);
        if (!loaded) erased.set(number, house.now);
        else
          assert.ok(
            !hasExpired({ ...loaded, subject: loaded.subject }, new Date(horizon.getTime() - DAY_MS)),
          );
      }
    }
    assert.ok(erased.size > 100 / weeks && erased.size < made.length, `${erased.size} of ${made.length}`);
    for (const { id } of made) {
      const loaded = await house.store.load(id);
      if (loaded) assert.deepEqual(replay(loaded.events), loaded.subject);
    }
    assert.equal(house.poison.bodies.length, 0);
  });
});

function lifeOf(random: () => number): EventBody[] {
  const end = random();
  if (end < 0.15) return [ACCEPTED];
  if (end < 0.3) return [{ type: 'withdrawn', reason: '' }];
  if (end < 0.45) return [{ type: 'rejected', reason: 'No es de aquí.' }];
  return [ACCEPTED, CLOSED];
}

/** Matches the write that marks a case as erased. */
const condemns = (method: keyof Tables, _table: unknown, operation: unknown): boolean => {
  const { kind, row } = operation as { kind?: string; row?: Row };
  return method === 'write' && kind === 'replace' && row?.state === 'erased';
};

/** Fails one of the writes with `unavailable`. */
function failingAt(tables: Tables, isNow: () => boolean): Tables {
  const isFailing = (method: keyof Tables) => method === 'write' && isNow();
  return interrupted(tables, isFailing, async () => {
    throw new StorageError('unavailable');
  });
}
