import assert from 'node:assert/strict';
import { Names } from '../../../../src/platform/people/names.js';
import type { Directory } from '../../../../src/platform/people/person.js';
import { aPerson } from '../../../support/fixtures.js';

const MINUTE = 60_000;

describe('names', () => {
  let now: number;
  let asked: string[];
  let isDown: boolean;
  let names: Names;
  beforeEach(() => {
    now = Date.parse('2026-11-24T15:00:00Z');
    asked = [];
    isDown = false;
    const directory: Directory = {
      find: async (id) => {
        asked.push(id);
        if (isDown) throw new Error('down');
        return id === 'gone' ? undefined : aPerson(id);
      },
      withRole: async () => [],
    };
    names = new Names(directory, () => new Date(now));
  });

  it('are read once in ten minutes, also for concurrent calls', async () => {
    assert.deepEqual(await Promise.all(['ana', 'ana', 'luis'].map((id) => names.of(id))), [
      'Name of ana',
      'Name of ana',
      'Name of luis',
    ]);
    now += 10 * MINUTE - 1;
    await names.of('ana');
    assert.deepEqual(asked, ['ana', 'luis']);
    now += 1;
    await names.of('ana');
    assert.deepEqual(asked, ['ana', 'luis', 'ana']);
  });

  it('are a dash for an unknown id', async () => {
    assert.equal(await names.of('gone'), '—');
  });

  it('are read again after a failure', async () => {
    isDown = true;
    await assert.rejects(names.of('ana'));
    isDown = false;
    assert.equal(await names.of('ana'), 'Name of ana');
  });

  it('forget only the oldest when there are too many', async () => {
    for (let at = 0; at <= 5_000; at++) await names.of(`p${at}`);
    asked.splice(0);
    await names.of('p5000');
    await names.of('p1');
    assert.deepEqual(asked, []);
    await names.of('p0');
    assert.deepEqual(asked, ['p0']);
  });
});
