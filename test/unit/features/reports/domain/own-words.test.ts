import assert from 'node:assert/strict';
import {
  asksForReserve,
  leavesMoreOut,
  withoutReserve,
} from '../../../../../src/features/reports/domain/own-words.js';

describe('the words of a message that become part of the story', () => {
  for (const [text, left] of [
    ['sin mi nombre', ''],
    ['pero que no salga mi nombre porfa, trabajo en el puesto de al lado con ella', ''],
    ['La señora lloraba. Que no salga mi nombre, soy la única del turno.', 'La señora lloraba.'],
    ['Ella lloraba. Sin mi nombre. Y nadie la ayudó.', 'Ella lloraba. Y nadie la ayudó.'],
    ['un usuario puso una queja anónima en el buzón y nadie la respondió', undefined],
    ['que no salga mi nombre, trabajo con la Dra. Pérez en la caja 3', ''],
    ['que no salga mi nombre; trabajo en la caja 3', ''],
    ['el asesor le gritó delante de todos', undefined],
  ] as const)
    it(`of "${text}" are "${left ?? text}"`, () => assert.equal(withoutReserve(text), left ?? text));

  it('are all but the order, of a short one', () => {
    assert.ok(asksForReserve('que sea anónimo por favor'));
    assert.ok(!asksForReserve('¿es anónimo?'));
  });

  it('are fewer than what was said, when a sentence says more than the order', () => {
    assert.ok(leavesMoreOut('pero que no salga mi nombre porfa, trabajo en el puesto de al lado con ella'));
    assert.ok(!leavesMoreOut('Ella lloraba. Sin mi nombre.'));
    assert.ok(leavesMoreOut('me dieron el carné sin el nombre'));
    for (const order of [
      'sin mi nombre',
      'que sea anónimo por favor',
      'en confidencia',
      'no pongas mi nombre',
    ])
      assert.ok(!leavesMoreOut(order), order);
  });
});
