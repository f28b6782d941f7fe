/** Data for the templates of recognition events. */
import { richOf } from '../../src/platform/cards/rich.js';
import type { EventTemplateName, TemplateData } from './templates.js';
import { HOSTILE, long, type SampleKind } from './words.js';

const ID = '00000000-0000-4000-8000-00000000c0de';
const PERIOD = '2026-07-01..2026-12-31';
const WHEN = 'Del 1 de julio de 2026 al 31 de diciembre de 2026';
const PERIODS = [
  { title: 'Este trimestre', value: '2026-10-01..2026-12-31' },
  { title: 'Este semestre', value: PERIOD },
  { title: 'Otras fechas', value: 'days' },
];
const ATTRIBUTES = [
  { title: 'Escucha y comunicación', value: 'escucha-comunicacion' },
  { title: 'Amabilidad', value: 'amabilidad' },
];
const ORDER =
  'Primero, a quienes reconocieron más personas distintas; después, desde más áreas y por más atributos. La cantidad de reconocimientos no decide.';
const NOTE =
  'El texto cita solo lo que se puede publicar: quien lo escribió estuvo de acuerdo, quien lo recibió no dijo que no, y no parece nombrar a nadie más. Antes de leerlo en público, pregúntale si le gusta la idea.';

type Samples = { [Name in EventTemplateName]: Record<SampleKind, TemplateData<Name>> };

export const EVENT_SAMPLES: Samples = {
  event: {
    empty: event({
      empty: 'En estas fechas no hay reconocimientos de personas que sigan aquí. Prueba con otras fechas.',
    }),
    typical: event({
      summary: '12 personas con 31 reconocimientos.',
      filtered: 'Solo: Amabilidad, PQRS.',
      attribute: 'amabilidad',
      source: 'pqrs',
      items: [
        candidate({ listed: '✓ En la lista' }),
        candidate({
          id: 'b',
          name: 'Ana Colaboradora',
          area: 'Sin área',
          spread: '1 colega de 1 área',
          attributes: 'Facilidad 1',
        }),
      ],
      next: '10',
      list: 'La lista del evento (1)',
    }),
    longest: event({
      problem: 'Esas fechas no me sirven: elige desde y hasta, en orden, y un año como máximo.',
      summary: '4.000 personas con 12.000 reconocimientos.',
      filtered: long(160),
      items: Array.from({ length: 10 }, (_, at) =>
        candidate({ id: `p${at}`, name: long(90), area: long(80), attributes: long(160) }),
      ),
      areas: Array.from({ length: 60 }, (_, at) => ({ title: `${at} ${long(60)}`, value: `a${at}` })),
      next: '20',
      page: '10',
      list: 'La lista del evento (40)',
    }),
    hostile: event({
      filtered: HOSTILE,
      areas: [{ title: 'Área de {{DATE(2026-01-01)}}', value: 'a' }],
      items: [candidate({ name: HOSTILE, area: HOSTILE })],
    }),
  },
  'event-candidate': {
    empty: person({ script: [] }),
    typical: person({
      isListed: true,
      status: richOf('✓ En la lista desde el 24 de noviembre de 2026, por **Hernán Humanización**'),
    }),
    longest: person({
      name: long(120),
      area: long(80),
      facts: Array.from({ length: 4 }, () => ({ label: 'Por', value: long(200) })),
      script: Array.from({ length: 10 }, () => ({ text: long(540) })),
    }),
    hostile: person({
      name: HOSTILE,
      area: HOSTILE,
      status: richOf(`✓ En la lista, por **${HOSTILE.replaceAll('**', '')}**`),
      script: [{ text: HOSTILE }],
    }),
  },
  'event-list': {
    empty: list({
      empty: 'La lista está vacía. Abre a alguien entre los candidatos y toca «Agregar a la lista».',
    }),
    typical: list({
      items: [listed({}), listed({ id: 'b', name: 'Ana Colaboradora', spread: '1 colega de 1 área' })],
      gone: '1 persona que estaba en la lista ya no aparece: dejó la organización o ya no tiene reconocimientos en estas fechas.',
      others: [{ title: '1 de ene – 30 de jun de 2026', period: '2026-01-01..2026-06-30' }],
    }),
    longest: list({
      items: Array.from({ length: 40 }, (_, at) =>
        listed({
          id: `p${at}`,
          name: long(90),
          area: long(80),
          since: richOf(`✓ En la lista, por **${long(90)}**`),
        }),
      ),
      others: Array.from({ length: 5 }, (_, at) => ({
        title: '1 de ene – 30 de jun de 2026',
        period: `202${at}-01-01..202${at}-06-30`,
      })),
    }),
    hostile: list({ items: [listed({ name: HOSTILE, area: HOSTILE })] }),
  },
};

