import assert from 'node:assert/strict';
import { findingWords } from '../../../../../src/features/indicators/cards/findings-words.js';
import { textIn } from '../../../../../src/features/indicators/text/catalogue.js';
import type { Period } from '../../../../../src/platform/figures/period.js';
import type { Scope } from '../../../../../src/platform/figures/scope.js';
import type { FigureDefinition } from '../../../../../src/platform/figures/source.js';
import { emptyTally, type Tally } from '../../../../../src/platform/figures/tally.js';
import { viewOf } from '../../../../../src/platform/figures/view.js';

const NOW = new Date('2026-11-26T15:00:00Z');
const NOVEMBER: Period = { span: 'month', from: '2026-11' };
const OCTOBER: Period = { span: 'month', from: '2026-10' };
const SCOPE: Scope = { kind: 'all' };
const dimensions = (...ids: string[]) => ids.map((id) => ({ id, isByDay: true }));
const FIGURES: FigureDefinition[] = [
  { id: 'cases.reported', isByDay: true, dimensions: dimensions('level', 'attribute') },
  { id: 'cases.first-step', dimensions: dimensions('low', 'medium', 'high') },
  { id: 'cases.accepted', isByDay: true, dimensions: dimensions('timeliness') },
  { id: 'cases.closed', isByDay: true, dimensions: dimensions('timeliness') },
  { id: 'cases.reopened', isByDay: true },
  { id: 'commitments.late', isByDay: true },
];

/** All of a month on its 20th day. */
const tally = (counts: Record<string, number>): Tally => ({
  ...emptyTally(),
  counts,
  days: { '20': counts },
});
const reported = (count: number) => tally({ 'cases.reported': count });

function view(months: Record<string, Tally>, period = NOVEMBER) {
  const tallies = new Map(Object.entries(months));
  return viewOf({
    scope: SCOPE,
    period,
    now: NOW,
    tallies,
    figures: FIGURES,
    components: [],
    isGuarded: () => false,
    hide: () => new Map(),
  });
}

const words = (months: Record<string, Tally>, period = NOVEMBER, against?: Period) =>
  findingWords(view(months, period), against && view(months, against), {
    titleOf: (id) => id.toUpperCase(),
    now: NOW,
    language: 'es',
  });

