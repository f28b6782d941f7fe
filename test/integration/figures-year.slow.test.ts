import assert from 'node:assert/strict';
import { factsOf } from '../../src/features/cases/domain/facts.js';
import { caseFiguresAnew } from '../../src/features/cases/index.js';
import { axesIn, caseFigures } from '../../src/features/cases/service/counting/case-figures.js';
import { lineOf } from '../../src/features/cases/service/lists/projection.js';
import { CaseIndex } from '../../src/features/cases/store/case-index.js';
import { replay } from '../../src/features/cases/store/case-store.js';
import type { LinkedRow } from '../../src/features/cases/store/chain.js';
import { toEventRow } from '../../src/features/cases/store/events.js';
import { toSnapshot } from '../../src/features/cases/store/snapshot.js';
import { voiceFiguresAnew } from '../../src/features/voices/index.js';
import { heardOf, voiceFigures } from '../../src/features/voices/service/voice-figures.js';
import { Voices } from '../../src/features/voices/store/voices.js';
import { type Difference, FigureStore } from '../../src/platform/figures/figure-store.js';
import { Figures } from '../../src/platform/figures/figures.js';
import { rebuild } from '../../src/platform/figures/rebuilding.js';
import { type Scope, scopeKey } from '../../src/platform/figures/scope.js';
import type { FiguresView } from '../../src/platform/figures/view.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { DEFAULT_RETENTION } from '../../src/platform/storage/retention.js';
import type { Operation, Tables } from '../../src/platform/storage/tables.js';
import { countingTables } from '../support/counting-tables.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { SIGNER } from '../support/host.js';
import { countAgain, type SecondCounts } from '../support/second-count.js';
import {
  AREA_NAMES,
  LEADERS,
  ORGANISATION,
  type SimulatedCase,
  simulatedYear,
} from '../support/simulated-year.js';
import { freshStores } from '../support/storage.js';

