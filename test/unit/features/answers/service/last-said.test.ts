import assert from 'node:assert/strict';
import { LastSaidMemory } from '../../../../../src/features/answers/service/last-said.js';
import { LastAnswers } from '../../../../../src/features/answers/store/last-answers.js';
import { Background } from '../../../../../src/platform/background.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import type { Turn } from '../../../../../src/turn.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const NOW = new Date('2026-11-24T14:00:00Z');
const by = (id: string) => ({ actor: { id, name: '' }, now: NOW }) as Turn;
const answered = (sectionId: string) => ({ kind: 'answer', sectionId, shown: 0 }) as const;

/** Storage whose writes wait for `open`. */
class SlowTables extends MemoryTables {
  writes = 0;
  open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  override async write(...args: Parameters<MemoryTables['write']>): Promise<string | undefined> {
    this.writes += 1;
    await this.#opened;
    return super.write(...args);
  }
}

describe('what was said last', () => {
  it('is known at once, and stored once however often a person asks while storage is busy', async () => {
    const tables = new SlowTables();
    const { log } = memoryLog();
    const background = new Background(log);
    const store = new LastAnswers(tables);
    const memory = new LastSaidMemory(store, background, log);
    memory.remember(by('ana'), answered('a'));
    for (const section of ['b', 'c', 'd']) memory.remember(by('luis'), answered(section));
    assert.deepEqual(await memory.find(by('luis')), answered('d'));
    tables.open();
    await background.drain();
    assert.equal(tables.writes, 2);
    assert.deepEqual(await store.find('luis', NOW), answered('d'));
    assert.deepEqual(await store.find('ana', NOW), answered('a'));
  });

  it('is left out for all who wait while storage is down, so that the process ends in time', async () => {
    class DownTables extends MemoryTables {
      writes = 0;
      override async write(): Promise<never> {
        this.writes += 1;
        throw new StorageError('unavailable');
      }
    }
    const tables = new DownTables();
    const { log } = memoryLog();
    const background = new Background(log);
    const memory = new LastSaidMemory(new LastAnswers(tables), background, log);
    for (const person of ['ana', 'luis', 'nora']) memory.remember(by(person), answered('a'));
    await background.drain();
    assert.equal(tables.writes, 1);
    assert.equal(await memory.find(by('nora')), undefined);
  });
});
