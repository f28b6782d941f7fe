import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { textIn as awayIn } from '../../../../src/features/absences/text/catalogue.js';
import { whenDue } from '../../../../src/features/cases/cards/due.js';
import { type Language, textIn } from '../../../../src/platform/text/catalogue.js';
import { HELPLINES } from '../../../support/host.js';

const NAMES = ['Luis Torres', 'Andrés Ríos', 'J. M. O’Brien', 'Ñandú D’Águila-Pérez'];
const COUNTS = [0, 1, 2, 21, 1_200];
const NUMBERS = ['HUM-2026-000001'];
const TITLES = ['Caja y subsidio'];
const DAYS = ['lunes 30 de noviembre'];
const NOW = new Date('2026-11-25T15:00:00Z');
const DUE = ['2026-11-25T18:30:00Z', '2026-11-26T21:30:00Z', '2026-11-30T21:30:00Z'];

type Words = string | number | object;

/** What the parameters of the catalogue's functions may be, by name; `{}` is an object of several, the rest are counts. */
function valuesIn(language: Language): Record<string, readonly Words[]> {
  const { cases } = textIn(language);
  const { away } = awayIn(language);
  const due = [...DUE.map((at) => whenDue(at, NOW, language)), cases.soon];
  const team = cases.roleOfAssignee.humanization;
  const [by = ''] = NAMES;
  const levels = Object.values(cases.level);
  const outcomes = [cases.outcome.process, Object.values(cases.outcome).join(', ')];
  const said = (who: string, when: string) => ({
    ...HELPLINES,
    number: NUMBERS[0],
    level: levels[1],
    by,
    name: who,
    who,
    due: when,
    outcomes: outcomes[1],
    health: cases.health.priority.prioritised,
    healthDue: when,
    day: DAYS[0],
    quarter: '4 de 2026',
    people: 5,
    yes: 3,
    partly: 1,
    no: 1,
  });
  const whole = [...NAMES, team].flatMap((who) => due.map((when) => said(who, when)));
  return {
    nth: [1, 4],
    compared: (['whole', 'same-days', 'more-days'] as const).flatMap((basis) =>
      [0, 1, 21].map((count) => ({ count, basis, period: 'octubre', through: '26' })),
    ),
    most: [4_000],
    hours: [24, 48, 72],
    priority: Object.values(cases.health.priority),
    least: [5],
    all: [8, 1_200],
    '{}': whole,
    number: NUMBERS,
    area: TITLES,
    name: NAMES,
    names: NAMES,
    superior: NAMES,
    others: [NAMES.join(', ')],
    who: [...NAMES, team],
    to: [...NAMES, ...DAYS],
    role: Object.values(cases.roleOfAssignee),
    level: levels,
    outcomes,
    day: DAYS,
    days: [away.oneDay('lunes 30'), away.days('lunes 30', 'viernes 4')],
    from: DAYS,
    until: DAYS,
    when: [...DAYS, ...due],
    time: ['1:00 p. m.', '4:30 p. m.'],
    month: ['noviembre de 2026'],
    period: ['2 años'],
    version: ['2026.11.2'],
    title: TITLES,
    team: TITLES,
    channel: TITLES,
    organisation: TITLES,
    policy: TITLES,
    code: ['7F3K2Q'],
    parts: [TITLES],
    told: [NAMES.slice(0, 1), [...NAMES.slice(0, 1), team]],
  };
}

/** What the whole bot says, and what each feature says beside it. */
const FEATURES = new URL('../../../../src/features/', import.meta.url);
const catalogues = (): Promise<(typeof textIn)[]> =>
  Promise.all(
    readdirSync(FEATURES)
      .filter((name) => existsSync(new URL(`${name}/text/catalogue.ts`, FEATURES)))
      .map(async (name) => (await import(new URL(`${name}/text/catalogue.ts`, FEATURES).href)).textIn),
  );

