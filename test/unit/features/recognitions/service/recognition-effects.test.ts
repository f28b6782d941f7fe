import assert from 'node:assert/strict';
import { effectsOf } from '../../../../../src/features/recognitions/domain/effects.js';
import { recognitionEffects } from '../../../../../src/features/recognitions/service/recognition-effects.js';
import { recognitionOf } from '../../../../../src/features/recognitions/service/recognition-service.js';
import { RecognitionLists } from '../../../../../src/features/recognitions/store/lists.js';
import { Sendings } from '../../../../../src/features/recognitions/store/sendings.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { SENT } from '../../../../support/recognitions.js';

describe('the lists of a recognition', () => {
  it('are those of its sender at first, and all once it is told, whatever the clock of the instance says', async () => {
    const tables = new MemoryTables();
    const sendings = new Sendings(tables);
    const lists = new RecognitionLists(tables);
    const recognition = recognitionOf(SENT, { id: 'berta', superiorId: 'luis', area: '' });
    await sendings.commit({ etag: undefined, sending: SENT, changed: [recognition] });
    /** As an instance carries it out whose clock still shows the moment of the sending. */
    const list = async (kind: string) => {
      const clock = () => new Date(SENT.at);
      const parts = { sendings, lists, tables, clock, figures: { touch: async () => {} } };
      await recognitionEffects(parts as never)[kind]?.({ partitionKey: SENT.id } as never);
    };
    const listed = async () => [
      (await lists.given('ana', 10)).recognitions.length,
      (await lists.got('berta', 10)).recognitions.length,
    ];
    const [atOnce, ...rest] = effectsOf('sent', [recognition], new Date(SENT.at));
    const told = rest.filter(({ target }) => target === '');
    assert.deepEqual(
      [atOnce?.notBefore, told.map(({ notBefore }) => notBefore)],
      [undefined, ['2026-11-24T14:02:00.000Z']],
    );

    await list(atOnce?.kind ?? '');
    assert.deepEqual(await listed(), [1, 0], 'it can be taken back');
    for (const { kind } of told) await list(kind);
    assert.deepEqual(await listed(), [1, 1]);
    await list(atOnce?.kind ?? '');
    assert.deepEqual(await listed(), [1, 1], 'also when the first comes last');
  });
});
