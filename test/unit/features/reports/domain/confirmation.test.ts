import assert from 'node:assert/strict';
import {
  type Confirmation,
  choicesOf,
  confirmation,
  stillChosen,
} from '../../../../../src/features/reports/domain/confirmation.js';
import type { Draft } from '../../../../../src/features/reports/domain/draft.js';

const PROPOSED = {
  level: 'low',
  topic: 'information',
  efforts: ['cognitive', 'time'],
  touches: ['frialdad'],
  safety: { threat: true, physical: false, harm: false },
} as const;
const proposed = { ...PROPOSED, efforts: [...PROPOSED.efforts], touches: [...PROPOSED.touches] };
const NOTHING: Confirmation = {
  safety: {},
  superiorInvolved: false,
};
const given = (confirmation: Confirmation) => JSON.parse(JSON.stringify(confirmation));

describe('the choices on the second card', () => {
  it('are empty when all proposals are unchanged, in any order', () => {
    const confirmed = { ...NOTHING, ...proposed, efforts: ['time', 'cognitive'] } satisfies Confirmation;
    assert.deepEqual(given(choicesOf(confirmed, proposed)), NOTHING);
  });

  it('are what differs from the proposals, even an emptied list', () => {
    const confirmed: Confirmation = {
      ...NOTHING,
      level: 'high',
      topic: 'behaviour',
      efforts: [],
      touches: ['frialdad', 'apatia'],
      superiorInvolved: true,
      chosenSuperiorId: 'diana',
      safety: { threat: false, harm: true },
    };
    const chosen = choicesOf(confirmed, proposed);
    assert.deepEqual(given(chosen), confirmed);
    assert.deepEqual(confirmation.parse(given(chosen)), confirmed, 'and be read as it was kept');
  });

  it('are dropped when the first card is answered differently', () => {
    const chosen: Confirmation = { ...NOTHING, level: 'high', topic: 'behaviour', efforts: ['time'] };
    const told = 'Le gritó a una usuaria.';
    const still = (after: Pick<Draft, 'topic' | 'efforts'>) =>
      given(stillChosen(chosen, { narrative: told, topic: '', efforts: [] }, { narrative: told, ...after }));
    assert.deepEqual(still({ topic: '', efforts: [] }), chosen);
    const { topic: _, ...otherTopic } = chosen;
    assert.deepEqual(still({ topic: 'information', efforts: [] }), otherTopic);
    const { efforts: __, ...otherEfforts } = chosen;
    assert.deepEqual(still({ topic: '', efforts: ['emotional'] }), otherEfforts);
  });

  it('lose a no about involvement when the narrative changes, but keep a yes', () => {
    const described = (narrative: string) => ({ narrative, topic: '' as const, efforts: [] });
    const still = (superiorInvolved: boolean, narrative: string) =>
      stillChosen({ ...NOTHING, superiorInvolved }, described('told'), described(narrative)).superiorInvolved;
    assert.deepEqual([still(false, 'told'), still(false, 'other')], [false, undefined]);
    assert.deepEqual([still(true, 'told'), still(true, 'other')], [true, true]);
  });
});