describe('the sentences that matter first', () => {
  const first: [string, Record<string, Tally>, Period, string][] = [
    [
      'none, and none before',
      { '2026-09': reported(1) },
      NOVEMBER,
      'Este mes: ningún caso, igual que en octubre (hasta el día 26).',
    ],
    [
      'none, after some',
      { '2026-10': reported(4) },
      NOVEMBER,
      'Este mes: ningún caso; en octubre (hasta el día 26) hubo 4.',
    ],
    [
      'none, after one',
      { '2026-10': reported(1) },
      NOVEMBER,
      'Este mes: ningún caso; en octubre (hasta el día 26) hubo 1.',
    ],
    [
      'one, as before',
      { '2026-10': reported(1), '2026-11': reported(1) },
      NOVEMBER,
      'Este mes: 1 caso, igual que en octubre (hasta el día 26).',
    ],
    [
      'many, as before',
      { '2026-10': reported(3), '2026-11': reported(3) },
      NOVEMBER,
      'Este mes: 3 casos, los mismos que en octubre (hasta el día 26).',
    ],
    [
      'more',
      { '2026-10': reported(1), '2026-11': reported(3) },
      NOVEMBER,
      'Este mes: 3 casos, 2 más que en octubre (hasta el día 26).',
    ],
    [
      'fewer',
      { '2026-10': reported(17), '2026-11': reported(14) },
      NOVEMBER,
      'Este mes: 14 casos, 3 menos que en octubre (hasta el día 26).',
    ],
    [
      'some, after none',
      { '2026-09': reported(1), '2026-11': reported(3) },
      NOVEMBER,
      'Este mes: 3 casos; en octubre (hasta el día 26) no hubo ninguno.',
    ],
    [
      'nothing to compare with: nobody counted then',
      { '2026-11': reported(3) },
      NOVEMBER,
      'Este mes: 3 casos.',
    ],
    [
      'a month that is over, with the whole one before',
      { '2026-09': reported(2), '2026-10': reported(3) },
      OCTOBER,
      'Octubre: 3 casos, 1 más que en septiembre.',
    ],
    ['thousands', { '2026-11': reported(1_234) }, NOVEMBER, 'Este mes: 1.234 casos.'],
    [
      'a year',
      { '2025-11': reported(2), '2026-11': reported(3) },
      { span: 'year', from: '2026-01' },
      'Este año: 3 casos, 1 más que en 2025 (hasta el 26 de noviembre).',
    ],
    [
      'a quarter',
      { '2026-08': reported(2) },
      { span: 'quarter', from: '2026-07' },
      'Tercer trimestre: 2 casos.',
    ],
  ];
  for (const [what, months, period, sentence] of first) {
    it(`count the reports: ${what}`, () => assert.equal(words(months, period)[0], sentence));
  }

  it('compare with another period that was asked for', () => {
    const months = { '2025-10': reported(5), '2026-09': reported(1), '2026-10': reported(3) };
    const lastYear: Period = { span: 'month', from: '2025-10' };
    assert.equal(words(months, OCTOBER, lastYear)[0], 'Octubre: 3 casos, 2 menos que en octubre de 2025.');
  });

  it('give both numbers and no difference while the days are not the same', () => {
    const months = { '2025-11': reported(5), '2026-11': reported(3) };
    const lastYear: Period = { span: 'month', from: '2025-11' };
    assert.equal(words(months, NOVEMBER, lastYear)[0], 'Este mes: 3 casos; en noviembre de 2025 5 en total.');
  });

  const high: [Record<string, number>, string][] = [
    [{ 'in-time': 1 }, '1 alto, aceptado a tiempo.'],
    [{ 'in-time': 2 }, '2 altos, ambos aceptados a tiempo.'],
    [{ 'in-time': 3 }, '3 altos, todos aceptados a tiempo.'],
    [{ late: 1 }, '1 alto, con el plazo vencido.'],
    [{ open: 2 }, '2 altos, ambos todavía sin aceptar.'],
    [{ 'in-time': 2, late: 1 }, '3 altos: 2 aceptados a tiempo y 1 con el plazo vencido.'],
    [
      { 'in-time': 1, late: 1, open: 1, other: 2 },
      '5 altos: 1 aceptado a tiempo, 1 con el plazo vencido, 1 todavía sin aceptar y 2 no aceptados o retirados.',
    ],
  ];
  for (const [outcomes, sentence] of high) {
    it(`say what became of the high ones: ${sentence}`, () => {
      const cells = Object.entries(outcomes).map(([value, count]) => [
        `cases.first-step/high/${value}`,
        count,
      ]);
      const counts = { 'cases.reported': 9, ...Object.fromEntries(cells) };
      assert.equal(words({ '2026-11': tally(counts) })[1], sentence);
    });
  }

  it('name what is late before what goes well, three at most', () => {
    const counts = {
      'cases.reported': 9,
      'cases.reported/attribute/trato-amable': 5,
      'cases.accepted': 4,
      'cases.accepted/timeliness/in-time': 3,
      'cases.accepted/timeliness/late': 1,
      'cases.closed': 2,
      'cases.closed/timeliness/in-time': 2,
      'commitments.late': 1,
    };
    assert.deepEqual(words({ '2026-11': tally(counts) }).slice(1), [
      'Se venció 1 compromiso.',
      'Se aceptaron 4 casos: 3 a tiempo y 1 fuera de plazo.',
    ]);
  });

  it('name the attribute that most cases touch, from three on, and two that touch as many', () => {
    const touched = (...counts: number[]) =>
      tally({
        'cases.reported': 9,
        ...Object.fromEntries(counts.map((count, at) => [`cases.reported/attribute/a${at}`, count])),
      });
    assert.deepEqual(words({ '2026-11': touched(5, 2) }).slice(1), ['Lo que más se señala: A0 (5 casos).']);
    assert.deepEqual(words({ '2026-11': touched(3, 3) }).slice(1), [
      'Lo que más se señala: A0 y A1 (3 casos cada uno).',
    ]);
    assert.deepEqual(words({ '2026-11': touched(2, 1) }).slice(1), []);
    assert.deepEqual(words({ '2026-11': touched(3, 3, 3) }).slice(1), []);
  });

  it('are whole in English too', () => {
    const { finding } = textIn('en').indicators;
    const before = { count: 17, basis: 'same-days' as const, period: 'October', through: 'October 26' };
    assert.equal(
      finding.reported('This month', 14, before),
      'This month: 14 cases, 3 fewer than in October (up to October 26).',
    );
    assert.equal(finding.high(1, 0, 0, 0), '1 high, accepted in time.');
    assert.equal(finding.lapsed(1), '1 commitment ran out of time.');
  });
});
