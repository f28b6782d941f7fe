/** Data for the templates of what other channels bring. */
import type { SOURCE_TEMPLATES, TemplateData } from './templates.js';
import { HOSTILE, long, type SampleKind } from './words.js';

type Name = keyof typeof SOURCE_TEMPLATES;
type Samples = { [Each in Name]: Record<SampleKind, TemplateData<Each>> };

const ID = '00000000-0000-4000-8000-00000000c0de';
const ROW = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const LINES: TemplateData<'source-lines'> = {
  heading: 'El archivo trae 6 filas',
  file: 'pqrs-noviembre.csv',
  note: 'Esto es lo que propongo según el texto; en la revisión decides tú. Hasta entonces no empieza ningún plazo ni se entera ningún líder.',
  lines: [
    {
      label: '1 fila que no puede esperar',
      value: 'Alguien puede estar en peligro. Salen primero, y le aviso al equipo apenas se guarden.',
      style: 'attention',
    },
    { label: '1 falla de impacto medio', value: '', style: 'warning' },
    { label: '3 fallas de impacto bajo', value: '', style: 'good' },
    { label: '1 felicitación', value: '', style: 'accent' },
  ],
  end: '',
  links: [
    { title: 'Guardar para revisar', verb: 'sources.keep', id: ID },
    { title: 'No guardar', verb: 'sources.discard', id: ID },
  ],
};

const TRIAGE: TemplateData<'source-row'> = {
  id: ROW,
  heading: 'Quedan 24 por revisar',
  banner: 'PQR-2026-0101: será un caso después de las 9:32 a. m. Hasta entonces lo puedes deshacer.',
  undo: OTHER,
  levelStyle: 'warning',
  isThanks: false,
  problem: [],
  marked: [],
  proposal: 'Falla · impacto medio (propuesto)',
  origin: 'PQRS · PQR-2026-0102 · 4 de noviembre de 2026',
  words: 'Me gritaron delante de todos y me dijeron que si no entendía era problema mío.',
  rest: '',
  why: 'Por estas palabras: «Me gritaron delante de todos»',
  facts: [
    { label: 'Persona', value: 'Carlos Colaborador' },
    { label: 'Área', value: 'Servicio al afiliado' },
    { label: 'Lugar', value: 'Subsidio · Sede Calle 94' },
  ],
  receiver: [
    { text: 'Si es una falla, llega a ', weight: 'Default' },
    { text: 'Luis Líder', weight: 'Bolder' },
    { text: ' y el plazo empieza entonces.', weight: 'Default' },
  ],
  reasons: [
    { title: 'Ya está reportado', value: 'duplicate' },
    { title: 'Ya se resolvió en su canal', value: 'resolved' },
    { title: 'No es de trato ni de servicio', value: 'not-ours' },
    { title: 'No se entiende qué pasó', value: 'unclear' },
  ],
  leaders: [{ title: 'Marta Gerente', value: ID }],
  canBulk: true,
};

const LEFT = 'La cuenta de Carlos Colaborador está desactivada, así que no le puedo entregar nada.';
const KIND = 'Quiero agradecer la paciencia con mi mamá: le explicaron tres veces cómo pedir la cita.';

const THANKS: TemplateData<'source-thanks'> = {
  id: ROW,
  title: 'Enviar la felicitación',
  standalone: false,
  problem: [],
  marked: [],
  whole: '',
  people: [
    { title: 'Carlos Colaborador', value: ID },
    { title: 'Julia Jiménez', value: '00000000-0000-4000-8000-00000000c0df' },
  ],
  likely: ID,
  personLabel: 'Otra persona',
  person: '',
  message: KIND,
  attribute: 'escucha-comunicacion',
  attributes: [
    {
      title: 'Escucha y comunicación',
      value: 'escucha-comunicacion',
      behaviours: 'Escuchar activamente. Comunicación asertiva, abierta y cálida.',
    },
    { title: 'Amabilidad', value: 'amabilidad', behaviours: 'Gestos cálidos.' },
  ],
  isPublic: false,
};

const SEVERAL: TemplateData<'source-several'> = {
  heading: '2 de impacto bajo',
  rows: [
    { title: 'Nadie saludó al llegar y la asesora siguió hablando por celular… → Luis Líder', value: ROW },
    { title: 'No me explicaron qué documentos faltaban… → equipo de humanización', value: OTHER },
  ],
  chosen: `${ROW},${OTHER}`,
};

