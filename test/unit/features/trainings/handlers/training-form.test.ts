import assert from 'node:assert/strict';
import { trainingForm } from '../../../../../src/features/trainings/handlers/training-form.js';

const ID = '00000000-0000-4000-8000-00000000c0de';

describe('the form of a training', () => {
  it('reads what is written on one line, and leaves empty what is missing', () => {
    assert.deepEqual(trainingForm.parse({ id: ID, title: ' La  política ' }), {
      id: ID,
      title: 'La política',
      day: '',
      startsAt: '',
      endsAt: '',
      place: '',
      capacity: 0,
      requiresCode: false,
    });
  });

  it('leaves empty what is no day and no time, and keeps the rest', () => {
    const input = { id: ID, title: 'Título', day: 'mañana', startsAt: '25:00', endsAt: '23:59' };
    const { title, day, startsAt, endsAt } = trainingForm.parse(input);
    assert.deepEqual([title, day, startsAt, endsAt], ['Título', '', '', '23:59']);
  });

  for (const [written, capacity] of [
    ['', 0],
    [null, 0],
    ['20000', 20_000],
    ['20001', -1],
    ['-1', -1],
    ['1.5', -1],
    ['muchas', -1],
  ] as const) {
    it(`takes ${JSON.stringify(written)} for ${capacity < 0 ? 'no number of' : capacity} seats`, () => {
      assert.equal(trainingForm.parse({ id: ID, capacity: written }).capacity, capacity);
    });
  }

  it('is not read without the id that the card carries', () => {
    assert.equal(trainingForm.safeParse({ id: 'x', title: 'Título' }).success, false);
  });
});
