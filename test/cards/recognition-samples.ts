/** Data for the templates of recognitions. */
import { richOf } from '../../src/platform/cards/rich.js';
import type { RecognitionTemplateName, TemplateData } from './templates.js';
import { HOSTILE, long, type SampleKind } from './words.js';

const ID = '00000000-0000-4000-8000-00000000c0de';
const PICTURE = 'https://bot.example/recognitions/1/picture.png?lang=es';
const CHANNEL = '19:abc@thread.tacv2';
const ATTRIBUTES = [
  {
    title: 'Escucha y comunicación',
    value: 'escucha-comunicacion',
    behaviours: 'Escuchar activamente. Escuchar con paciencia y sin interrumpir.',
  },
  { title: 'Amabilidad', value: 'amabilidad', behaviours: 'Gestos cálidos.' },
];
const SOURCES = [
  { title: 'Lo vi o lo viví yo', value: 'colleague' },
  { title: 'Lo dijo un usuario en una PQRS', value: 'pqrs' },
];
const WORDS = 'Le explicó tres veces a una señora cómo pedir la cita, con toda la paciencia.';

type Samples = {
  [Name in RecognitionTemplateName]: Record<SampleKind, TemplateData<Name>>;
};

export const RECOGNITION_SAMPLES: Samples = {
  'recognition-form': {
    empty: form({}),
    typical: form({
      people: [
        { title: 'Carlos Colaborador', value: ID },
        { title: 'Luis Líder', value: 'b' },
      ],
      likely: ID,
      personLabel: 'Otra persona',
      message: WORDS,
      attribute: 'escucha-comunicacion',
      isPublic: true,
    }),
    longest: form({
      problem: richOf(long(300)),
      marked: [{ text: long(100), marked: true }],
      people: Array.from({ length: 12 }, (_, at) => ({ title: long(80), value: `p${at}` })),
      message: long(500),
      attributes: Array.from({ length: 9 }, (_, at) => ({
        title: long(60),
        value: `a${at}`,
        behaviours: long(300),
      })),
    }),
    hostile: form({
      problem: richOf(HOSTILE.replaceAll('**', '')),
      marked: [{ text: HOSTILE, marked: true }],
      message: HOSTILE,
    }),
  },
  'recognition-preview': {
    empty: preview({}),
    typical: preview({ also: richOf('También le llega una copia a **Luis Líder**.') }),
    longest: preview({
      problem: richOf(long(300)),
      to: richOf(long(400)),
      words: long(500),
      behaviours: long(400),
      identifiers: Array.from({ length: 20 }, () => ({ text: '1.234.567.890', marked: true })),
      also: richOf(long(300)),
    }),
    hostile: preview({
      to: [{ text: HOSTILE, weight: 'Bolder' }],
      words: HOSTILE,
      from: [{ text: HOSTILE, weight: 'Bolder' }],
      identifiers: [{ text: HOSTILE, marked: true }],
    }),
  },
  recognition: {
    empty: own({}),
    typical: own({
      picture: PICTURE,
      wholePicture: PICTURE,
      pictureAlt: 'Tu reconocimiento como imagen, para guardarla: Amabilidad',
      ask: richOf('**¿Quieres publicarlo en «Servicio al afiliado»?**'),
      places: [{ title: 'Servicio al afiliado', value: CHANNEL }],
    }),
    longest: own({
      words: long(500),
      behaviours: long(400),
      also: richOf(long(300)),
      status: richOf(long(200)),
      ask: richOf(long(200)),
      places: Array.from({ length: 5 }, () => ({ title: long(80), value: CHANNEL })),
    }),
    hostile: own({
      words: HOSTILE,
      from: [{ text: HOSTILE, weight: 'Bolder' }],
      ask: [{ text: HOSTILE, weight: 'Bolder' }],
      status: [{ text: HOSTILE, weight: 'Default' }],
      places: [
        { title: 'Uno', value: CHANNEL },
        { title: 'Otro', value: CHANNEL },
      ],
    }),
  },
  'recognition-note': {
    empty: { lead: richOf('**Carlos**, de tu equipo, recibió un reconocimiento:') },
    typical: {
      id: ID,
      lead: richOf('✓ Tu reconocimiento es para **Carlos Colaborador**'),
      attribute: 'Amabilidad',
      words: WORDS,
      foot: richOf('Lo entrego cuando ya no lo puedas deshacer, después de las 9:32 a. m.'),
      undo: [{ title: 'Deshacer (hasta las 9:32 a. m.)' }],
      links: [{ title: 'Los que di', verb: 'recognitions.mine' }],
    },
    longest: {
      id: ID,
      lead: richOf(long(400)),
      attribute: long(80),
      words: long(500),
      foot: richOf(long(200)),
      undo: [{ title: long(60) }],
      corrections: [{ title: long(60) }],
      links: [
        { title: long(60), verb: 'recognitions.mine' },
        { title: long(60), verb: 'recognitions.team' },
      ],
    },
    hostile: { lead: [{ text: HOSTILE, weight: 'Bolder' }], words: HOSTILE },
  },
  'recognition-list': {
    empty: list({ empty: 'Todavía no tienes ninguno.' }),
    typical: list({
      items: [item({})],
      links: [{ title: 'Los que di', verb: 'recognitions.mine', of: 'given' }],
    }),
    longest: list({
      verb: 'recognitions.team',
      of: 'team',
      period: '2026-Q4',
      periods: Array.from({ length: 5 }, (_, at) => ({ title: long(40), value: `2026-Q${at}` })),
      items: Array.from({ length: 6 }, () => item({ words: long(500), lead: richOf(long(200)) })),
      next: 'x'.repeat(200),
      links: [
        { title: long(40), verb: 'recognitions.mine', of: 'got' },
        { title: long(40), verb: 'recognitions.mine', of: 'given' },
      ],
    }),
    hostile: list({ items: [item({ words: HOSTILE, lead: [{ text: HOSTILE, weight: 'Bolder' }] })] }),
  },
};

