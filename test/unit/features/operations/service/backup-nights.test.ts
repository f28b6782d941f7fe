import assert from 'node:assert/strict';
import { BackupNights } from '../../../../../src/features/operations/service/backup-nights.js';
import type { Copying } from '../../../../../src/platform/backup/copying.js';
import { Rounds } from '../../../../../src/platform/rounds.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const HOUR_MS = 3_600_000;

describe('the nightly copy', () => {
  let now: Date;
  let sent: { day: string; inMs: number }[];
  let copied: string[];
  let forgotten: string[];
  let lines: string[];
  let nights: BackupNights;
  let rounds: Rounds;
  let copy: () => Promise<number>;

  const instance = (tables: MemoryTables) => {
    const memory = memoryLog();
    lines = memory.lines;
    rounds = new Rounds(tables, () => now);
    return new BackupNights({
      tables,
      rounds,
      clock: () => now,
      log: memory.log,
      keptDays: 28,
      work: { later: async (item, inMs) => void sent.push({ day: String(item.day), inMs }) },
      copying: {
        copy: async (day: string) => {
          const rows = await copy();
          copied.push(day);
          return rows;
        },
        forgetBefore: async (day: string) => void forgotten.push(day),
      } as unknown as Copying,
    });
  };

  let tables: MemoryTables;
  beforeEach(() => {
    now = new Date('2026-11-24T20:00:00Z');
    [sent, copied, forgotten] = [[], [], []];
    copy = async () => 42;
    tables = new MemoryTables();
    nights = instance(tables);
  });

  it('is sent for once, whichever instances ask, for 3:45 in Bogotá, behind the night that deletes', async () => {
    await Promise.all([nights.ensure(), instance(tables).ensure()]);
    await nights.ensure();
    assert.deepEqual(sent, [{ day: '2026-11-25', inMs: 12.75 * HOUR_MS }]);
    assert.equal(await nights.run('2026-11-25'), 12.75 * HOUR_MS, 'and is not made before');
    assert.deepEqual(copied, []);
  });

  it('copies, notes it for «estado», deletes copies of more than 28 days, and plans the next', async () => {
    await nights.ensure();
    now = new Date('2026-11-25T08:45:00Z');
    assert.equal(await nights.run('2026-11-25'), undefined);
    assert.deepEqual([copied, forgotten], [['2026-11-25'], ['2026-10-28']]);
    assert.deepEqual((await rounds.last()).backup, { at: now, count: 42 });
    assert.equal(sent.at(-1)?.day, '2026-11-26');
    assert.equal(await nights.run('2026-11-25'), undefined);
    assert.equal(copied.length, 1, 'once');
  });

  it('is made anew when its message is lost or it fails', async () => {
    await nights.ensure();
    now = new Date('2026-11-25T08:45:00Z');
    copy = () => Promise.reject(new Error('storage'));
    await assert.rejects(nights.run('2026-11-25'));
    now = new Date('2026-11-25T10:00:00Z');
    await nights.ensure();
    assert.ok(!lines.some((line) => line.includes('a copy of the tables was lost')));
    now = new Date('2026-11-25T11:00:00Z');
    await nights.ensure();
    assert.ok(lines.some((line) => line.includes('a copy of the tables was lost')));
    assert.deepEqual(sent.at(-1), { day: '2026-11-25', inMs: 0 });
    copy = async () => 7;
    await nights.run('2026-11-25');
    assert.deepEqual(copied, ['2026-11-25']);
  });
});
