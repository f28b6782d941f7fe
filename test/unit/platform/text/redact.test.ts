import assert from 'node:assert/strict';
import { readPolicy } from '../../../../src/platform/policy/policy.js';
import { redact } from '../../../../src/platform/text/redact.js';

/** The redacted text, without white space before punctuation. */
const left = (text: string) => redact(text).replace(/\s+(?=[.,;?!])/g, '');

describe('redaction', () => {
  for (const [what, text, expected] of [
    ['an e-mail address', 'mi correo es Ana.Perez@compensar.com.co', 'mi correo es [correo]'],
    ['an e-mail address with punctuation', 'a ana_p+casos%1@demo-2.example, ¿sí?', 'a [correo], ¿sí?'],
    ['an e-mail address with letters that are not ASCII', 'peña.muñoz@compañía.com', '[correo]'],
    ['a link', 'mira https://x.example/caso?id=7#a', 'mira [enlace]'],
    ['a link in capitals', 'HTTP://X.EXAMPLE/a ayer', '[enlace] ayer'],
    ['a link with an address in it', 'https://x.example/?de=ana@x.example&a=1 ya', '[enlace] ya'],
    ['a mobile number', 'llámeme al 3001234567', 'llámeme al [número]'],
    ['a mobile number in groups of 3-3-4', 'al 300 123 4567.', 'al [número].'],
    ['a mobile number in groups of 3-3-2-2', 'al 310-555-12-34', 'al [número]'],
    ['a mobile number with points', 'al 310.555.12.34', 'al [número]'],
    ['a mobile number in groups of 3-7', 'al 300 1234567', 'al [número]'],
    ['a mobile number with its country code', 'al +57 300 123 4567', 'al +[número]'],
    ['a landline number', 'al 307-7001', 'al [número]'],
    ['a landline number with its area code', 'al 601 307 70 01', 'al [número]'],
    ['a cédula', 'cédula 1020345678', 'cédula [número]'],
    ['a cédula with points', 'CC 1.020.345.678 de Bogotá', 'CC [número] de Bogotá'],
    ['an old cédula with points', 'cc 52.123.456', 'cc [número]'],
    ['a card number', 'la 4111 1111 1111 1111', 'la [número]'],
    ['a number across lines', '300\u00a0123\n4567', '[número]'],
    ['a name after "soy"', 'Hola, soy Marta Pérez', 'Hola, soy [nombre]'],
    ['a name of four words', 'Me llamo Ana María Pérez Rojas y espero', 'Me llamo [nombre] y espero'],
    ['a name after "mi nombre es"', 'mi nombre es Ñáñez', 'mi nombre es [nombre]'],
    ['a name after "le habla"', 'Le habla Jairo, de portería', 'Le habla [nombre], de portería'],
    ['a name in English', "I'm Laura. My name is Laura Gil", "I'm [nombre]. My name is [nombre]"],
    ['a doctor', 'la doctora Gómez gritó', 'la doctora [nombre] gritó'],
    ['an abbreviated title of doctor', 'el Dr. Ruiz y la Dra. Gil', 'el Dr. [nombre] y la Dra. [nombre]'],
    ['don and doña', 'don Luis y doña Luz', 'don [nombre] y doña [nombre]'],
    ['señor and señora', 'al señor Díaz, Señora Paz', 'al señor [nombre], Señora [nombre]'],
    ['a boss', 'mi jefe Carlos y la jefa Marta', 'mi jefe [nombre] y la jefa [nombre]'],
    ['a teacher', 'profesor Gil', 'profesor [nombre]'],
    ['a first and a last name', 'el caso contra Pedro Ruiz', 'el caso contra [nombre]'],
    ['four names', 'fue Ana María de la Hoz, ayer', 'fue [nombre], ayer'],
    ['an engineer', 'la ingeniera Ruiz', 'la ingeniera [nombre]'],
  ] as const) {
    it(`removes ${what}`, () => assert.equal(left(text), expected));
  }

  it('removes everything from one text', () => {
    assert.equal(
      left('Soy Eva Paz, cc 52.123.456, cel 300 123 4567 o eva@x.example, y hablé con don Luis'),
      'Soy [nombre], cc [número], cel [número] o [correo], y hablé con don [nombre]',
    );
  });

  it('removes numbers of seven or more digits', () => {
    assert.equal(redact('123456'), '123456');
    assert.equal(redact('1234567'), '[número]');
    assert.equal(redact('12345678'), '[número]');
  });

  for (const text of [
    '¿qué es el módulo 4?',
    'esperé 3 horas',
    'la ley 1581 de 2012',
    'ley 1581 de 2012 y decreto 1377 de 2013',
    'fueron 20.000 pesos',
    '1. uno 2. dos 3. tres',
    '@ana dijo que sí',
    'la señora de la fila, el doctor que atiende',
    'mi jefe directo, soy nueva',
    'I am new here',
    'perdón Luis',
    'qué dice la Política de Humanización y Experiencia',
    'Buenos días. Hola Ana',
    '',
  ]) {
    it(`leaves "${text}" alone`, () => assert.equal(redact(text), text));
  }

  it('leaves every word of the policy alone', () => {
    const { sections } = readPolicy();
    for (const { title, official, facts } of sections) {
      for (const text of [title, ...official, ...facts]) assert.equal(redact(text), text.trim());
    }
  });

  it('is idempotent', () => {
    const once = redact('Soy Marta Pérez, 300 123 4567, a@x.example, https://x.example, la doctora Gil');
    assert.equal(redact(once), once);
  });
});