function form(data: Partial<TemplateData<'recognition-form'>>): TemplateData<'recognition-form'> {
  return {
    id: ID,
    title: 'Reconocer a alguien',
    standalone: true,
    problem: [],
    marked: [],
    people: [],
    likely: '',
    personLabel: '¿A quién?',
    person: '',
    message: '',
    attribute: '',
    attributes: ATTRIBUTES,
    source: 'colleague',
    sources: SOURCES,
    isPublic: false,
    ...data,
  };
}

function preview(data: Partial<TemplateData<'recognition-preview'>>): TemplateData<'recognition-preview'> {
  return {
    id: ID,
    revision: 1,
    title: 'Así lo verá',
    problem: [],
    to: richOf('Para **Carlos Colaborador**'),
    attribute: 'Amabilidad',
    behaviours: 'Gestos cálidos.',
    words: WORDS,
    from: richOf('De **Ana Colaboradora**'),
    identifiers: [],
    also: [],
    public: 'No se publica en ningún canal.',
    ...data,
  };
}

function own(data: Partial<TemplateData<'recognition'>>): TemplateData<'recognition'> {
  return {
    id: `${ID}.${ID}`,
    title: '¡Te reconocieron!',
    picture: '',
    wholePicture: '',
    pictureAlt: '',
    attribute: 'Amabilidad',
    behaviours: 'Gestos cálidos.',
    words: WORDS,
    from: richOf('De **Ana Colaboradora**'),
    when: '24 de noviembre de 2026',
    also: [],
    status: [],
    ask: [],
    places: [],
    ...data,
  };
}

function list(data: Partial<TemplateData<'recognition-list'>>): TemplateData<'recognition-list'> {
  return {
    title: 'Los reconocimientos que recibiste',
    empty: '',
    verb: 'recognitions.mine',
    of: 'got',
    period: '',
    periods: [],
    items: [],
    next: '',
    links: [],
    ...data,
  };
}

type Item = TemplateData<'recognition-list'>['items'][number];

function item(data: Partial<Item>): Item {
  return {
    id: `${ID}.${ID}`,
    lead: richOf('De **Ana Colaboradora** · 24 de noviembre de 2026'),
    attribute: 'Amabilidad',
    words: WORDS,
    opens: true,
    ...data,
  };
}