const DIGEST: TemplateData<'source-digest'> = {
  heading: 'Tienes 2 casos nuevos de otros canales',
  note: 'El equipo de humanización los revisó y te los asignó. Cada uno tiene su plazo; también están en tu bandeja.',
  cases: [
    {
      id: ID,
      number: 'PQRS · HUM-2026-000123',
      level: 'Impacto medio',
      levelStyle: 'warning',
      words: 'Me gritaron delante de todos y me dijeron que si no entendía…',
    },
    {
      id: ID,
      number: 'Cliente incógnito · HUM-2026-000124',
      level: 'Impacto bajo',
      levelStyle: 'good',
      words: 'Nadie saludó al llegar y la asesora siguió hablando por celular…',
    },
  ],
  more: '',
};

const line = (value: string) => ({ label: 'Fila 4', value, style: 'default' as const });

export const SOURCE_SAMPLES: Samples = {
  'source-lines': {
    empty: { ...LINES, heading: 'No guardé el archivo', lines: [], links: [], file: '' },
    typical: LINES,
    longest: {
      ...LINES,
      file: long(120),
      lines: many(50, () => line(long(160))),
      end: 'Faltan 4.950 por mostrar.',
    },
    hostile: { ...LINES, file: HOSTILE, lines: [line(HOSTILE)] },
  },
  'source-row': {
    empty: {
      ...TRIAGE,
      banner: '',
      undo: '',
      why: '',
      facts: [],
      leaders: [],
      canBulk: false,
      receiver: [{ text: 'Si es una felicitación, tú dices quién la recibe.', weight: 'Default' }],
      isThanks: true,
      levelStyle: 'accent',
      proposal: 'Parece una felicitación (propuesto)',
      words: KIND,
      problem: [{ text: LEFT, weight: 'Default' }],
    },
    typical: TRIAGE,
    longest: {
      ...TRIAGE,
      banner: long(200),
      origin: long(200),
      words: long(300),
      rest: long(4_000),
      why: long(900),
      facts: TRIAGE.facts.map((fact) => ({ ...fact, value: long(120) })),
      leaders: many(40, () => ({ title: long(80), value: ID })),
    },
    hostile: {
      ...TRIAGE,
      banner: HOSTILE,
      origin: HOSTILE,
      words: HOSTILE,
      rest: HOSTILE,
      why: HOSTILE,
      facts: [{ label: 'Persona', value: HOSTILE }],
      receiver: [{ text: HOSTILE, weight: 'Bolder' }],
      isThanks: true,
      problem: [{ text: HOSTILE, weight: 'Bolder' }],
      marked: [{ text: HOSTILE, marked: true }],
    },
  },
  'source-thanks': {
    empty: {
      ...THANKS,
      people: [],
      likely: '',
      personLabel: '¿A quién le llega?',
      message: '',
      attribute: '',
      standalone: true,
    },
    typical: THANKS,
    longest: {
      ...THANKS,
      problem: [{ text: long(200), weight: 'Default' }],
      marked: [{ text: long(60), marked: true }],
      whole: long(4_000),
      people: many(8, (at) => ({ title: long(80), value: `${ID}${at}` })),
      message: long(500),
      attributes: many(9, (at) => ({ title: long(60), value: `a${at}`, behaviours: long(200) })),
    },
    hostile: {
      ...THANKS,
      standalone: true,
      problem: [{ text: HOSTILE, weight: 'Bolder' }],
      marked: [{ text: HOSTILE, marked: true }],
      whole: HOSTILE,
      message: HOSTILE,
    },
  },
  'source-several': {
    empty: { ...SEVERAL, chosen: '' },
    typical: SEVERAL,
    longest: {
      ...SEVERAL,
      rows: many(10, () => ({ title: long(160), value: ROW })),
      chosen: many(10, () => ROW).join(','),
    },
    hostile: SEVERAL,
  },
  'source-digest': {
    empty: { ...DIGEST, cases: [] },
    typical: DIGEST,
    longest: {
      ...DIGEST,
      cases: many(10, () => ({
        id: ID,
        number: long(60),
        level: 'Impacto alto',
        levelStyle: 'attention' as const,
        words: long(81),
      })),
      more: 'Y 35 más en tu bandeja.',
    },
    hostile: {
      ...DIGEST,
      cases: [{ id: ID, number: 'PQRS', level: 'Impacto alto', levelStyle: 'attention', words: HOSTILE }],
    },
  },
};
