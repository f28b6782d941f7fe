import assert from 'node:assert/strict';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { FormEntries } from '../../../../../src/features/trainings/store/form-entries.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import type { Tables } from '../../../../../src/platform/storage/tables.js';
import { interrupted } from '../../../../support/interrupted.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { anAttendee } from '../../../../support/training-data.js';

const form = (who: string, ticket: string, name = who) =>
  anAttendee(1, { key: `declared:${who}`, name, means: 'web', verified: false, ticket });

describe('the entries of the form', () => {
  let tables: MemoryTables;
  let attendance: AttendanceStore;
  const entriesOn = (on: Tables) => new FormEntries(on, new AttendanceStore(on));
  beforeEach(() => {
    tables = new MemoryTables();
    attendance = new AttendanceStore(tables);
  });

  for (const capacity of [0, 9]) {
    it(`make the same requests for new and known people, with ${capacity || 'unlimited'} seats`, async () => {
      const requests: string[] = [];
      const entries = entriesOn(counted(tables, requests));
      const requestsOf = async (who: string, ticket: string) => {
        requests.length = 0;
        assert.notEqual(await entries.enter('t', form(who, ticket), capacity), 'used');
        return [...requests];
      };
      await requestsOf('first', 'a');
      const known = await requestsOf('first', 'b');
      const fresh = await requestsOf('second', 'c');
      assert.deepEqual(known, fresh);
      assert.deepEqual(fresh, ['get', 'get', 'commit']);
      assert.deepEqual(await requestsOf('first', 'b'), await requestsOf('second', 'c'), 'sent again');
    });
  }

  it('are one when a form is sent twice in the same moment', async () => {
    const entries = entriesOn(tables);
    const both = await Promise.all([1, 2].map(() => entries.enter('t', form('ana', 'a'), 9)));
    assert.deepEqual(both.toSorted(), ['added', 'listed']);
    assert.equal((await attendance.all('t')).length, 1);
  });

  it('refuse a ticket that somebody else uses in the same moment, and free the seat', async () => {
    const other = () => entriesOn(tables).enter('t', form('luis', 'a'), 2);
    const busy = interrupted(tables, (method) => method === 'commit', other);
    const entries = entriesOn(busy);
    assert.equal(await entries.enter('t', form('ana', 'a'), 2), 'used');
    assert.deepEqual(
      (await attendance.all('t')).map(({ name }) => name),
      ['luis'],
    );
    assert.equal(await entries.enter('t', form('ana', 'b'), 2), 'added');
  });

  it('stay corrected when two corrections meet', async () => {
    const entries = entriesOn(tables);
    await entries.enter('t', form('ana', 'a'), 0);
    const names = ['Ana Uno', 'Ana Dos'];
    const both = await Promise.all(names.map((name) => entries.enter('t', form('ana', 'a', name), 0)));
    assert.deepEqual(both, ['listed', 'listed']);
    const [stored] = await attendance.all('t');
    assert.ok(names.includes(stored?.name ?? ''));
  });

  it('are kept once when the answer of the store was lost and the form is sent again', async () => {
    let commits = 0;
    const lost = new Proxy(tables, {
      get(target, method: keyof Tables) {
        const call = target[method].bind(target) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          const result = await call(...args);
          if (method === 'commit' && ++commits === 1) throw new StorageError('unavailable');
          return result;
        };
      },
    });
    const entries = entriesOn(lost);
    await assert.rejects(entries.enter('t', form('ana', 'a'), 1), StorageError);
    assert.equal(await entries.enter('t', form('ana', 'a'), 1), 'listed');
    assert.equal((await attendance.all('t')).length, 1);
  });

  it('that the trainer removed do not come back with the same ticket', async () => {
    const entries = entriesOn(tables);
    await entries.enter('t', form('ana', 'a'), 0);
    const stored = await attendance.find('t', 'declared:ana');
    assert.ok(stored);
    const why = { at: stored.at, kind: 'removed', attendeeKey: stored.key, name: 'Ana' } as const;
    await attendance.remove('t', stored, { ...why, id: '1', byId: 'x', byName: 'X', reason: 'No vino' });
    assert.equal(await entries.enter('t', form('ana', 'a'), 0), 'used');
    assert.equal(await entries.enter('t', form('ana', 'b'), 0), 'added');
  });
});

/** Notes the name of each call. */
function counted(tables: Tables, requests: string[]): Tables {
  return new Proxy(tables, {
    get(target, method: keyof Tables) {
      const call = target[method].bind(target) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        requests.push(method);
        return call(...args);
      };
    },
  });
}
