/** Data for the templates of trainings. */
import type { TemplateData, TRAINING_TEMPLATES } from './templates.js';
import { HOSTILE, long, type SampleKind } from './words.js';

type Name = keyof typeof TRAINING_TEMPLATES;
type Samples = { [Each in Name]: Record<SampleKind, TemplateData<Each>> };

const ID = '00000000-0000-4000-8000-00000000c0de';
const QR = 'https://bot.example/trainings/1/qr.png?code=7F3K2Q';
const LINK = 'https://bot.example/trainings/1/attend?code=7F3K2Q';
const CHANNEL = '19:general@thread.tacv2';
const facts = (value: string) => [
  { label: 'Cuándo', value },
  { label: 'Capacita', value },
  { label: 'Lugar', value },
];
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const FORM: TemplateData<'training-form'> = {
  id: ID,
  problem: '',
  dialog: false,
  title: '',
  trainer: ID,
  trainerName: 'Teresa',
  channels: [],
  channel: '',
  day: '',
  today: '2026-11-24',
  startsAt: '',
  endsAt: '',
  place: '',
  capacity: null,
  leastMinutes: null,
  requiresCode: 'false',
};

const TRAINING: TemplateData<'training'> = {
  id: ID,
  banner: '',
  bannerStyle: 'default',
  reminder: false,
  title: 'Política',
  state: 'Registro cerrado',
  facts: [],
  qr: '',
  qrAlt: '',
  code: '',
  requiresCode: false,
  canRegister: false,
  count: 'Nadie',
  webLinks: [],
};

const DESK: TemplateData<'training-desk'> = {
  id: ID,
  banner: '',
  bannerStyle: 'good',
  title: 'Política',
  state: 'Registro cerrado',
  facts: [],
  count: 'Nadie',
  screenUrl: '',
  warnings: [],
  attendees: [],
  more: '',
  results: [],
  resultsNote: '',
  requireTitle: 'Exigir el código',
  open: false,
  canReopen: false,
  canAskCheck: false,
  tied: false,
};

const TIED: TemplateData<'meeting-tied'> = {
  id: ID,
  kind: 'Reunión desenlazada de la capacitación',
  title: 'Política',
  when: '',
  lines: [],
  tied: false,
};

const CHOOSE: TemplateData<'meeting-choose'> = {
  id: ID,
  heading: '¿De cuál?',
  problem: '',
  trainings: [{ title: 'Política', value: '0' }],
  chosen: '0',
};

const PREVIEW: TemplateData<'meeting-preview'> = {
  id: ID,
  heading: 'Informe de la reunión: nadie',
  title: 'Política',
  when: '',
  warning: '',
  lines: [],
  byName: [],
  byNameTitle: '',
  byNameLeft: '',
  unknownTitle: '',
  unknown: '',
  canKeep: false,
};

const COVERAGE: TemplateData<'coverage'> = {
  title: 'Cobertura de capacitaciones',
  summary: 'Nadie.',
  areas: [],
  note: 'Cuenta personas.',
  before: 'octubre de 2026',
  beforeMonth: '2026-10',
  after: '',
  afterMonth: '',
};

const questions = (count: number, words: string, answered: boolean) =>
  many(count, (at) => ({
    number: `Pregunta ${at + 1}`,
    words,
    input: `q${at + 1}`,
    options: many(3, (option) => ({ title: `Sección ${option}`, value: `seccion-${option}` })),
    answered,
    verdict: answered ? '✓ Correcto' : '',
  }));