function event(data: Partial<TemplateData<'event'>>): TemplateData<'event'> {
  return {
    title: 'Evento de reconocimiento',
    when: WHEN,
    problem: '',
    summary: '',
    filtered: '',
    order: ORDER,
    empty: '',
    items: [],
    period: PERIOD,
    choice: PERIOD,
    periods: PERIODS,
    from: '2026-07-01',
    until: '2026-12-31',
    attribute: 'any',
    attributes: ATTRIBUTES,
    area: 'any',
    areas: [{ title: 'Servicio al afiliado', value: 'servicio-al-afiliado' }],
    source: 'any',
    sources: [{ title: 'PQRS', value: 'pqrs' }],
    page: '0',
    next: '',
    list: 'La lista del evento (0)',
    ...data,
  };
}

type Item = TemplateData<'event'>['items'][number];

function candidate(data: Partial<Item>): Item {
  return {
    id: ID,
    name: 'Carlos Colaborador',
    area: 'Servicio al afiliado',
    spread: '7 colegas de 4 áreas · 2 agradecimientos de usuarios',
    attributes: 'Amabilidad 5, Escucha y comunicación 4',
    listed: '',
    ...data,
  };
}

function person(data: Partial<TemplateData<'event-candidate'>>): TemplateData<'event-candidate'> {
  return {
    id: ID,
    title: 'Para el evento de reconocimiento',
    name: 'Carlos Colaborador',
    area: 'Servicio al afiliado',
    when: WHEN,
    facts: [
      { label: 'Quiénes', value: '7 colegas de 4 áreas · 2 agradecimientos de usuarios' },
      { label: 'Por', value: 'Amabilidad 5, Escucha y comunicación 4' },
      { label: 'Cómo se supo', value: 'lo vio un colega 7, PQRS 2' },
      { label: 'En total', value: '9 reconocimientos' },
    ],
    status: [],
    isListed: false,
    script: [
      'Carlos Colaborador, de Servicio al afiliado.',
      'Entre el 1 de julio de 2026 y el 31 de diciembre de 2026, 7 colegas de 4 áreas reconocieron su trabajo y usuarios le dieron las gracias 2 veces.',
      'Fue por estos atributos de nuestra Política de Humanización: «Amabilidad» y «Escucha y comunicación».',
      'Amabilidad, dice la política: «Gestos cálidos.»',
      'Así lo contaron:',
      '«Le explicó tres veces a una señora cómo pedir la cita, con toda la paciencia.» (Ana Colaboradora)',
      'Gracias, Carlos Colaborador.',
    ].map((text) => ({ text })),
    note: NOTE,
    period: PERIOD,
    attribute: 'any',
    areaFilter: 'any',
    source: 'any',
    page: '0',
    ...data,
  };
}

function list(data: Partial<TemplateData<'event-list'>>): TemplateData<'event-list'> {
  return {
    title: 'La lista del evento',
    when: WHEN,
    empty: '',
    items: [],
    gone: '',
    others: [],
    period: PERIOD,
    ...data,
  };
}

type Listed = TemplateData<'event-list'>['items'][number];

function listed(data: Partial<Listed>): Listed {
  return {
    id: ID,
    name: 'Carlos Colaborador',
    area: 'Servicio al afiliado',
    spread: '7 colegas de 4 áreas · 2 agradecimientos de usuarios',
    since: richOf('✓ En la lista desde el 24 de noviembre de 2026, por **Hernán Humanización**'),
    ...data,
  };
}
