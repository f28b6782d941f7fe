import assert from 'node:assert/strict';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { ImpactModel } from '../../../../src/platform/impact/impact-model.js';
import { createReasons } from '../../../../src/platform/impact/reasons.js';
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
    feo: [0, 30, 0, 0, 0, 0],
  },
);
const model = new ImpactModel(known, known, readConcepts());
const reasonsFor = createReasons(rules, model);
function reasons(narrative: string, level: 'low' | 'medium' | 'high' = 'high') {
  const reading = rules.read(narrative);
  return reasonsFor(narrative, reading, model.read(narrative, reading), level).map(
    ({ text, rule, start, end }) => {
      assert.equal(narrative.slice(start, end), text);
      return [text, rule];
    },
  );
}

const BEFORE = 'Llegué temprano a la sede con todos los papeles que pedían.';
const AFTER = 'Después me fui a la casa y volví a la semana siguiente.';

describe('the reason for a level', () => {
  it('is the whole sentence with the words of the rules, where the model agrees', () => {
    const told = 'En la puerta el vigilante me amenazó, ame, con quitarme el puesto.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), [[told, 'amenaza']]);
  });

  it('is none where the rules find words and the model sees nothing in them', () => {
    assert.deepEqual(
      reasons(`${BEFORE} El cielo amenazaba lluvia y la gente corrió a la entrada. ${AFTER}`),
      [],
    );
  });

  it('is about the level that is proposed', () => {
    const told = 'Un señor me gritó, gri, delante de toda la gente de la fila.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), []);
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`, 'medium'), [[told, 'agresion_verbal']]);
  });

  it('is the sentence without which the model would not see the level, if the rules find nothing', () => {
    const told = 'A mi mamá le dejaron la herida abierta tres días y salía pus, pus, por todo el vendaje.';
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER}`), [[told, 'salud']]);
    assert.deepEqual(reasons(`${BEFORE} ${told} ${AFTER} ${told}`), [], 'either of the two would do');
  });

  it('shows what was done beside what came of it, where health was hurt', () => {
    const deed = 'Al señor lo devolvieron sin mirarlo porque no traía la orden.';
    const outcome = 'Esa noche tenía la pierna llena de pus.';
    assert.deepEqual(reasons(`${AFTER} ${deed} ${outcome}`), [[`${deed} ${outcome}`, 'salud']]);
  });

  it('is none for distress, whose words tell what came of a deed', () => {
    assert.deepEqual(reasons(`${BEFORE} Desde ese día lloro todas las noches junto al rio grande.`), []);
  });

  it('is none for low', () => {
    assert.deepEqual(reasons('La señora de la caja no me miró ni una vez, sol, sol.', 'low'), []);
  });

  it('is none where too much would have to be shown', () => {
    assert.deepEqual(reasons(`${'palabra '.repeat(50)}me amenazó, ame`), []);
  });

  it('is short where nothing else was told', () => {
    assert.deepEqual(reasons('Me amenazó, ame.'), [['Me amenazó, ame.', 'amenaza']]);
  });
});
