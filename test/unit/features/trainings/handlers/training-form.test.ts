import assert from 'node:assert/strict';
import { trainingForm } from '../../../../../src/features/trainings/handlers/training-form.js';

const ID = '00000000-0000-4000-8000-00000000c0de';

describe('the form of a training', () => {
  it('reduces text to one line, and leaves missing fields empty', () => {
    assert.deepEqual(trainingForm.parse({ id: ID, title: ' La  política ' }), {
      id: ID,
      title: 'La política',
      day: '',
      startsAt: '',
      endsAt: '',
      place: '',
      capacity: 0,
      leastMinutes: 0,
      requiresCode: false,
    });
  });

  it('leaves an invalid day or time empty, and keeps the rest', () => {
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
    it(`reads ${JSON.stringify(written)} as ${capacity < 0 ? 'a wrong number of' : capacity} seats`, () => {
      assert.equal(trainingForm.parse({ id: ID, capacity: written }).capacity, capacity);
    });
  }

  it('rejects input without a valid id', () => {
    assert.equal(trainingForm.safeParse({ id: 'x', title: 'Título' }).success, false);
  });
});