/** Every text of a catalogue with its place; functions are called with all that they may be given. */
async function textsIn(language: Language): Promise<[place: string, text: string][]> {
  const values = valuesIn(language);
  function read(value: unknown, place: string): [string, string][] {
    if (typeof value === 'string') return [[place, value]];
    if (typeof value === 'function') {
      const call = value as (...given: Words[]) => unknown;
      return combinations(parametersOf(call), values).flatMap((given) => read(saidBy(call, given), place));
    }
    return Object.entries(value ?? {}).flatMap(([key, item]) => read(item, `${place}.${key}`));
  }
  return (await catalogues()).flatMap((textOf) =>
    Object.entries(textOf(language)).flatMap(([key, item]) => read(item, key)),
  );
}

/** Undefined for what the function is never given: a name that this test does not know. */
function saidBy(call: (...given: Words[]) => unknown, given: Words[]): unknown {
  try {
    return call(...given);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The names of a function's parameters; `{}` for an object. */
function parametersOf(call: (...given: never[]) => unknown): string[] {
  const [, bracketed, single = ''] = /^(?:\((.*?)\)|(\w+))\s*=>/s.exec(String(call)) ?? [];
  const listed = (bracketed ?? single).replace(/\{[^}]*\}/g, '{}').trim();
  return listed === '' ? [] : listed.split(/\s*,\s*/);
}

/** A name that is not known may be a number. */
function combinations(names: string[], values: Record<string, readonly Words[]>): Words[][] {
  return names.reduce<Words[][]>(
    (given, name) => given.flatMap((before) => (values[name] ?? COUNTS).map((value) => [...before, value])),
    [[]],
  );
}

/** Begin a line that a name ends. */
const UNFINISHED = /^cases\.event\./;

const FAULTS: Record<Language, [fault: string, pattern: RegExp][]> = {
  es: [
    ['a plural of one', /(?<![\d.,])1 (?!más\b)\p{Ll}+s\b/u],
    [
      'a plural verb of one person',
      /\b(faltan|Han|Asistieron|se registraron|Les escribo en privado a) (respondido )?1 persona\b/,
    ],
    ['a plural verb after one person', /^1 persona\b.*\b(asistieron|están|registradas)\b/],
    ['"a el"', /\b(a|de) el equipo\b/],
    ['a word for something else', /rechaz|\bVence\b|escal(a(?!b)|e(?!ra))/],
    [
      'a formal address',
      /\b(usted|ustedes|ingrese|seleccione|haga clic|escriba|toque|diligencie|comuníquese)\b/i,
    ],
  ],
  en: [['a plural of one', /(?<![\d.,])1 (?!access\b|was\b|is\b)\p{Ll}+s\b/u]],
};

const OF_BOTH: [fault: string, pattern: RegExp][] = [
  ['a value that is missing', /undefined|null|NaN|\[object/],
  ['two full stops', /(?<!\.)\.\.(?!\.)/],
  ['two blanks', / {2}/],
  ['a blank before a sign', / [.,;:!?](?!\.)/],
  ['an empty quotation', /«»|“”|\*\*\*\*/],
  ['a sentence without an end', /[\p{Ll})»”][.!?] [\p{Lu}¿¡«“].*[^.!?…:»”)]$/u],
];

for (const language of ['es', 'en'] as const) {
  describe(`the catalogue in ${language}`, () => {
    let texts: [place: string, text: string][];
    before(async () => {
      texts = await textsIn(language);
    });

    for (const [fault, pattern] of [...OF_BOTH, ...FAULTS[language]]) {
      it(`has nowhere ${fault}, whatever it is given`, () => {
        const faulty = texts.filter(([, text]) => pattern.test(text)).map((found) => found.join(': '));
        assert.deepEqual(faulty, []);
      });
    }

    it('ends no text in a blank, but where a name follows', () => {
      const faulty = texts.filter(([place, text]) => text !== text.trim() && !UNFINISHED.test(place));
      assert.deepEqual(faulty, []);
    });

    it('has examples and choices that fit on a button', () => {
      const onButtons = /^(home\.examples|chat\.choices)|\.button$/;
      const faulty = texts.filter(([place, text]) => onButtons.test(place) && text.length > 40);
      assert.deepEqual(faulty, []);
    });

    it('opens and closes what it quotes', () => {
      const balanced = (text: string, [open = '', close = '']: string) =>
        text.split(open).length === text.split(close).length;
      const faulty = texts.filter(([, text]) => !['«»', '“”', '()'].every((pair) => balanced(text, pair)));
      assert.deepEqual(faulty, []);
    });
  });
}
