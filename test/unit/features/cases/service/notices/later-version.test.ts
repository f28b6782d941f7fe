import assert from 'node:assert/strict';
import { caseSheet } from '../../../../../../src/features/cases/cards/case-sheet.js';
import { mayView } from '../../../../../../src/features/cases/domain/permissions.js';
import { Erasure } from '../../../../../../src/features/cases/service/erasure.js';
import { ReportedCases } from '../../../../../../src/features/cases/service/lists/reported-cases.js';
import { AWAIT_LATER_MS } from '../../../../../../src/features/cases/service/notices/later-version.js';
import { caseData } from '../../../../../../src/features/cases/service/personal-data.js';
import { Accesses } from '../../../../../../src/features/cases/store/accesses.js';
import { Drafts } from '../../../../../../src/features/reports/store/drafts.js';
import { Deletions } from '../../../../../../src/platform/storage/deletions.js';
import { rowsOf } from '../../../../../../src/platform/storage/tables.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson } from '../../../../../support/fixtures.js';
import { addUnknownEvent, changeBody, forgetUnknownEvent } from '../../../../../support/later-version.js';
import { memoryLog } from '../../../../../support/log.js';
import { MemoryBlobs } from '../../../../../support/memory-blobs.js';
import { HandClock } from '../../../../../support/trainings.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('olga', { roles: ['humanization'] }),
];
const DAY_MS = 86_400_000;

describe('a case with events of a later version', () => {
  let clock: HandClock;
  let cases: Cases;
  let id: string;
  beforeEach(async () => {
    clock = new HandClock();
    cases = await Cases.open({ clock: clock.now, people: PEOPLE });
    ({ id } = await cases.report('ana'));
    await cases.settle();
    await addUnknownEvent(cases.tables, id, ['ana', 'luis']);
    cases.posted.splice(0);
  });

  const dispatch = async () => {
    await cases.work.later({ kind: 'dispatch', partitionKey: id }, 0);
    clock.forward(1_000);
    await cases.settle();
  };
  const outbox = async () => {
    const states: string[] = [];
    for await (const { row } of rowsOf(cases.tables, 'Cases', id, 'outbox:000002'))
      states.push(String(row.status));
    return states;
  };

  it('loads up to what this version knows', async () => {
    const { subject, events, isAhead } = await cases.load(id);
    assert.deepEqual([subject.state, subject.revision, events.length, isAhead], ['reported', 1, 1, true]);
  });

  it('refuses every command of people, whatever revision they saw', async () => {
    for (const revision of [1, 2]) {
      const result = await cases.does('luis', id, { type: 'accept', note: '' }, revision);
      assert.deepEqual([result.kind, 'refusal' in result && result.refusal], ['refused', 'later-version']);
    }
    assert.equal((await cases.load(id)).events.length, 1);
  });

  it('tells a person whose command came first that it is done', async () => {
    const { id: other } = await cases.report('ana');
    const seen = { revision: 1, commandId: 'first' };
    const accept = () =>
      cases.service.execute(other, cases.person('luis'), { type: 'accept', note: '' }, seen);
    assert.equal((await accept()).kind, 'done');
    await addUnknownEvent(cases.tables, other);
    assert.equal((await accept()).kind, 'done');
  });

  it('sends no notice, and sends all of them once this version knows it', async () => {
    await dispatch();
    assert.deepEqual(await outbox(), Array(4).fill('pending'));
    for (let day = 0; day < 30; day++) {
      clock.forward(DAY_MS);
      await cases.settle();
    }
    assert.deepEqual(await outbox(), Array(4).fill('pending'));
    assert.deepEqual(
      [cases.posted, cases.poison instanceof Object && (await cases.poison.take(1, 1))],
      [[], []],
    );
    await forgetUnknownEvent(cases.tables, id);
    clock.forward(AWAIT_LATER_MS);
    await cases.settle();
    assert.deepEqual(await outbox(), Array(4).fill('sent'));
    assert.ok(cases.posted.length > 0);
  });

  it('carries out no deadline until this version knows it', async () => {
    const { id: other } = await cases.report('ana');
    await cases.settle();
    await addUnknownEvent(cases.tables, other);
    clock.forward(10 * DAY_MS);
    const work = { kind: 'deadline', caseId: other, step: 1, phase: 'due' } as const;
    assert.equal(await cases.deadlines.run(work), AWAIT_LATER_MS);
    assert.equal(await cases.deadlines.audit(), 0);
    await cases.settle();
    assert.equal((await cases.load(other)).events.length, 1);
    assert.deepEqual(
      cases.logLines.filter(
        (line) => /"level":(50|60)/.test(line) || line.includes('lists of a case are behind'),
      ),
      [],
    );
    await forgetUnknownEvent(cases.tables, other);
    clock.forward(AWAIT_LATER_MS);
    await cases.settle();
    assert.ok((await cases.load(other)).events.some(({ body }) => body.type === 'climbed'));
  });

  it('stays in the lists, also in a state that this version does not know', async () => {
    const listed = async () => (await cases.index.inbox({ kind: 'person', id: 'luis' }, {})).cases;
    assert.equal((await listed()).length, 1);
    for await (const { row } of rowsOf(cases.tables, 'CaseIndex', 'inbox:luis')) {
      await cases.tables.write('CaseIndex', {
        kind: 'upsert',
        row: { ...row, state: 'undone', level: 'grave' },
      });
    }
    assert.deepEqual(
      (await listed()).map(({ state, level }) => [state, level]),
      [['unknown', 'high']],
    );
  });

  it('is exported with a note, to the team and to its reporter', async () => {
    const loaded = await cases.load(id);
    const options = {
      language: 'es',
      withNarratives: true,
      titleOf: () => '',
      places: { services: [], sites: [], stages: [] },
    } as const;
    const sheet = caseSheet(
      [{ loaded, assignee: 'Luis' } as Parameters<typeof caseSheet>[0][number]],
      options,
    );
    assert.match(
      JSON.stringify(sheet.rows),
      /Reportado, por aceptar\. Este caso tiene novedades de una versión/,
    );
    const { index, store, tables } = cases;
    const drafts = new Drafts(tables, clock.now);
    const reported = new ReportedCases({ index, drafts, store });
    const [own] = caseData({ index, reported, store, clock: clock.now });
    assert.match(JSON.stringify(await own?.dataOf('ana')), /"isAhead":true/);
  });

  it('is not erased, whatever this version believes of its age', async () => {
    const { id: other } = await cases.report('ana');
    await cases.does('ana', other, { type: 'withdraw', reason: '' });
    await cases.settle();
    await addUnknownEvent(cases.tables, other);
    const { tables, store, index, voices } = cases;
    const { log } = memoryLog();
    const deletions = new Deletions(tables, clock.now);
    const accesses = new Accesses(tables);
    const forgetVoice = (caseId: string) => voices.forget(caseId);
    const blobs = new MemoryBlobs();
    const erasure = new Erasure({ blobs, deletions, log, store, index, accesses, forgetVoice });
    const later = new Date('2040-01-01T00:00:00.000Z');
    assert.equal(await erasure.sweep(later, 10, 'cases=5y'), 0);
    await forgetUnknownEvent(tables, other);
    assert.equal(await erasure.sweep(later, 10, 'cases=5y'), 1);
  });
});

