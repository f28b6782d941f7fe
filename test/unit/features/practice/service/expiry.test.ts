import assert from 'node:assert/strict';
import type { Member } from '../../../../../src/features/practice/domain/member.js';
import { PracticeExpiry } from '../../../../../src/features/practice/service/expiry.js';
import { SentCounts } from '../../../../../src/features/practice/store/counts.js';
import { Members } from '../../../../../src/features/practice/store/members.js';
import { PracticeOutbox, wavesOf } from '../../../../../src/features/practice/store/practice-outbox.js';
import { Ticks } from '../../../../../src/features/practice/store/ticks.js';
import { rowsOf } from '../../../../../src/platform/storage/tables.js';
import { bogota } from '../../../../support/fixtures.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const NOW = bogota('2026-11-26 03:00');
const A_YEAR_AGO = bogota('2025-11-26 03:00');
const PRACTICE = { id: 'amabilidad-01', section: 'amabilidad', behaviour: '', es: '', en: '', jobs: [] };

describe('what is deleted of practices', () => {
  let tables: MemoryTables;
  let members: Members;
  let ticks: Ticks;
  let outbox: PracticeOutbox;
  let counts: SentCounts;
  let expiry: PracticeExpiry;
  beforeEach(() => {
    tables = new MemoryTables();
    members = new Members(tables);
    ticks = new Ticks(tables);
    outbox = new PracticeOutbox(tables);
    counts = new SentCounts(tables);
    expiry = new PracticeExpiry({ members, ticks, counts, outbox, clock: () => NOW });
  });

  const has = (personId: string, state: Member['state'], day: string) =>
    members.change(personId, () => ({
      personId,
      state,
      hour: '08:30',
      job: '',
      since: '',
      given: [{ day, hour: '08:30', practice: PRACTICE.id }],
    }));

  it('is a tick after a year, and not before', async () => {
    await ticks.add('ana', '2025-11-25', PRACTICE, bogota('2025-11-25 09:00'));
    await ticks.add('ana', '2025-11-26', PRACTICE, bogota('2025-11-26 09:00'));
    assert.equal(await expiry.run(A_YEAR_AGO, 10), 1);
    const left = await ticks.of('ana', '2025-01-01', '2026-12-31');
    assert.deepEqual(
      left.map(({ day }) => day),
      ['2025-11-26'],
    );
  });

  it('is how many practices went out, after a year', async () => {
    await counts.set('2025-11-25', '08:30', 40);
    await counts.set('2025-11-26', '08:30', 41);
    assert.equal(await expiry.run(A_YEAR_AGO, 10), 1);
    const left: number[] = [];
    for await (const { people } of counts.of('2025-11')) left.push(people);
    assert.deepEqual(left, [41]);
  });

  it('is who has stopped, once nothing of theirs is younger than 30 days', async () => {
    await has('gone', 'off', '2026-10-26');
    await has('back', 'on', '2026-10-26');
    await has('recent', 'off', '2026-10-27');
    await expiry.run(A_YEAR_AGO, 10);
    const kept = await Promise.all(['gone', 'back', 'recent'].map((id) => members.find(id)));
    assert.deepEqual(
      kept.map((member) => member?.personId),
      [undefined, 'back', 'recent'],
    );
  });

  it('is what was sent after 30 days', async () => {
    const [[wave = ''] = []] = wavesOf(['ana']);
    await outbox.add(wave, '2026-10-26', ['ana']);
    await outbox.add(wave, '2026-10-27', ['ana']);
    assert.equal(await expiry.run(A_YEAR_AGO, 10), 1);
    const left: string[] = [];
    for await (const { row } of rowsOf(tables, 'Practice', wave)) left.push(row.rowKey);
    assert.deepEqual(left, ['outbox:2026-10-27:ana']);
  });

  it('comes in batches, so that a night can be resumed', async () => {
    for (let at = 10; at < 30; at++) {
      await ticks.add('ana', `2025-10-${at}`, PRACTICE, bogota(`2025-10-${at} 09:00`));
      await has(`gone-${at}`, 'off', '2026-10-01');
    }
    const counts: number[] = [];
    do counts.push(await expiry.run(A_YEAR_AGO, 15));
    while ((counts.at(-1) ?? 0) === 15);
    assert.deepEqual(counts, [15, 15, 10]);
  });
});

describe('the members', () => {
  it('are decided anew where somebody has changed one of a hundred meanwhile', async () => {
    const members = new Members(new MemoryTables());
    const one = (personId: string, state: Member['state'] = 'on'): Member => ({
      personId,
      state,
      hour: '08:30',
      job: '',
      since: '',
      given: [],
    });
    for (const id of ['ana', 'luis', 'marta']) await members.change(id, () => one(id));
    const stored = await members.at('08:30');
    await members.change('luis', () => one('luis', 'off'));
    const after = await members.changeAll(stored, (member) =>
      member.state === 'on' ? { ...member, job: 'salud' } : undefined,
    );
    assert.deepEqual(
      after.map(({ personId, state, job }) => `${personId} ${state} ${job}`),
      ['ana on salud', 'luis off ', 'marta on salud'],
    );
  });
});
