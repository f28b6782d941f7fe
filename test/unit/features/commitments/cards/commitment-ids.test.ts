import assert from 'node:assert/strict';
import { CommitmentIds } from '../../../../../src/features/commitments/cards/commitment-ids.js';
import { SealedIds } from '../../../../../src/platform/sealed-ids.js';
import { aFieldKey } from '../../../../support/field-keys.js';

const PLACE = { caseId: '0f3c1f57-6b1e-4a44-9d1b-8d0d6f2f7a10', seq: 4 };

describe('the id of a commitment', () => {
  const [first, second] = [aFieldKey('one'), aFieldKey('two')];
  const ids = new CommitmentIds(new SealedIds([first]));

  it('is read back as it was made, and does not show the case', () => {
    const id = ids.of(PLACE);
    assert.deepEqual(ids.placeOf(id), PLACE);
    assert.doesNotMatch(id, /0f3c1f57|8d0d6f2f7a10/);
    assert.notEqual(id, ids.of(PLACE));
  });

  it('is read as earlier cards carry it', () => {
    assert.deepEqual(ids.placeOf(`${PLACE.caseId}:4`), PLACE);
  });

  it('is refused when it was changed, cut, made elsewhere, or is of another kind', () => {
    const id = ids.of(PLACE);
    const foreign = new CommitmentIds(new SealedIds([second])).of(PLACE);
    const other = new SealedIds([first]).seal('training', `${PLACE.caseId}:4`);
    for (const wrong of [
      `${id.slice(0, -2)}AA`,
      id.slice(0, 30),
      foreign,
      other,
      '',
      'x',
      `${PLACE.caseId}:x`,
    ])
      assert.equal(ids.placeOf(wrong), undefined, wrong);
  });

  it('is still read after the key has changed', () => {
    const id = ids.of(PLACE);
    assert.deepEqual(new CommitmentIds(new SealedIds([second, first])).placeOf(id), PLACE);
  });
});
