import assert from 'node:assert/strict';
import { AccessRecord } from '../../../../../../src/features/cases/service/accesses/access-record.js';
import { AccessReview } from '../../../../../../src/features/cases/service/accesses/access-review.js';
import { Accesses } from '../../../../../../src/features/cases/store/accesses.js';
import { Background } from '../../../../../../src/platform/background.js';
import { WorkQueue } from '../../../../../../src/platform/delivery/work.js';
import { StorageError } from '../../../../../../src/platform/storage/errors.js';
import { Cases } from '../../../../../support/cases.js';
import { aCase, aPerson } from '../../../../../support/fixtures.js';
import { interrupted } from '../../../../../support/interrupted.js';
import { memoryLog } from '../../../../../support/log.js';
import { MemoryQueue } from '../../../../../support/memory-queue.js';
import { MemoryTables } from '../../../../../support/memory-tables.js';
import { HandClock } from '../../../../../support/trainings.js';

const ID = aCase().id;
const DAY_MS = 86_400_000;

describe('the record of accesses', () => {
  it('is written by the queue when storage fails behind the answer', async () => {
    const clock = new HandClock();
    const tables = new MemoryTables();
    const { log, lines } = memoryLog();
    const background = new Background(log);
    const queue = new MemoryQueue(() => clock.now().getTime());
    const work = new WorkQueue(queue, new MemoryQueue(), log);
    const failing = interrupted(
      tables,
      (method) => method === 'write',
      async () => {
        throw new StorageError('unavailable');
      },
    );
    const accesses = new Accesses(failing);
    const record = new AccessRecord({ accesses, background, work, clock: clock.now, log });
    record.opened(aCase(), 'luis', { what: 'card' });
    await background.drain();
    assert.deepEqual((await accesses.ofCase(ID)).entries, []);
    assert.match(lines.join(''), /an access is not on record yet/);

    const at = clock.now().toISOString();
    clock.forward(60_000);
    work.start(record.work);
    await work.stop();
    const entry = { what: 'card', personId: 'luis', at, caseId: ID, detail: '' };
    assert.deepEqual((await accesses.ofCase(ID)).entries, [entry]);
    assert.deepEqual(queue.bodies, []);
  });

  it('says nothing of the case where days are counted, and is erased with the case', async () => {
    const tables = new MemoryTables();
    const accesses = new Accesses(tables);
    const entry = {
      what: 'card',
      personId: 'luis',
      at: '2026-11-24T14:00:00.000Z',
      caseId: ID,
      detail: '',
    } as const;
    await accesses.add(entry);
    await accesses.add({ ...entry, at: '2026-11-24T14:59:00.000Z' });
    await accesses.add({ ...entry, what: 'file', detail: 'f' });
    const day = await accesses.onDay('2026-11-24');
    assert.deepEqual(day.map(({ what }) => what).sort(), ['card', 'file']);
    assert.doesNotMatch(JSON.stringify(day), new RegExp(ID));
    assert.equal((await accesses.ofCase(ID)).entries.length, 2);
    await accesses.forget(ID);
    assert.deepEqual((await accesses.ofCase(ID)).entries, []);
    assert.equal((await accesses.onDay('2026-11-24')).length, 2);
  });

  it('stays readable when a later version noted something of a kind that this one does not know', async () => {
    const tables = new MemoryTables();
    const accesses = new Accesses(tables);
    const opened = { personId: 'luis', at: '2026-11-24T14:00:00.000Z', caseId: ID, detail: '' };
    await accesses.add({ ...opened, what: 'card' });
    await accesses.add({ ...opened, what: 'tab' as 'card' });
    const kinds = (entries: { what: string }[]) => entries.map(({ what }) => what).sort();
    assert.deepEqual(kinds((await accesses.ofCase(ID)).entries), ['card', 'other']);
    assert.deepEqual(kinds(await accesses.onDay('2026-11-24')), ['card', 'other']);
  });

  it('loses days and exports when they have been kept as long as cases', async () => {
    const tables = new MemoryTables();
    const accesses = new Accesses(tables);
    const exported = { what: 'export', personId: 'olga', caseId: '', detail: '{}' } as const;
    for (const at of ['2026-11-24T14:00:00.000Z', '2026-11-26T14:00:00.000Z']) {
      await accesses.add({ ...exported, at });
      await accesses.add({ what: 'review', personId: 'hugo', caseId: '', detail: '', at });
    }
    await accesses.removeBefore(new Date('2026-11-25T14:00:00.000Z'));
    const left = [];
    for await (const { at } of accesses.exportsSince(new Date(0))) left.push(at);
    assert.deepEqual(left, ['2026-11-26T14:00:00.000Z']);
    assert.deepEqual(await accesses.onDay('2026-11-24'), []);
    assert.equal((await accesses.onDay('2026-11-26')).length, 1);
  });

  it('shows with a case only the exports of its month that were made after it was reported', async () => {
    const clock = new HandClock();
    const hugo = aPerson('hugo', { roles: ['admin'] });
    const people = [aPerson('ana', { superiorId: 'luis' }), aPerson('luis'), hugo];
    const cases = await Cases.open({ clock: clock.now, people, deliver: async () => {} });
    const accesses = new Accesses(cases.tables);
    const exports = async (from: string, until: string) => {
      const detail = JSON.stringify({ from, until, area: '', narratives: false, language: 'es' });
      await accesses.add({
        what: 'export',
        personId: 'olga',
        at: clock.now().toISOString(),
        caseId: '',
        detail,
      });
    };
    await exports('2026-11', '2026-11');
    clock.forward(DAY_MS);
    const { number } = await cases.report('ana');
    await cases.settle();
    clock.forward(DAY_MS);
    await exports('2026-10', '2026-10');
    await exports('2026-09', '2026-12');
    const { store, index } = cases;
    const reviewed: string[] = [];
    const record = { reviewed: (personId: string) => void reviewed.push(personId) };
    const review = new AccessReview({ accesses, record, index, store, clock: clock.now });
    const found = await review.ofCase(number, hugo);
    assert.deepEqual(
      found?.exports?.map(({ filter }) => filter.from),
      ['2026-09'],
    );
    assert.equal((await review.recent(hugo)).exports.length, 3);
    assert.deepEqual(reviewed, ['hugo', 'hugo']);
  });
});