/** A year has 20,000: `FIGURES_CASES=20000 npx mocha …` takes some minutes, and says how long what took. */
const CASES = Number(process.env.FIGURES_CASES ?? 120);
const AT_ONCE = 16;
const NOW = bogota('2027-03-01 10:00');
const MONTHS = Array.from(
  { length: 14 },
  (_, at) => `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

const people = new Map(ORGANISATION.map((person) => [person.id, person]));
const directory = { find: async (id: string) => people.get(id), withRole: async () => [] };
const policy = readPolicy();
const axisOf = axesIn(policy);
const SCOPES: [string, Scope][] = [
  ['all', { kind: 'all' }],
  ['protected', { kind: 'protected' }],
  ...AREA_NAMES.map((area): [string, Scope] => [`area ${area}`, { kind: 'area', area }]),
  ...LEADERS.map(({ id: leaderId }): [string, Scope] => [`line ${leaderId}`, { kind: 'line', leaderId }]),
];

describe('the figures of a year', function () {
  this.timeout(CASES * 200 + 60_000);
  let year: SimulatedCase[];
  let again: SecondCounts;
  let tables: Tables;
  let store: FigureStore;
  let figures: Figures;
  const requests: string[] = [];

  before(async () => {
    year = [...simulatedYear(CASES, 7)];
    again = countAgain(year, {
      superiorOf: (id) => people.get(id)?.superiorId,
      axisOf: (section) => policy.find(section)?.parentId,
    });
    tables = countingTables((await freshStores()).tables, requests);
    store = new FigureStore(tables);
    const work = undefined as never;
    figures = new Figures({ store, work, clock: () => NOW, retention: DEFAULT_RETENTION, coalescedMs: 0 });
    figures.offer([caseFigures({ tables, voices: voiceFigures(new Voices(tables)) })]);
    await timed('the year written', () => write(year));
    await timed('its months counted', async () => {
      for (const month of MONTHS) await figures.count({ theme: 'cases', month });
    });
  });

  it('are those of a second count, in every month and scope', async () => {
    for (const [name, scope] of SCOPES) {
      const stored = await store.read(scopeKey(scope), ['2026', '2027']);
      for (const month of MONTHS) {
        const second = again.get(`${name}|${month}`);
        const tally = stored.get(month);
        assert.deepEqual(tally?.counts ?? {}, Object.fromEntries(second?.counts ?? []), `${name} ${month}`);
        const byDay = Object.values(tally?.days ?? {}).reduce(
          (sum, day) => sum + (day['cases.reported'] ?? 0),
          0,
        );
        assert.equal(byDay, second?.counts.get('cases.reported') ?? 0, `${name} ${month} by day`);
      }
    }
  });

  it('are those of a second count in what a leader, an area and the team see of a year', async () => {
    for (const [name, scope] of SCOPES) {
      const { now } = await seen(scope, { span: 'year', from: '2026-01' });
      const second = MONTHS.slice(0, 12).map((month) => again.get(`${name}|${month}`));
      const sum = (cell: string) => second.reduce((all, of) => all + (of?.counts.get(cell) ?? 0), 0);
      for (const figure of ['cases.reported', 'cases.accepted', 'cases.climbed', 'commitments.kept']) {
        if (scope.kind !== 'protected') assert.equal(now.count(figure), sum(figure), `${name} ${figure}`);
      }
      for (const figure of ['cases.accepted', 'cases.closed']) {
        for (const level of ['low', 'medium', 'high']) {
          const exact = second
            .flatMap((of) => of?.minutes.get(`${figure}/${level}`) ?? [])
            .sort((a, b) => a - b);
          const times = now.times(figure, level);
          assert.equal(times?.count ?? 0, exact.length, `${name} ${figure} ${level}`);
          if (times) assertNear(times.median, exact, 0.5);
          if (times) assertNear(times.p90, exact, 0.9);
        }
      }
    }
  });

  it('take at most 15 requests to see, of whatever period and however many years there are', async () => {
    for (const year of ['2019', '2020', '2021', '2022', '2023', '2024', '2025']) {
      for (const month of MONTHS.slice(0, 12)) {
        const tallies = new Map([['all', { counts: { 'cases.reported': 1 }, days: {}, durations: {} }]]);
        await store.write({ theme: 'cases', month: year + month.slice(4) }, async () => tallies);
      }
    }
    for (const span of ['month', 'quarter', 'year'] as const) {
      requests.length = 0;
      await timed(`a ${span} seen`, () => seen({ kind: 'all' }, { span, from: '2026-01' }));
      assert.ok(requests.length > 0 && requests.length <= 15, requests.join(', '));
    }
  });

  it('are found wrong, and put right, by counting the events anew', async () => {
    assert.deepEqual(await timed('verified', () => differences(false)), []);
    const month = '2026-05';
    const stored = (await store.read('all', ['2026'])).get(month);
    const reported = stored?.counts['cases.reported'] ?? 0;
    const wrong = { counts: { ...stored?.counts, 'cases.reported': reported + 1 }, days: {}, durations: {} };
    const row = { partitionKey: 'all', rowKey: `${month}:cases`, month };
    const columns = { counts: JSON.stringify(wrong.counts), days: JSON.stringify(stored?.days) };
    const durations = JSON.stringify(stored?.durations);
    await tables.write('Figures', { kind: 'upsert', row: { ...row, ...columns, durations } });
    const expected = { theme: 'cases', month, scope: 'all', cell: 'cases.reported', stored: reported + 1 };
    assert.deepEqual(await differences(false), [{ ...expected, counted: reported }]);
    await differences(true);
    assert.deepEqual(await differences(false), []);
  });

  it('are all there again after everything that was counted is lost', async () => {
    for (const [, scope] of SCOPES) await clear('Figures', scopeKey(scope));
    for (const month of MONTHS) {
      await clear('Figures', `in:${month}:cases`);
      await clear('CaseIndex', `counted:${month}`);
      await clear('Cases', `heard:${month}`);
    }
    const lost = await timed('rebuilt', () => differences(true));
    assert.ok(lost.length > 100);
    assert.deepEqual(await differences(false), []);
  });

  async function seen(scope: Scope, period: FiguresView['period']): Promise<FiguresView> {
    const id = scope.kind === 'line' ? scope.leaderId : 'team';
    return figures.view(aPerson(id, { roles: ['humanization', 'protected'] }), scope, period);
  }

  async function differences(saves: boolean): Promise<Difference[]> {
    const voices = voiceFiguresAnew({ tables, directory });
    const sources = [caseFiguresAnew({ tables, signer: SIGNER, directory, voices })];
    const found: Difference[] = [];
    const parts = { store, sources, retention: DEFAULT_RETENTION, now: NOW, saves };
    for await (const difference of rebuild(parts)) {
      // The years before were made up.
      if (difference.month >= '2026-01') found.push(difference);
    }
    return found;
  }

  async function write(cases: readonly SimulatedCase[]): Promise<void> {
    for (let at = 0; at < cases.length; at += AT_ONCE) {
      await Promise.all(cases.slice(at, at + AT_ONCE).map(writeOne));
    }
  }

  async function writeOne({ events, voice }: SimulatedCase): Promise<void> {
    const [first] = events;
    if (first?.body.type !== 'reported') throw new Error('no report');
    const id = first.body.caseId;
    const rows: LinkedRow[] = [];
    for (const event of events) rows.push(toEventRow(SIGNER, id, event, rows.at(-1)?.hash));
    const subject = replay(events);
    const head = rows.at(-1);
    if (!subject || !head) throw new Error('nothing happened');
    const inserted = [toSnapshot(subject, head, SIGNER), ...rows];
    await tables.commit(
      'Cases',
      inserted.map((row): Operation => ({ kind: 'insert', row })),
    );
    await new CaseIndex(tables).count(subject, await lineOf(directory, subject), factsOf(events, axisOf));
    if (!voice) return;
    const voices = new Voices(tables);
    await voices.ask(id, new Date(voice.at), []);
    const asked = await voices.find(id);
    if (!asked) throw new Error('nobody was asked');
    const closer = events.findLast(({ body }) => body.type === 'closed')?.actorId ?? '';
    const answered = {
      answer: { satisfied: voice.satisfied, retaliation: voice.retaliation, comment: '' },
      answeredAt: voice.at,
      leaderId: subject.protectedBy ? '' : closer,
      quarter: '',
    };
    await voices.answer(id, asked, answered, []);
    await voices.hear(id, answered, await heardOf(directory, subject, answered));
  }

  async function clear(table: 'Figures' | 'CaseIndex' | 'Cases', partitionKey: string): Promise<void> {
    for (;;) {
      const { rows } = await tables.page(table, { partitionKey, size: 100 });
      if (rows.length === 0) return;
      const operations = rows.map(({ row }) => ({
        kind: 'delete' as const,
        partitionKey,
        rowKey: row.rowKey,
      }));
      await tables.commit(table, operations);
    }
  }
});

/** The nearest rank of the exact durations, within 2.5 % or a minute. */
function assertNear(shown: number, exact: readonly number[], share: number): void {
  const value = exact[Math.ceil(share * exact.length) - 1] ?? 0;
  assert.ok(Math.abs(shown - value) <= Math.max(1, value * 0.025), `${shown} for ${value}`);
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  if (process.env.FIGURES_CASES)
    process.stdout.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
  return result;
}
