/** Data of the card of figures. */
import type { indicatorsTemplate } from '../../src/features/indicators/cards/indicators-card.js';
import type { DataOf } from '../../src/platform/cards/template.js';
import { HOSTILE, long, type SampleKind } from './words.js';

type Data = DataOf<typeof indicatorsTemplate>;

const MONTHS = ['ago 26', 'sep 26', 'oct 26', 'nov 26'].map((x, at) => ({ x, y: [9, 12, 17, 14][at] ?? 0 }));
const ATTRIBUTES = [
  { x: 'Amabilidad', y: 5 },
  { x: 'Facilidad', y: 4 },
  { x: 'Escucha', y: 2 },
];
const LEVELS = [
  { legend: 'Alto', value: 2, color: 'attention' },
  { legend: 'Medio', value: 5, color: 'warning' },
  { legend: 'Bajo', value: 7, color: 'good' },
];

const empty: Data = {
  period: 'Indicadores de noviembre de 2026',
  of: 'Tu equipo',
  days: 'Del 1 al 26 de noviembre, todavía en curso',
  notes: [],
  findings: ['Este mes: ningún caso.'],
  charts: {
    months: { data: [], words: '' },
    levels: { data: [], words: '' },
    attributes: { data: [], words: '' },
  },
  facts: [],
  span: 'month',
  from: '2026-11',
  scope: 'line',
  months: [{ title: 'noviembre de 2026', value: '2026-11' }],
  scopes: [],
  isNotice: false,
  monthly: { title: 'Recibirlos cada mes', wish: 'on' },
};

const typical: Data = {
  ...empty,
  findings: [
    'Este mes: 14 casos, 3 menos que en octubre (hasta el día 26).',
    '2 altos, ambos aceptados a tiempo.',
    'Se venció 1 compromiso.',
  ],
  charts: {
    months: { data: MONTHS, words: 'ago 26: 9 · sep 26: 12 · oct 26: 17 · nov 26: 14' },
    levels: { data: LEVELS, words: 'Alto: 2 · Medio: 5 · Bajo: 7' },
    attributes: { data: ATTRIBUTES, words: 'Amabilidad: 5 · Facilidad: 4 · Escucha: 2' },
  },
  facts: [
    { label: 'Aceptados', value: '12, 11 de 12 a tiempo; la mitad en 5 horas o menos' },
    { label: 'Cerrados', value: '9, a tiempo; la mitad en 3,5 días o menos' },
    { label: 'Compromisos', value: '5 acordados, 3 cumplidos, 1 vencido' },
    { label: 'Conformes con el cierre', value: 'no se muestra (pocos casos)' },
  ],
  months: [
    { title: 'noviembre de 2026', value: '2026-11' },
    { title: 'octubre de 2026', value: '2026-10' },
  ],
};

export const INDICATOR_SAMPLES: { indicators: Record<SampleKind, Data> } = {
  indicators: {
    empty,
    typical,
    longest: {
      ...typical,
      period: long(60),
      of: long(120),
      days: long(80),
      notes: [long(120), long(120)],
      findings: [long(160), long(160), long(160)],
      charts: {
        months: {
          data: Array.from({ length: 12 }, (_, at) => ({ x: `ene ${15 + at}`, y: 12_345 + at })),
          words: long(200),
        },
        levels: {
          data: [...LEVELS, { legend: 'Por confirmar', value: 12_345, color: 'neutral' }],
          words: long(100),
        },
        attributes: {
          data: Array.from({ length: 5 }, (_, at) => ({ x: long(40), y: 1_000 - at })),
          words: long(300),
        },
      },
      facts: Array.from({ length: 6 }, () => ({ label: long(40), value: long(120) })),
      scope: 'all',
      months: Array.from({ length: 24 }, (_, at) => ({
        title: 'septiembre de 2026',
        value: `20${20 + at}-09`,
      })),
      scopes: Array.from({ length: 60 }, (_, at) => ({ title: long(80), value: `area.${at}` })),
    },
    hostile: {
      ...typical,
      of: HOSTILE,
      isNotice: true,
      monthly: { title: 'Dejar de recibirlos cada mes', wish: 'off' },
    },
  },
};