describe('a report of a later version', () => {
  const [ana, luis, marta, olga] = PEOPLE as [never, never, never, never];
  let cases: Cases;
  let id: string;
  beforeEach(async () => {
    cases = await Cases.open({ clock: new HandClock().now, people: PEOPLE });
    ({ id } = await cases.report('ana'));
    await cases.settle();
  });
  const readers = async () => {
    const { subject, isAhead } = await cases.load(id);
    assert.equal(isAhead, true);
    return [ana, luis, marta, olga].map((person) => mayView(subject, person));
  };

  it('can be read by all who may, with careful values for what is not known', async () => {
    await changeBody(cases.tables, id, 1, (body) => ({
      ...body,
      report: {
        ...(body.report as object),
        source: 'platform',
        level: 'grave',
        efforts: 'x',
        confidential: 'partly',
      },
    }));
    assert.deepEqual(await readers(), [true, true, false, true]);
    const { subject } = await cases.load(id);
    const { narrative, source, level, efforts, confidential, place } = subject.report;
    assert.deepEqual(
      [subject.number, narrative, source, level, efforts, confidential, place],
      [
        'HUM-2026-000001',
        'Le gritó a un usuario en la ventanilla.',
        'moment-of-truth',
        'high',
        [],
        true,
        'Sede Suba',
      ],
    );
  });

  it('stays hidden from people who are involved', async () => {
    await changeBody(cases.tables, id, 1, (body) => ({ ...body, excludedIds: ['olga'], evidence: 'x' }));
    assert.deepEqual(await readers(), [true, true, false, false]);
  });

  it('is hidden from the team if it names the involved people in another way', async () => {
    await changeBody(cases.tables, id, 1, (body) => ({ ...body, excludedIds: [{ id: 'olga' }] }));
    assert.deepEqual(await readers(), [true, true, false, false]);
  });

  for (const [what, change] of [
    ['goes to somebody of an unknown kind', (body: object) => ({ ...body, assignee: { kind: 'committee' } })],
    ['is protected in an unknown way', (body: object) => ({ ...body, protectedBy: 'committee' })],
    ['is of an unknown kind', () => ({ type: 'told' })],
    ['is no JSON', () => 'not JSON'],
  ] as const) {
    it(`is shown to its reporter alone if it ${what}`, async () => {
      await changeBody(cases.tables, id, 1, change);
      assert.deepEqual(await readers(), [true, false, false, false]);
      assert.equal((await cases.load(id)).subject.number, 'HUM-2026-000001');
    });
  }
});
