import assert from 'node:assert/strict';
import { loadSafetyIn } from '../../../../src/platform/impact/load.js';

const safetyIn = loadSafetyIn();

describe('the safety questions that a narrative answers', () => {
  for (const [narrative, answered] of [
    ['El guardia amenazó a la auxiliar.', ['threat']],
    ['El guardia empujó a un señor contra la pared.', ['physical']],
    ['Le dieron el medicamento equivocado a la paciente.', ['harm']],
    ['Me amenazó con matarme y luego me golpeó en la cara.', ['threat', 'physical']],
    ['No hubo golpes ni amenazas.', []],
    ['Si no me atienden me va a golpear, pensé.', []],
    ['La cajera me gritó y me insultó.', []],
    ['Esperé dos horas en la fila.', []],
    // Words of the rules, in which the model sees nothing of the kind.
    ['Ayer en la cancha me pegó muy duro el sol.', []],
    ['La impresora escupió el certificado en blanco tres veces.', []],
    ['Me van a matar las filas de esa ventanilla.', []],
  ] as const) {
    it(`are ${answered.join(', ') || 'none'}: ${narrative}`, () => {
      const said = Object.entries(safetyIn(narrative)).flatMap(([question, isSaid]) =>
        isSaid ? [question] : [],
      );
      assert.deepEqual(said, answered);
    });
  }
});