export const TRAINING_SAMPLES: Samples = {
  'training-form': {
    empty: FORM,
    typical: {
      ...FORM,
      problem: 'La hora de terminar es anterior a la de empezar.',
      title: 'Política de Humanización, grupo 3',
      channels: [{ title: 'Equipo › General', value: CHANNEL }],
      channel: CHANNEL,
      day: '2026-11-24',
      startsAt: '10:00',
      endsAt: '09:00',
      place: 'Auditorio',
      capacity: 40,
    },
    longest: {
      ...FORM,
      problem: long(200),
      dialog: true,
      title: long(120),
      trainerName: long(80),
      channels: many(50, (at) => ({ title: long(80), value: `19:${at}@thread.tacv2` })),
      day: '2026-11-24',
      startsAt: '08:00',
      endsAt: '12:00',
      place: long(300),
      capacity: 20_000,
      leastMinutes: 720,
      requiresCode: 'true',
    },
    hostile: { ...FORM, title: HOSTILE, place: HOSTILE },
  },
  training: {
    empty: TRAINING,
    typical: {
      ...TRAINING,
      title: 'Política de Humanización, grupo 3',
      state: 'Registro abierto en el horario de la capacitación',
      facts: facts('martes, 24 de noviembre, 9:00 a. m. a 11:00 a. m.'),
      qr: QR,
      qrAlt: 'Código QR',
      code: '7F3K2Q',
      canRegister: true,
      count: '12 personas registradas',
      webLinks: [{ title: 'Sin Teams: formulario', url: LINK }],
    },
    longest: {
      ...TRAINING,
      banner: long(200),
      bannerStyle: 'good',
      title: long(120),
      state: long(60),
      facts: facts(long(300)),
      requiresCode: true,
      canRegister: true,
      count: long(60),
      webLinks: many(2, () => ({ title: long(40), url: LINK })),
    },
    hostile: { ...TRAINING, title: HOSTILE, facts: facts(HOSTILE) },
  },
  attendance: {
    empty: { style: 'default', heading: '', body: '', title: '', facts: [] },
    typical: {
      style: 'good',
      heading: 'Asistencia registrada',
      body: 'Quedó registrada a las 9:31 a. m., hora de Bogotá.',
      title: 'Política',
      facts: facts('Auditorio'),
    },
    longest: {
      style: 'warning',
      heading: long(80),
      body: long(300),
      title: long(120),
      facts: facts(long(300)),
    },
    hostile: { style: 'good', heading: 'Lista', body: '', title: HOSTILE, facts: facts(HOSTILE) },
  },
  'meeting-tied': {
    empty: TIED,
    typical: {
      ...TIED,
      kind: 'Reunión enlazada con la capacitación',
      title: 'Política de Humanización, grupo 3',
      when: 'martes 24 de noviembre, 9:00 a. m. a 11:00 a. m.',
      lines: [
        'Desde ahora y hasta una hora después de que termine, anoto a quien se conecte.',
        'Todo esto lo ven quien capacita y el equipo de humanización.',
      ],
      tied: true,
    },
    longest: { ...TIED, title: long(120), when: long(100), lines: many(5, () => long(300)), tied: true },
    hostile: { ...TIED, title: HOSTILE },
  },
  'training-desk': {
    empty: DESK,
    typical: {
      ...DESK,
      banner: 'Listo, publiqué la tarjeta en el canal.',
      facts: facts('Auditorio'),
      count: '2 personas registradas',
      screenUrl: LINK,
      warnings: ['Se registraron desde un mismo dispositivo: Uno, Dos'],
      attendees: many(2, (at) => ({ name: `Persona ${at}`, how: '9:31 a. m. · código por Teams' })),
      open: true,
      canAskCheck: true,
      tied: true,
    },
    longest: {
      ...DESK,
      banner: long(200),
      title: long(120),
      facts: facts(long(300)),
      count: long(60),
      screenUrl: LINK,
      warnings: many(20, () => long(300)),
      attendees: many(10, () => ({ name: long(120), how: long(120) })),
      more: long(80),
      results: many(3, () => long(200)),
      open: true,
      canAskCheck: true,
    },
    hostile: {
      ...DESK,
      title: HOSTILE,
      facts: facts(HOSTILE),
      warnings: [HOSTILE],
      attendees: [{ name: HOSTILE, how: 'botón' }],
    },
  },
  'meeting-choose': {
    empty: { ...CHOOSE, heading: '¿De cuál capacitación es?' },
    typical: {
      id: ID,
      heading: '¿De cuál capacitación es?',
      problem: 'Varias coinciden.',
      trainings: many(2, (at) => ({ title: `Política ${at} · 24 de noviembre, 9:00 a. m.`, value: `${at}` })),
      chosen: '0',
    },
    longest: {
      id: ID,
      heading: long(80),
      problem: long(200),
      trainings: many(8, (at) => ({ title: long(160), value: `${at}` })),
      chosen: '0',
    },
    hostile: { ...CHOOSE, trainings: [{ title: HOSTILE.replaceAll('MARK', ''), value: '0' }] },
  },
  'meeting-preview': {
    empty: PREVIEW,
    typical: {
      ...PREVIEW,
      heading: 'Informe de la reunión: 26 personas',
      when: 'martes, 24 de noviembre, 9:00 a. m. a 11:00 a. m.',
      lines: [
        { text: 'Agrego a 20 personas a la lista.', names: '', style: 'good' },
        {
          text: '2 personas estuvieron menos de 30 minutos.',
          names: 'Ana (12 min), Luis (3 min)',
          style: 'warning',
        },
      ],
      byName: [{ title: 'Carlos Colaborador · Servicio · 45 min', value: ID }],
      byNameTitle: 'A 1 la reconocí solo por el nombre. Márcala si es ella:',
      unknownTitle: 'A 2 no las encontré en el directorio.',
      unknown: 'Pedro (Guest), +57 300 000 0000',
      canKeep: true,
    },
    longest: {
      ...PREVIEW,
      heading: long(80),
      title: long(120),
      when: long(80),
      warning: long(120),
      lines: many(6, () => ({ text: long(200), names: long(800), style: 'warning' })),
      byName: many(50, (at) => ({ title: long(160), value: `${at}` })),
      byNameTitle: long(120),
      byNameLeft: long(120),
      unknownTitle: long(160),
      unknown: long(1_200),
      canKeep: true,
    },
    hostile: {
      ...PREVIEW,
      title: HOSTILE,
      lines: [{ text: 'Agrego a 1', names: HOSTILE, style: 'default' }],
      unknown: HOSTILE,
      unknownTitle: 'A 1 no la encontré',
    },
  },
  'my-attendance': {
    empty: { coming: [], been: [], next: '', first: true },
    typical: {
      coming: [
        {
          id: ID,
          title: 'Política de Humanización, grupo 4',
          when: '1 de diciembre de 2026, 9:00 a. m. a 11:00 a. m.',
          state: 'Todavía no empieza',
          canRemind: true,
        },
      ],
      been: [
        {
          id: ID,
          title: 'Política de Humanización, grupo 3',
          when: '24 de noviembre de 2026, 9:00 a. m. a 11:00 a. m.',
          state: 'Asististe',
          stateStyle: 'good',
          certified: true,
        },
      ],
      next: '2026-05',
      first: true,
    },
    longest: {
      coming: many(3, () => ({ id: ID, title: long(120), when: long(80), state: long(80), canRemind: true })),
      been: many(40, () => ({
        id: ID,
        title: long(120),
        when: long(80),
        state: long(100),
        stateStyle: 'warning',
        certified: true,
      })),
      next: '2026-05',
      first: true,
    },
    hostile: {
      coming: [{ id: ID, title: HOSTILE, when: '', state: '', canRemind: true }],
      been: [{ id: ID, title: HOSTILE, when: '', state: '', stateStyle: 'good', certified: true }],
      next: '',
      first: false,
    },
  },
  'training-missing': {
    empty: { id: ID, heading: 'No falta nadie', body: '', names: [], more: '', canRemind: false },
    typical: {
      id: ID,
      heading: 'Faltan 2',
      body: 'Son 6.',
      names: ['Ana', 'Luis'],
      more: '',
      canRemind: true,
    },
    longest: {
      id: ID,
      heading: long(60),
      body: long(120),
      names: many(60, () => long(100)),
      more: long(30),
      canRemind: true,
    },
    hostile: { id: ID, heading: 'Falta 1', body: '', names: [HOSTILE], more: '', canRemind: true },
  },
  'training-files': {
    empty: { webLinks: [] },
    typical: { webLinks: [{ title: 'Descargar Excel (XLSX)', url: LINK }] },
    longest: { webLinks: many(2, () => ({ title: long(60), url: LINK })) },
    hostile: { webLinks: [] },
  },
  'training-correct': {
    empty: { id: ID, title: '', problem: '', kind: 'added', contact: '', reason: '' },
    typical: {
      id: ID,
      title: 'Política',
      problem: 'Elige a la persona.',
      kind: 'removed',
      contact: '1234567',
      reason: 'No estuvo.',
    },
    longest: {
      id: ID,
      title: long(120),
      problem: long(200),
      kind: 'added',
      contact: long(120),
      reason: long(500),
    },
    hostile: { id: ID, title: HOSTILE, problem: '', kind: 'added', contact: HOSTILE, reason: HOSTILE },
  },
  'training-check': {
    empty: { id: ID, problem: '', open: false, questions: [] },
    typical: { id: ID, problem: '', open: true, questions: questions(3, '“Frase.”', false) },
    longest: { id: ID, problem: long(100), open: false, questions: questions(3, long(800), true) },
    hostile: { id: ID, problem: '', open: true, questions: questions(1, '“Frase.”', false) },
  },
  'training-list': {
    empty: { trainings: [], next: '', mayCreate: false },
    typical: {
      trainings: [{ id: ID, title: 'Política', when: '24 de noviembre, 9:00 a. m.' }],
      next: '',
      mayCreate: true,
    },
    longest: {
      trainings: many(8, () => ({ id: ID, title: long(120), when: long(40) })),
      next: 'x'.repeat(200),
      mayCreate: true,
    },
    hostile: {
      trainings: [{ id: ID, title: HOSTILE, when: '' }],
      next: HOSTILE.replaceAll('MARK', ''),
      mayCreate: true,
    },
  },
  coverage: {
    empty: COVERAGE,
    typical: { ...COVERAGE, areas: [{ area: 'Servicio al afiliado', people: '3 de 4', share: '75 %' }] },
    longest: { ...COVERAGE, areas: many(60, () => ({ area: long(80), people: long(20), share: '100 %' })) },
    hostile: { ...COVERAGE, areas: [{ area: HOSTILE, people: '', share: '' }] },
  },
};
