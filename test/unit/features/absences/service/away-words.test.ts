import assert from 'node:assert/strict';
import {
  lastDayIn,
  tellsOfLeaving,
  tellsOfReturn,
} from '../../../../../src/features/absences/service/away-words.js';
import { fold } from '../../../../../src/platform/text/fold.js';

/** A Tuesday. */
const TODAY = '2026-11-24';

describe('the detection of an absence', () => {
  const leaving = [
    'estoy de vacaciones',
    'Estoy de vacaciones hasta el 15 de enero',
    'Hola, estoy de vacaciones desde hoy',
    'hola estoy de licencia',
    'ya estoy de vacaciones',
    'Estaré de vacaciones hasta el viernes',
    'voy a estar fuera de la oficina hasta mañana',
    'Salgo a vacaciones mañana',
    'saldré a vacaciones el lunes',
    'me voy de vacaciones hasta el 20/12',
    'ando de permiso hasta el jueves',
    'Estoy incapacitada hasta el 2 de diciembre',
    'estoy incapacitado',
    'Estoy en licencia de maternidad',
    'estoy ausente hasta el 2026-12-01',
    'Estaré fuera hasta el martes',
    'estoy de vacaciones desde el lunes 7 hasta el viernes 18 de diciembre de 2026',
    'Buenos días, estoy de licencia de luto hasta el jueves. Gracias',
    'estoy de vacaciones hasta el 15 de enero, me reemplaza Marta',
    'estoy de permiso el viernes',
    'estoy de vacaciones y vuelvo el 15 de enero',
    'Estoy de vacaciones hasta el lunes, por favor pásenle los casos a Marta',
    "I'm on vacation until December 20",
    'I am out of office until tomorrow',
    'I will be away until 2026-12-01',
  ];
  for (const text of leaving) {
    it(`finds one in "${text}"`, () => assert.equal(tellsOfLeaving(fold(text)), true));
  }

  const notLeaving = [
    '¿cómo pido vacaciones?',
    'estoy de vacaciones?',
    'Estoy de vacaciones, ¿quién atiende mis casos?',
    'vacaciones',
    'cuántos días de vacaciones tengo',
    'qué dice la política de las licencias',
    'mi jefe está de vacaciones',
    'una usuaria estaba de permiso y la trataron mal',
    'quiero reportar que me negaron el permiso',
    'estoy en la sede de Suba',
    'estoy de acuerdo',
    'estoy esperando respuesta',
    'ya volví de vacaciones',
    'ayer estuve incapacitada y nadie me atendió',
    'Estoy incapacitada porque un usuario me golpeó ayer',
    'estoy de permiso porque mi jefe me amenazó',
    'estoy de licencia por culpa del acoso de mi jefe',
    'estoy incapacitado ya que me empujaron en la fila',
    'Estoy incapacitada: un usuario me golpeó ayer',
    'Estoy incapacitada, un usuario me golpeó ayer en la ventanilla',
    'estoy incapacitada debido a los gritos de la coordinadora',
    'Estoy de vacaciones y mi jefe me llama a insultarme',
    'estoy de vacaciones hasta el lunes y mi jefe me insulta por chat',
    'estoy de permiso y no me lo quieren pagar',
    'estoy de licencia de maternidad y me están cambiando el turno',
    "I'm on leave because my boss threatened me",
    'I am on vacation and my boss keeps insulting me',
  ];
  for (const text of notLeaving) {
    it(`finds none in "${text}"`, () => assert.equal(tellsOfLeaving(fold(text)), false));
  }

  /** A failure that begins with "estoy" must lead to a report, not to the card about absences. */
  const failures = [
    'Estoy indignada: a una usuaria con incapacidad la trataron a los gritos en la ventanilla',
    'Estoy muy molesto, el vigilante sacó a un usuario fuera de la sede a empujones',
    'Estoy cansada de que el asesor diga groserías a quienes piden permiso',
    'Estoy buscando qué dice la política sobre el permiso para grabar a los usuarios',
  ];
  for (const text of failures) {
    it(`finds none in a failure or a question: "${text}"`, () => {
      assert.equal(tellsOfLeaving(fold(text)), false);
    });
  }
});

