import assert from 'node:assert/strict';
import type { ReportRoute } from '../../../../../src/features/cases/domain/route.js';
import {
  accusesSuperior,
  involvementAsked,
  mustAskInvolvement,
  saysItIsThem,
} from '../../../../../src/features/reports/service/involvement.js';
import type { Care } from '../../../../../src/platform/impact/assessment.js';
import { aPerson } from '../../../../support/fixtures.js';

const asks = (narrative: string, { names = ['Luis Gómez Paz'], cares = [] as Care[] } = {}) =>
  mustAskInvolvement({ narrative, names, cares });

describe('asking whether the recipient is involved', () => {
  it('is required when the narrative mentions the superior of the reporter', () => {
    for (const narrative of [
      'mi jefe me acosa, ayer me tocó en su oficina',
      'Ayer MI JEFA gritó a una usuaria',
      'mi superior no atendió a nadie',
      'fue mi líder quien lo hizo',
      'mi coordinadora, mi coordinador y los demás',
      'mi supervisora se burló de él',
      'se lo dijo a mi gerente',
      'mi\n directora cerró la puerta',
      'Se lo conté a mi jefe y vino enseguida',
      'my boss shouted at a customer',
      'mi je\u200bfe se burló',
    ]) {
      assert.equal(asks(narrative), true, narrative);
    }
  });

  it('is not required for superiors of others or words that only look like one', () => {
    for (const narrative of [
      'el jefe de la otra sede gritó',
      'la supervisora de la droguería no ayudó',
      'comí jefe',
      'mi compañero le dijo al jefe',
      'mi jefatura no tiene que ver',
      'mi papá es gerente',
      '',
    ]) {
      assert.equal(asks(narrative), false, narrative);
    }
  });

  it('is required when a possible recipient is named, with four letters or more', () => {
    assert.equal(asks('Gomez le gritó a una usuaria'), true);
    assert.equal(asks('don LUIS le gritó a una usuaria'), true);
    assert.equal(asks('la señora Marta le gritó', { names: ['Diana Díaz', 'Marta Ruiz'] }), true);
    assert.equal(asks('quedamos en paz'), false, 'a name of three letters is a word as well');
    assert.equal(asks('fue en San Luisito'), false);
  });

  it('is required for sexual violence, but not for other situations', () => {
    assert.equal(asks('me tocó las nalgas', { cares: ['sexual-violence'] }), true);
    assert.equal(asks('hubo golpes', { cares: ['danger-now', 'self-harm', 'child-at-risk'] }), false);
  });

  it('is never required when the recipient is the team', () => {
    assert.equal(asks('mi jefe me acosa', { names: [], cares: ['sexual-violence'] }), false);
  });
});

describe('whom the question about involvement is about', () => {
  const people = new Map(
    [
      aPerson('ana', { name: 'Ana', superiorId: 'luis' }),
      aPerson('luis', { name: 'Luis', superiorId: 'marta' }),
      aPerson('marta', { name: 'Marta' }),
    ].map((person) => [person.id, person]),
  );
  const directory = { find: async (id: string) => people.get(id), withRole: async () => [] };
  const about = (narrative: string, more: Partial<ReportRoute> = {}) => {
    const person = people.get('luis');
    const route: ReportRoute = {
      assignee: { kind: 'person', id: 'luis' },
      assigneeRole: 'superior',
      person,
      excludedIds: [],
      ...more,
    };
    return involvementAsked(directory, { narrative, cares: [] }, route, people.get('ana') ?? aPerson('ana'));
  };

  it('is the recipient, the superior behind another one, or anybody of the line who is named', async () => {
    assert.equal(await about('Luis gritó'), 'superior');
    assert.equal(await about('mi jefe gritó', { assigneeRole: 'deputy', person: aPerson('diana') }), 'other');
    assert.equal(await about('la doctora Marta gritó'), 'line');
    assert.equal(await about('alguien gritó'), undefined);
  });

  it('is nobody when the report is protected', async () => {
    assert.equal(await about('Luis gritó', { protectedBy: 'protected', person: undefined }), undefined);
  });
});

describe('that the one above is involved', () => {
  for (const text of ['fue mi jefe', 'es él', 'sí, es ella.', 'era la coordinadora', 'it was my manager']) {
    it(`is said: "${text}"`, () => assert.ok(saysItIsThem(text)));
  }
  for (const text of [
    '¿es mi jefe?',
    'me equivoqué: fue el jueves',
    'le conté a mi jefe',
    'es el mismo formulario',
    'no fue mi jefe',
    'No fue él.',
    'fue mi jefa quien me ayudó',
  ]) {
    it(`is not said: "${text}"`, () => assert.ok(!saysItIsThem(text)));
  }
});

describe('a story', () => {
  for (const text of ['mi jefe me toca cuando estamos solos', 'desde hace meses mi coordinador me humilla']) {
    it(`accuses the one above: "${text}"`, () => assert.ok(accusesSuperior(text)));
  }
  for (const text of [
    'le conté a mi jefe que un paciente me tocó',
    'un paciente me agarró y mi jefe lo sacó',
    'Mi jefe me defendió cuando un usuario me gritó',
    'hablé con mi jefe y no hizo nada',
  ]) {
    it(`does not accuse the one above: "${text}"`, () => assert.ok(!accusesSuperior(text)));
  }
});
