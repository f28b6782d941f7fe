import assert from 'node:assert/strict';
import { replacedIn } from '../../../../src/platform/dialogue/replaced.js';

describe('words put right by a correction', () => {
  for (const [words, correction, wanted] of [
    [
      'hablé con el supervisor del parque',
      'mejor no digas supervisor, pon coordinador',
      'hablé con el coordinador del parque',
    ],
    ['Fue el martes a las 3', 'no fue el martes, fue el miércoles', 'Fue el miércoles a las 3'],
    ['queda para el lunes', 'cambia lunes por viernes', 'queda para el viernes'],
    ['le habló mal', 'en vez de mal pon con afán', 'le habló con afán'],
    ['we spoke with the guard', 'change guard to receptionist', 'we spoke with the receptionist'],
    ['Habló José', 'no es José sino Josefa', 'Habló Josefa'],
  ] as const) {
    it(`are changed by "${correction}"`, () => assert.equal(replacedIn(words, correction), wanted));
  }

  for (const correction of ['no fue Ana, fue Luis', 'no sé', 'agrega que llovía'])
    it(`are left by "${correction}", which names nothing of them`, () =>
      assert.equal(replacedIn('hablé con el supervisor', correction), undefined));
});
