import assert from 'node:assert/strict';
import { stateOf } from '../../../../../src/features/cases/cards/commitment-words.js';
import { afterwards } from '../../../../../src/features/cases/cards/undo-buttons.js';
import { begun } from '../../../../../src/features/cases/domain/commitment.js';
import { textIn } from '../../../../../src/platform/text/catalogue.js';
import { aCase, bogota, LEADER } from '../../../../support/fixtures.js';

const { cases } = textIn('es');
const AT = bogota('2026-11-24 10:00').toISOString();

describe('the words for a commitment', () => {
  it('say of who has left only that, not that the day has passed', () => {
    assert.equal(stateOf({ state: 'lapsed', hasLeft: true }, cases.commitments), cases.commitments.left);
    assert.equal(stateOf({ state: 'lapsed', hasLeft: false }, cases.commitments), 'se pasó el plazo');
  });

  it('promise only the reminders that are still to come, to who will get them', () => {
    const said = (until: string, personId = 'carlos') => {
      const agreed = { personId, what: 'saluda primero', until, kind: 'standard' } as const;
      const event = {
        seq: 4,
        actorId: LEADER,
        at: AT,
        commandId: 'c',
        body: { type: 'committed', agreed },
      } as const;
      return afterwards(aCase({ commitments: [begun(agreed, event)] }), [event], cases);
    };
    assert.match(said('2026-12-15'), /^Le avisé a quien se compromete.*una semana antes y el último día/);
    assert.match(said('2026-11-27'), /se lo recuerdo el último día/);
    assert.doesNotMatch(said('2026-11-27'), /semana/);
    assert.doesNotMatch(said('2026-11-24'), /recuerdo/);
    assert.match(said('2026-12-15', LEADER), /^Quedó anotado, y te lo recuerdo/);
  });
});