describe('the detection of a return', () => {
  for (const text of [
    'Ya volví',
    'volví',
    'ya regresé',
    'Regresé hoy',
    'ya estoy de vuelta',
    'Estoy de regreso',
    'terminé mis vacaciones',
    'ya volví de vacaciones',
    'Hola, ya volví de mis vacaciones, gracias',
    'volví de la licencia',
    'Regresé de permiso hoy',
    'ya regresé al trabajo',
    'ya volví a la oficina',
    'ya volví hoy a trabajar',
    'ya estoy de vuelta en la oficina',
    "I'm back from vacation",
    'I’m back at work today',
    "I'm back",
    'I am back',
  ]) {
    it(`finds one in "${text}"`, () => assert.equal(tellsOfReturn(fold(text)), true));
  }
  for (const text of [
    'volveré el lunes',
    'ya vuelvo',
    'quiero volver',
    'un usuario volvió a gritar',
    'estoy de vacaciones',
    'back',
    'volví a recibir amenazas del usuario de ayer',
    'volví a ver al señor que me amenazó',
    'ya volví a mi puesto y el señor seguía insultándome',
    'ya regresé al usuario a la otra ventanilla y me insultó',
    'volví de la incapacidad larga y mi silla la tenía otro',
    'Volví al trabajo después de la licencia por luto y mi jefe me gritó',
    'ya volví, y mi jefe me insultó',
    'regresé a la oficina y me estaban esperando para gritarme',
    'terminé mis vacaciones y me quitaron el puesto',
    '¿ya volvió Luis?',
    '¿ya volví a quedar con casos?',
    "I'm back and my boss shouted at me",
  ]) {
    it(`finds none in "${text}"`, () => assert.equal(tellsOfReturn(fold(text)), false));
  }
});

describe('the last day of an absence', () => {
  const days: [string, string | undefined][] = [
    ['estoy de vacaciones hasta el 15 de enero', '2027-01-15'],
    ['Estoy de vacaciones hasta el 15 de Enero de 2027', '2027-01-15'],
    ['estoy de vacaciones hasta el 15 de enero del 2028', '2028-01-15'],
    ['estoy de vacaciones hasta el 30 de noviembre', '2026-11-30'],
    ['estoy de licencia hasta el 24 de noviembre', TODAY],
    ['estoy de licencia hasta el 23 de noviembre', '2027-11-23'],
    ['estoy de permiso hasta el 5 diciembre', '2026-12-05'],
    ['estoy de permiso hasta el 1º de diciembre', '2026-12-01'],
    ['estoy de permiso hasta el 1ro de diciembre', '2026-12-01'],
    ['estoy de permiso hasta el viernes 27 de noviembre', '2026-11-27'],
    ['salgo el 1 de diciembre y estoy fuera hasta el 20 de diciembre', '2026-12-20'],
    ['estoy fuera hasta el 20/12', '2026-12-20'],
    ['estoy fuera hasta el 3/2', '2027-02-03'],
    ['estoy fuera hasta el 20/12/2026', '2026-12-20'],
    ['estoy fuera hasta el 2026-12-20', '2026-12-20'],
    ['estoy fuera hasta hoy', TODAY],
    ['estoy fuera hasta mañana', '2026-11-25'],
    ['estoy fuera hasta pasado mañana', '2026-11-26'],
    ['estoy fuera hasta el miércoles', '2026-11-25'],
    ['estoy fuera hasta el sábado', '2026-11-28'],
    ['estoy fuera hasta el lunes', '2026-11-30'],
    ['estoy fuera hasta el martes', '2026-12-01'],
    ["i'm away until December 20", '2026-12-20'],
    ["i'm away until january 15, 2028", '2028-01-15'],
    ["i'm away until tomorrow", '2026-11-25'],
    ['estoy de vacaciones', undefined],
    ['estoy de vacaciones hasta nueva orden', undefined],
    ['estoy fuera hasta el 31 de noviembre', undefined],
    ['estoy fuera hasta el 30 de febrero', undefined],
    ['estoy fuera hasta el 40/13', undefined],
    ['estoy fuera hasta el 2026-13-01', undefined],
    ['estoy fuera hasta el 2020-01-01', undefined],
    ['estoy fuera hasta el 15 de enero de 2026', undefined],
    ['estoy en el piso 3 de la sede, ausente', undefined],
  ];
  for (const [text, day] of days) {
    it(`is ${day ?? 'undefined'} in "${text}"`, () => assert.equal(lastDayIn(fold(text), TODAY), day));
  }

  it('falls in the next year when the date of this year has passed', () => {
    assert.equal(lastDayIn('hasta el 2 de enero', '2026-12-31'), '2027-01-02');
    assert.equal(lastDayIn('hasta manana', '2026-12-31'), '2027-01-01');
    assert.equal(lastDayIn('hasta el 29 de febrero', '2027-12-01'), '2028-02-29');
  });
});
