import assert from 'node:assert/strict';
import { isSame, sourcesNow } from '../../../tools/build/up-to-date.js';

describe('what is built', () => {
  const now = sourcesNow();
  const main = 'src/main.ts';

  it('is up to date while every source looks the same, or reads the same', () => {
    assert.ok(isSame(now, sourcesNow(now)));
    const touched = { ...now, [main]: { ...now[main], time: 0 } } as typeof now;
    assert.ok(isSame(touched, sourcesNow(touched)));
  });

  it('is old when a source says something else, is new or is gone', () => {
    const other = { ...now, [main]: { size: 1, time: 0, digest: 'x' } };
    assert.ok(!isSame(other, sourcesNow(other)));
    const { [main]: _, ...less } = now;
    assert.ok(!isSame(less, now));
    assert.ok(!isSame({ ...now, 'src/gone.ts': other[main] as (typeof now)[string] }, now));
  });

  it('is not read again where time and size are the same', () => {
    const trusted = { ...now, [main]: { ...now[main], digest: 'trusted' } } as typeof now;
    assert.equal(sourcesNow(trusted)[main]?.digest, 'trusted');
  });
});
