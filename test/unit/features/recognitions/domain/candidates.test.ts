import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  areaKey,
  type Counted,
  candidatesOf,
} from '../../../../../src/features/recognitions/domain/candidates.js';

const PEOPLE = new Map(
  [
    ['ana', 'Ana', 'Urgencias'],
    ['eva', 'Eva', 'Urgencias'],
    ['luis', 'Luis', 'Citas médicas'],
    ['pia', 'Pía', 'Caja'],
    ['leo', 'Leo', ''],
  ].map(([id = '', name = '', area = '']) => [id, { name, area }]),
);

const thanks = (personId: string, senderId: string, changes: Partial<Counted> = {}): Counted => ({
  personId,
  senderId,
  attribute: 'amabilidad',
  source: senderId === '' ? 'pqrs' : 'colleague',
  at: '2026-05-01T12:00:00.000Z',
  ...changes,
});
const namesOf = (recognitions: Counted[], ...rest: [Parameters<typeof candidatesOf>[2]?]) =>
  candidatesOf(recognitions, PEOPLE, ...rest).map(({ name }) => name);

describe('the candidates for a recognition event', () => {
  it('come by how many different people thanked them, not by how often', () => {
    const one = [1, 2, 3, 4, 5].map(() => thanks('ana', 'luis'));
    const two = [thanks('eva', 'luis'), thanks('eva', 'ana')];
    assert.deepEqual(namesOf([...one, ...two]), ['Eva', 'Ana']);
  });

  it('come by from how many areas, where as many people thanked them', () => {
    const sameArea = [thanks('pia', 'ana'), thanks('pia', 'eva')];
    const twoAreas = [thanks('leo', 'ana'), thanks('leo', 'luis')];
    assert.deepEqual(namesOf([...sameArea, ...twoAreas]), ['Leo', 'Pía']);
  });

  it('come by for how many attributes and then by name, where they are alike in all else', () => {
    const other = { attribute: 'facilidad' };
    assert.deepEqual(
      namesOf([
        thanks('pia', 'ana'),
        thanks('leo', 'ana'),
        thanks('luis', 'ana'),
        thanks('luis', 'ana', other),
      ]),
      ['Luis', 'Leo', 'Pía'],
    );
  });

  it('are counted by colleagues, areas and users, each apart', () => {
    const [candidate] = candidatesOf(
      [
        thanks('ana', 'luis'),
        thanks('ana', 'luis', { attribute: 'facilidad' }),
        thanks('ana', 'eva'),
        thanks('ana', 'leo'),
        thanks('ana', 'gone'),
        thanks('ana', ''),
        thanks('ana', '', { source: 'mystery-shopper', attribute: 'facilidad' }),
      ],
      PEOPLE,
    );
    assert.deepEqual(candidate, {
      id: 'ana',
      name: 'Ana',
      area: 'Urgencias',
      colleagues: 4,
      areas: 2,
      users: 2,
      total: 7,
      attributes: [
        { id: 'amabilidad', count: 5 },
        { id: 'facilidad', count: 2 },
      ],
      sources: [
        { id: 'colleague', count: 5 },
        { id: 'mystery-shopper', count: 1 },
        { id: 'pqrs', count: 1 },
      ],
    });
  });

  it('are people who are still there', () => {
    assert.deepEqual(namesOf([thanks('gone', 'ana'), thanks('eva', 'ana')]), ['Eva']);
  });

  it('are those of an attribute, a source or an area, when asked for', () => {
    const all = [
      thanks('ana', ''),
      thanks('eva', 'luis', { attribute: 'facilidad' }),
      thanks('luis', 'eva'),
      thanks('luis', 'ana', { attribute: 'facilidad' }),
    ];
    assert.deepEqual(namesOf(all, { attribute: 'facilidad' }), ['Eva', 'Luis']);
    assert.deepEqual(namesOf(all, { source: 'pqrs' }), ['Ana']);
    assert.deepEqual(namesOf(all, { area: areaKey('Citas médicas') }), ['Luis']);
    assert.deepEqual(candidatesOf(all, PEOPLE, { attribute: 'facilidad' })[1]?.total, 1);
  });

  it('never lose or gain a thank-you, and nobody overtakes by another one of the same person', () => {
    const ids = [...PEOPLE.keys()];
    const some = fc.record({
      personId: fc.constantFrom(...ids),
      senderId: fc.constantFrom('', ...ids),
      attribute: fc.constantFrom('amabilidad', 'facilidad'),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), (made) => {
        const all = made.map(({ personId, senderId, attribute }) =>
          thanks(personId, senderId, { attribute }),
        );
        const before = candidatesOf(all, PEOPLE);
        assert.equal(
          before.reduce((sum, { total }) => sum + total, 0),
          all.length,
        );
        const repeated = all.filter(({ senderId }) => senderId !== '');
        assert.deepEqual(
          candidatesOf([...all, ...repeated, ...repeated], PEOPLE).map(({ id }) => id),
          before.map(({ id }) => id),
        );
      }),
    );
  });
});
