import assert from 'node:assert/strict';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { ImpactModel } from '../../../../src/platform/impact/impact-model.js';
import { passagesOf } from '../../../../src/platform/impact/passages.js';
import { reasonsFor } from '../../../../src/platform/impact/reasons.js';
import { modelKnowing } from '../../../support/models.js';
import { rulesWith } from '../../../support/rules.js';

const rules = rulesWith({ agresion_verbal: ['grit*'], soez: ['mierd*'], amenaza: ['amenaz*'] });
/** Knows one word of each clause; everything else speaks for no failure. */
const known = modelKnowing(
  ['agresion_verbal', 'amenaza', 'salud', 'estabilidad_emocional', 'cercania', 'none'],
  {
    gri: [90, 0, 0, 0, 0, 0],
    ame: [0, 90, 0, 0, 0, 0],
    pus: [0, 0, 90, 0, 0, 0],
    rio: [0, 0, 0, 90, 0, 0],
    sol: [0, 0, 0, 0, 90, 0],
    feo: [0, 90, 90, 0, 0, 0],
  },
);
const model = new ImpactModel(known, known, readConcepts());
const read = (text: string) => model.read(text, rules.read(text));
function reasons(narrative: string, level: 'low' | 'medium' | 'high' = 'high') {
  const opinion = read(narrative);
  return reasonsFor(narrative, { opinion, passages: passagesOf(narrative, read) }, level).map(
    ({ text, rule, start, end, isUnsure }) => {
      assert.equal(narrative.slice(start, end), text);
      return isUnsure ? [text] : [text, rule];
    },
  );
}

const BEFORE = 'Llegué temprano a la sede, con sol y con todos los papeles.';
const AFTER = 'Después me fui a la casa, con sol, y volví a la semana siguiente.';

describe('the reason for a level', () => {
  it('is the sentence that speaks for it most clearly, with its clause', () => {
    const told = 'En la puerta el vigilante me dijo, ame, que me iba a quitar el puesto.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), [[told, 'amenaza']]);
  });

  it('is about the level that is proposed', () => {
    const told = 'Un señor me gritó, gri, delante de toda la gente de la fila.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), []);
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`, 'medium'), [[told, 'agresion_verbal']]);
  });

  it('is a sentence without its clause where two are as likely', () => {
    const told = 'El señor de la entrada hizo algo muy feo, feo de verdad, y nadie se metió.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), [[told]]);
  });

  it('is all of a short narrative', () => {
    const told = 'Me dijo que ya vería, ame, ese día.';
    assert.deepEqual(reasons(told), [[told, 'amenaza']]);
  });

  it('is none for low, and none where no sentence shows the level', () => {
    assert.deepEqual(reasons('La señora de la caja no me miró ni una vez, sol, sol.', 'low'), []);
    assert.deepEqual(reasons(`${BEFORE} ${AFTER}`), []);
  });
});
