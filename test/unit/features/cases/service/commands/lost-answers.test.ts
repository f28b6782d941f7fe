import assert from 'node:assert/strict';
import { StorageError } from '../../../../../../src/platform/storage/errors.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson, bogota } from '../../../../../support/fixtures.js';
import { MemoryTables } from '../../../../../support/memory-tables.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis'),
  aPerson('hernan', { roles: ['humanization'] }),
];

/** Carries out the next commit, and says that it failed. */
class LosingTables extends MemoryTables {
  answers: 'come' | 'get lost' = 'come';

  override async commit(...given: Parameters<MemoryTables['commit']>): ReturnType<MemoryTables['commit']> {
    const etags = await super.commit(...given);
    if (this.answers === 'come') return etags;
    this.answers = 'come';
    throw new StorageError('unavailable');
  }
}

describe('a command whose answer from storage got lost', () => {
  let tables: LosingTables;
  let cases: Cases;
  let id: string;
  beforeEach(async () => {
    tables = new LosingTables();
    cases = await Cases.open({ clock: () => bogota('2026-11-24 09:00'), people: PEOPLE, tables });
    id = (await cases.report('ana')).id;
    await cases.settle();
  });

  it('is done, and its notices go out', async () => {
    tables.answers = 'get lost';
    const before = cases.posted.length;
    const accepted = await cases.does('luis', id, { type: 'accept', note: '' });
    assert.equal(accepted.kind, 'done');
    await cases.settle();
    assert.ok(cases.posted.slice(before).some(({ personId }) => personId === 'ana'));
    assert.deepEqual(
      (await cases.load(id)).events.map(({ body }) => body.type),
      ['reported', 'accepted'],
    );
  });

  it('is done too when it is a report', async () => {
    tables.answers = 'get lost';
    const { id: second, number } = await cases.report('ana');
    assert.equal((await cases.load(second)).subject.number, number);
  });
});
