import assert from 'node:assert/strict';
import { LATELY_DAYS, ParkedNotices } from '../../../../../src/features/operations/service/parked-notices.js';
import type { Instances } from '../../../../../src/platform/delivery/instances.js';
import { type OutboxStatus, toOutboxRows } from '../../../../../src/platform/delivery/outbox.js';
import { Rounds } from '../../../../../src/platform/rounds.js';
import type { Row } from '../../../../../src/platform/storage/tables.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const DAY_MS = 86_400_000;

describe('the notices that were given up', () => {
  let tables: MemoryTables;
  let now: Date;
  let owner: string;
  beforeEach(async () => {
    [tables, now, owner] = [new MemoryTables(), new Date(), 'me'];
    for (const [at, status] of (['parked', 'sent', 'parked', 'pending'] as OutboxStatus[]).entries()) {
      const effect = { kind: 'case.card', target: 'luis', urgent: false };
      const [row] = toOutboxRows(`case-${at}`, 1, [effect]);
      await tables.write('Cases', { kind: 'upsert', row: { ...(row as Row), status } });
    }
  });

  async function counted(): Promise<number | undefined> {
    const instances = { me: 'me', ownerOf: () => owner } as unknown as Instances;
    const rounds = new Rounds(tables, () => now);
    await new ParkedNotices({ tables, instances, rounds, clock: () => now }, ['Cases']).count();
    return (await rounds.last()).parked?.count;
  }

  it('are counted, and no others', async () => {
    assert.equal(await counted(), 2);
  });

  it('are counted for some days', async () => {
    now = new Date(now.getTime() + (LATELY_DAYS + 1) * DAY_MS);
    assert.equal(await counted(), 0);
  });

  it('are counted by one instance', async () => {
    owner = 'another';
    assert.equal(await counted(), undefined);
  });
});
