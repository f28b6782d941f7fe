/** What people read who were hurt by whoever leads them, and tell it with doubt. */
import assert from 'node:assert/strict';
import { textOf, verbs } from '../support/cards.js';
import { World } from '../support/world.js';

describe('whoever was hurt', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  for (const told of [
    'mi jefe a veces me toca, no sé si es para tanto',
    'no sé si esto cuenta, el líder me abraza muy seguido y no me gusta',
    'no es para tanto pero mi jefe me roza a cada rato',
    'me da pena contarlo, mi coordinador me puso la mano en la rodilla, seguro fue sin intención',
    'de pronto exagero, mi gerente me hace comentarios sobre mi cuerpo',
    'a veces mi jefa me toca y me incomoda, quizás no sea nada',
  ])
    it(`is believed, and offered a way around the boss: "${told}"`, async () => {
      const ana = world.person('Ana');
      await ana.writes(told);
      assert.match(textOf(ana.card), /^Te creo[\s\S]*En confidencia[\s\S]*Tu jefe no se entera/);
      assert.ok(verbs(ana.card).includes('person.show'));
    });

  for (const said of [
    'el jefe me toca el tema de los turnos',
    'me toca trabajar el sábado con mi jefe',
    'mi jefe me dijo que me toca capacitar',
    'mi jefe me tocó el punto del informe',
    'mi jefe siempre me toca el peor turno',
    'mi jefe dice que me toca el turno de noche',
    'mi jefa me tocó el corazón con esas palabras',
  ])
    it(`gets no card for a turn or a duty: "${said}"`, async () => {
      const carlos = world.person('Carlos');
      await carlos.writes(said);
      assert.doesNotMatch(`${carlos.last.text}${carlos.last.card ? textOf(carlos.card) : ''}`, /Te creo/);
    });
});
