import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { randomId } from '../../../src/platform/clock.js';
import { OwnIds } from '../../../src/platform/own-ids.js';
import { aFieldKey } from '../../support/field-keys.js';

describe('the id of a form', () => {
  const [first, second] = [aFieldKey('one'), aFieldKey('two')];
  const ids = new OwnIds([first], randomId);

  it('is a UUID that belongs to one person and one kind of form', () => {
    const id = ids.issue('quote', 'ana');
    assert.ok(z.uuid().safeParse(id).success, id);
    assert.ok(ids.isOf('quote', 'ana', id));
    assert.ok(!ids.isOf('quote', 'carlos', id));
    assert.ok(!ids.isOf('recognition', 'ana', id));
  });

  it('cannot be made up or changed', () => {
    const id = ids.issue('quote', 'ana');
    const changed = [...id].map(
      (sign, at) => `${id.slice(0, at)}${sign === '1' ? '2' : '1'}${id.slice(at + 1)}`,
    );
    for (const wrong of [...changed, randomUUID(), '', 'x', id.toUpperCase()])
      if (wrong !== id) assert.ok(!ids.isOf('quote', 'ana', wrong), wrong);
  });

  it('is recognised after the key has changed, and not without that key', () => {
    const id = ids.issue('quote', 'ana');
    assert.ok(new OwnIds([second, first], randomId).isOf('quote', 'ana', id));
    assert.ok(!new OwnIds([second], randomId).isOf('quote', 'ana', id));
  });
});
