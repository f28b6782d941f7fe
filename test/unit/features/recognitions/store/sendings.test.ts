import assert from 'node:assert/strict';
import type { Sending } from '../../../../../src/features/recognitions/domain/recognition.js';
import { recognitionOf } from '../../../../../src/features/recognitions/service/recognition-service.js';
import { Sendings } from '../../../../../src/features/recognitions/store/sendings.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { SENT } from '../../../../support/recognitions.js';

const DRAFT: Sending = { ...SENT, state: 'draft', revision: 1 };
const changed = [recognitionOf(SENT, { id: 'berta', superiorId: 'luis', area: '' })];

describe('a recognition that is discarded', () => {
  let sendings: Sendings;
  const stored = async () => {
    const found = await sendings.load(DRAFT.id);
    assert.ok(found);
    return found;
  };
  beforeEach(async () => {
    sendings = new Sendings(new MemoryTables());
    await sendings.commit({ etag: undefined, sending: DRAFT });
  });

  it('is gone, and cannot be sent by a click that had read it before', async () => {
    const read = await stored();
    assert.equal(await sendings.discard(read), true);
    assert.equal(await sendings.load(DRAFT.id), undefined);
    assert.equal(await sendings.commit({ etag: read.etag, sending: SENT, changed }), false);
  });

  it('stays when it was sent after it was read', async () => {
    const read = await stored();
    assert.equal(await sendings.commit({ etag: read.etag, sending: SENT, changed }), true);
    assert.equal(await sendings.discard(read), false);
    const { sending, recognitions } = await stored();
    assert.deepEqual([sending.state, recognitions.length], ['sent', 1]);
  });
});
