import assert from 'node:assert/strict';
import { EFFECTS } from '../../../../../src/features/recognitions/domain/effects.js';
import type { Sending } from '../../../../../src/features/recognitions/domain/recognition.js';
import { recognitionEffects } from '../../../../../src/features/recognitions/service/recognition-effects.js';
import { recognitionOf } from '../../../../../src/features/recognitions/service/recognition-service.js';
import { RecognitionLists } from '../../../../../src/features/recognitions/store/lists.js';
import { Sendings } from '../../../../../src/features/recognitions/store/sendings.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const SENDING: Sending = {
  id: 'sending',
  senderId: 'ana',
  people: ['berta'],
  attribute: 'amabilidad',
  message: 'Acompañó a una señora hasta la puerta.',
  source: 'colleague',
  isPublic: false,
  state: 'sent',
  revision: 2,
  at: '2026-11-24T14:00:00.000Z',
};
const MINUTE_MS = 60_000;

describe('the lists of a recognition', () => {
  it('keep what an instance with a clock ahead has put in, when one behind comes to the first step', async () => {
    const tables = new MemoryTables();
    const sendings = new Sendings(tables);
    const lists = new RecognitionLists(tables);
    const recognition = recognitionOf(SENDING, { id: 'berta', superiorId: 'luis', area: '' });
    await sendings.commit({ etag: undefined, sending: SENDING, changed: [recognition] });
    /** Carries out the lists so many minutes after it was sent. */
    const list = async (minutes: number) => {
      const clock = () => new Date(Date.parse(SENDING.at) + minutes * MINUTE_MS);
      const parts = { sendings, lists, tables, clock, figures: { touch: async () => {} } };
      const index = recognitionEffects(parts as never)[EFFECTS.index];
      await index?.({ partitionKey: SENDING.id } as never);
    };
    const got = async () => (await lists.got('berta', 10)).recognitions.length;

    await list(0);
    assert.equal(await got(), 0, 'it can be taken back');
    assert.equal((await lists.given('ana', 10)).recognitions.length, 1);
    await list(3);
    await list(1);
    assert.equal(await got(), 1);
  });
});
