import assert from 'node:assert/strict';
import { DELIVERY_TIMES } from '../../../../src/platform/delivery/times.js';
import { WorkQueue } from '../../../../src/platform/delivery/work.js';
import { FigureStore } from '../../../../src/platform/figures/figure-store.js';
import { Figures } from '../../../../src/platform/figures/figures.js';
import { DEFAULT_RETENTION } from '../../../../src/platform/storage/retention.js';
import { memoryLog } from '../../../support/log.js';
import { MemoryQueue } from '../../../support/memory-queue.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const MONTH = '2026-11';
/** As much work as an instance has in hand at once. */
const MESSAGES = 64;

describe('counting figures anew', () => {
  /** Figures of a theme in which so much has happened when `happened` is asked for. */
  function open(happened: () => number) {
    const store = new FigureStore(new MemoryTables());
    const [queue, poison] = [new MemoryQueue(), new MemoryQueue()];
    const figures = new Figures({
      store,
      work: new WorkQueue(queue, poison, memoryLog().log),
      clock: () => new Date('2026-11-20T15:00:00Z'),
      retention: DEFAULT_RETENTION,
      coalescedMs: DELIVERY_TIMES.figuresMs,
    });
    let counts = 0;
    figures.offer([
      {
        theme: 'things',
        figures: [{ id: 'things.done' }],
        kept: 'cases',
        async *factsOf() {
          counts += 1;
          yield { scopes: [{ kind: 'all' }], cells: { 'things.done': happened() } };
        },
      },
    ]);
    const ask = async () => figures.work.figures?.run({ kind: 'figures', theme: 'things', month: MONTH });
    const kept = async () => (await store.read('all', ['2026'])).get(MONTH)?.counts['things.done'];
    return { ask, kept, counts: () => counts };
  }

  it('happens twice at most, however many messages ask for it at once', async () => {
    const { ask, kept, counts } = open(() => 7);
    await Promise.all(Array.from({ length: MESSAGES }, ask));
    assert.equal(await kept(), 7);
    assert.ok(counts() <= 2, `${counts()} counts`);
  });

  it('sees what happened while the count before was under way', async () => {
    let things = 1;
    let second: Promise<unknown> | undefined;
    const { ask, kept } = open(() => {
      const seen = things;
      things = 2;
      second ??= ask();
      return seen;
    });
    await ask();
    await second;
    assert.equal(await kept(), 2);
  });
});
