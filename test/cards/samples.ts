/** Data for each template: empty, typical, longest and hostile. */

import { buttonsOf } from '../../src/features/cases/cards/case-buttons.js';
import { CASE_ACTIONS, type CaseAction } from '../../src/features/cases/cards/templates.js';
import { textIn } from '../../src/features/operations/text/catalogue.js';
import { richOf } from '../../src/platform/cards/rich.js';
import { CASE_FILE_SAMPLES } from './case-file-samples.js';
import { EVENT_SAMPLES } from './event-samples.js';
import { INDICATOR_SAMPLES } from './indicator-samples.js';
import { PRACTICE_SAMPLES } from './practice-samples.js';
import { RECOGNITION_SAMPLES } from './recognition-samples.js';
import { SOURCE_SAMPLES } from './source-samples.js';
import type { TemplateData, TemplateName } from './templates.js';
import { TRAINING_SAMPLES } from './training-samples.js';
import { HOSTILE, long, type SampleKind } from './words.js';

export type { SampleKind };

const ID = '00000000-0000-4000-8000-00000000c0de';

const links = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    title: `Sección ${at}`,
    verb: 'answer.section' as const,
    id: `seccion-${at}`,
  }));

type Samples = { [Name in TemplateName]: Record<SampleKind, TemplateData<Name>> };

const NUMBER = {
  heading: '123',
  size: 'ExtraLarge',
  style: 'attention',
  meaning: 'Emergencias',
  go: 'Llamar al 123',
  url: 'https://bot.example/llamar/emergency',
  does: '',
} as const;

export const SAMPLES: Samples = {
  ...EVENT_SAMPLES,
  ...RECOGNITION_SAMPLES,
  ...TRAINING_SAMPLES,
  ...INDICATOR_SAMPLES,
  ...PRACTICE_SAMPLES,
  ...SOURCE_SAMPLES,
  ...CASE_FILE_SAMPLES,
  welcome: {
    empty: { greeting: '', leader: false, examples: [], everything: [], authorisation: '' },
    typical: {
      greeting: 'Hola, Ana',
      leader: false,
      examples: ['¿Cuáles son los ejes?', '¿Qué es DEIP?'],
      everything: [
        { title: 'Todas las personas', lines: [{ words: '«reportar»', meaning: 'reporta una falla' }] },
        {
          title: 'Si lideras un equipo',
          lines: [{ words: '«bandeja»', meaning: 'lo que está por atender' }],
        },
      ],
      authorisation: 'Al aceptar autorizas. [Aviso](https://privacy.example/)',
    },
    longest: {
      greeting: long(80),
      leader: true,
      examples: [long(120), long(120), long(120)],
      everything: Array.from({ length: 4 }, () => ({
        title: long(60),
        lines: Array.from({ length: 6 }, () => ({ words: long(50), meaning: long(100) })),
      })),
      authorisation: long(600),
    },
    hostile: {
      greeting: 'Hola',
      leader: true,
      examples: ['¿Qué es el robotismo?'],
      everything: [],
      authorisation: 'Al aceptar autorizas.',
    },
  },
  notice: {
    empty: { title: 'Título', body: '', links: [] },
    typical: {
      title: 'Reporte cancelado',
      body: 'No se envió nada.',
      links: [{ title: 'Empezar de nuevo', verb: 'report.start', id: '' }],
    },
    longest: { title: long(100), body: long(600), links: links(5) },
    hostile: { title: 'Reporte cancelado', body: 'No se envió nada.', links: [] },
  },
  possible: {
    empty: { said: 'dale', deeds: [] },
    typical: {
      said: 'dale',
      deeds: [
        { title: 'Enviar tu reporte', on: 'draft', of: 'reports', act: 'send' },
        { title: 'Reportar lo que contaste', on: 'offer', of: 'reports', act: 'affirm' },
      ],
    },
    longest: { said: long(2_000), deeds: [{ title: long(100), on: 'draft', of: 'reports', act: 'send' }] },
    hostile: { said: HOSTILE, deeds: [] },
  },
  private: {
    empty: { url: 'https://teams.example/' },
    typical: { url: 'https://teams.example/' },
    longest: { url: 'https://teams.example/' },
    hostile: { url: 'https://teams.example/' },
  },
  answer: {
    empty: answer({}),
    typical: answer({
      place: 'Ejes estratégicos › Ofrecer experiencias limpias, resolutivas y humanizadas',
      title: 'Facilidad',
      official: [
        'No demores la atención y evita reprocesos.',
        'Busca siempre dar respuestas claras y rápidas.',
      ],
      facts: ['PQRS'],
      parts: [{ id: 'x', number: 1, title: 'Una parte', line: '“Sus palabras.”' }],
      explanation: 'Que nadie tenga que volver por lo mismo.',
      examples: ['En droguería, se revisa la fórmula completa antes de dar el turno.'],
      webLinks: [{ title: 'Abrir la intranet', url: 'https://intranet.example/' }],
      canReport: true,
      neighbours: links(3),
      feedback: 'comment',
    }),
    longest: answer({
      place: long(200),
      title: long(100),
      official: [800, 800, 800, 800].map((length) => long(length)),
      facts: Array.from({ length: 10 }, () => long(80)),
      parts: Array.from({ length: 7 }, (_, at) => ({
        number: at + 1,
        title: long(100),
        id: 'x',
        line: long(200),
      })),
      explanation: long(420),
      examples: [long(220), long(220), long(220)],
      examplesShown: true,
      neighbours: links(3),
      feedback: 'thanks',
    }),
    hostile: answer({ official: ['Sin trampas.'] }),
  },
  article: {
    empty: article({}),
    typical: article({
      title: 'Un usuario me grita',
      answer: 'Deja que saque el enojo y responde en voz baja.',
      points: ['Tu jefe puede ayudarte.'],
      steps: [{ number: 1, step: 'Mira a la persona.' }],
      say: ['Entiendo que esto le molesta.'],
      avoid: ['Decir «cálmese».'],
      next: [{ title: 'Reportar una falla', verb: 'report.start' }],
      sections: links(2),
      feedback: 'comment',
    }),
    longest: article({
      title: long(100),
      answer: long(400),
      points: Array.from({ length: 9 }, () => long(400)),
      steps: Array.from({ length: 6 }, (_, at) => ({ number: at + 1, step: long(400) })),
      say: Array.from({ length: 4 }, () => long(400)),
      avoid: Array.from({ length: 4 }, () => long(400)),
      sections: links(3),
      feedback: 'thanks',
    }),
    hostile: article({ points: ['Sin trampas.'] }),
  },
  quotation: {
    empty: quotation({}),
    typical: quotation({
      place: 'Ejes estratégicos › Ofrecer experiencias limpias, resolutivas y humanizadas',
      official: ['No demores la atención y evita reprocesos.'],
      facts: ['PQRS'],
    }),
    longest: quotation({
      place: long(200),
      title: long(100),
      official: [800, 800, 800, 800].map((length) => long(length)),
      facts: Array.from({ length: 10 }, () => long(80)),
      source: long(200),
    }),
    hostile: quotation({ official: ['Sin trampas.'] }),
  },
  overview: {
    empty: { title: 'La política', parts: [], source: 'Texto oficial.' },
    typical: {
      title: 'La política, en orden',
      parts: [{ id: 'objetivo', title: 'Objetivo', line: 'Promover una cultura de humanización.' }],
      source: 'Texto oficial.',
    },
    longest: {
      title: long(100),
      parts: Array.from({ length: 25 }, () => ({ id: 'x', title: long(100), line: long(400) })),
      source: long(200),
    },
    hostile: { title: 'La política', parts: [], source: 'Texto oficial.' },
  },
  'report-offer': {
    empty: { told: '', care: [], id: ID, section: '', links: [], narrative: '', authorisation: '' },
    typical: {
      told: '',
      care: [],

      id: ID,
      section: 'La política habla de esto.',
      links: links(1),
      narrative: '',
      authorisation: 'Al continuar autorizas.',
    },
    longest: {
      told: long(2_000),
      care: [
        { title: long(100), lines: [long(300), long(300)] },
        { title: long(100), lines: [long(300)] },
      ],

      id: '',
      section: long(200),
      links: links(1),
      narrative: long(8_000),
      authorisation: long(600),
    },
    hostile: {
      told: HOSTILE,
      care: [],
      id: '',
      section: '',
      links: [],
      narrative: HOSTILE,
      authorisation: '',
    },
  },
  questions: {
    empty: { groups: [], askedBack: [], opinions: [] },
    typical: {
      groups: [{ count: 3, sample: 'de cuánto es la multa', near: 'Lo más cercano: Facilidad' }],
      askedBack: [
        {
          count: 2,
          offered: 'Ver o corregir mis datos · Preguntar por la política',
          chosen: 'Preguntar por la política: 1',
          sample: 'eso dónde queda',
        },
      ],
      opinions: [{ title: 'Facilidad', useful: 4, useless: 2, comments: ['muy largo'] }],
    },
    longest: {
      groups: Array.from({ length: 10 }, () => ({ count: 999, sample: long(500), near: long(120) })),
      askedBack: Array.from({ length: 10 }, () => ({
        count: 999,
        offered: long(120),
        chosen: long(120),
        sample: long(500),
      })),
      opinions: Array.from({ length: 10 }, () => ({
        title: long(100),
        useful: 999,
        useless: 999,
        comments: [long(500), long(500), long(500)],
      })),
    },
    hostile: {
      groups: [{ count: 1, sample: HOSTILE, near: '' }],
      askedBack: [{ count: 1, offered: '', chosen: '', sample: HOSTILE }],
      opinions: [{ title: 'Facilidad', useful: 0, useless: 1, comments: [HOSTILE] }],
    },
  },
  suggestions: {
    empty: { sections: [], narrative: '' },
    typical: { sections: links(3), narrative: 'me atendió de mala gana' },
    longest: { sections: links(3).map((link) => ({ ...link, title: long(100) })), narrative: long(8_000) },
    hostile: { sections: links(1), narrative: HOSTILE },
  },
  abstention: {
    empty: { isKept: false, isPrivate: false, nearest: [], webLinks: [] },
    typical: { isKept: true, isPrivate: true, nearest: links(3), webLinks: [] },
    longest: {
      isKept: true,
      isPrivate: true,
      nearest: links(3).map((link) => ({ ...link, title: long(100) })),
      webLinks: [{ title: 'Abrir el chat en privado', url: 'https://teams.example/' }],
    },
    hostile: { isKept: false, isPrivate: true, nearest: [], webLinks: [] },
  },
  choices: {
    empty: { id: '', said: '', choices: [], nearest: [] },
    typical: {
      id: '1732550000000',
      said: 'y eso cómo lo veo',
      choices: [
        { intent: 'cases.mine', title: 'Ver cómo va lo que reporté' },
        { intent: 'policy', title: 'Preguntar por la política' },
      ],
      nearest: links(2),
    },
    longest: {
      id: 'a'.repeat(100),
      said: long(8_000),
      choices: [
        { intent: 'report', title: long(60) },
        { intent: 'tell', title: long(60) },
        { intent: 'policy', title: long(60) },
      ],
      nearest: links(3).map((link) => ({ ...link, title: long(100) })),
    },
    hostile: { id: '1', said: HOSTILE, choices: [{ intent: 'help', title: 'Ayuda' }], nearest: [] },
  },
  danger: {
    empty: danger({}),
    typical: danger({
      helps: [
        {
          heading: 'En confidencia',
          size: 'Default',
          style: 'emphasis',
          meaning: 'Tu jefe no se entera.',
          go: 'Reportar en confidencia',
          url: '',
          does: 'protected',
        },
        NUMBER,
      ],
      narrative: 'mi jefe me grita todos los días',
    }),
    longest: danger({ title: long(120), advice: long(300), offersReport: true, narrative: long(4_000) }),
    hostile: danger({ offersReport: true, narrative: HOSTILE }),
  },
  line: {
    empty: line({ line: '' }),
    typical: line({}),
    longest: line({ line: long(160), needHelp: long(40) }),
    hostile: line({ kind: 'self-harm', others: 'true' }),
  },
  person: {
    empty: { intro: '', chats: [], contacts: [], webLinks: [], urgent: '' },
    typical: {
      intro: 'Estas personas te pueden escuchar:',
      chats: [{ title: 'Escribirle a Hugo', url: 'https://teams.microsoft.com/l/chat/0/0?users=hugo' }],
      contacts: [{ name: 'Comité de convivencia', value: '601 555 0100' }],
      webLinks: [{ title: 'Línea ética', url: 'https://etica.example/' }],
      urgent: 'Si alguien está en peligro ahora, llama al 123.',
    },
    longest: {
      intro: long(200),
      chats: Array.from({ length: 5 }, () => ({ title: long(80), url: 'https://teams.example/' })),
      contacts: Array.from({ length: 5 }, () => ({ name: long(80), value: long(80) })),
      webLinks: Array.from({ length: 5 }, () => ({ title: long(80), url: 'https://etica.example/' })),
      urgent: long(100),
    },
    hostile: { intro: '', chats: [], contacts: [], webLinks: [], urgent: '' },
  },
  superior: {
    empty: { title: '', name: '', body: '', note: '', links: [] },
    typical: {
      title: 'Tu superior inmediato',
      name: 'Luis Líder',
      body: 'Así aparece en el directorio.',
      note: 'Hoy no está: le llega a Diana.',
      links: [{ title: 'Esa persona no es mi superior', verb: 'superior.wrong', id: '' }],
    },
    longest: { title: long(100), name: long(120), body: long(400), note: long(300), links: links(1) },
    hostile: { title: 'Tu superior inmediato', name: HOSTILE, body: '', note: HOSTILE, links: [] },
  },
  'answer-here': {
    empty: { answer: '', purpose: 'tell', questions: [] },
    typical: { answer: 'Fue el martes a las tres', purpose: 'tell', questions: [waiting({})] },
    longest: {
      answer: long(2_000),
      purpose: 'tell',
      questions: [1, 2, 3].map(() => waiting({ question: long(2_000), note: long(80), intro: long(160) })),
    },
    hostile: {
      answer: HOSTILE,
      purpose: 'tell',
      questions: [waiting({ question: HOSTILE, intro: HOSTILE })],
    },
  },
  'report-quote': {
    empty: quoting({}),
    typical: quoting({
      quote: 'Que espere, para eso le pagan.',
      other:
        'Este es un reporte aparte. Tienes otro sin enviar, del 24 de noviembre, 9:30 a. m., que sigue como lo dejaste en tu chat con Humanización.',
      author: ID,
      authors: [{ title: 'Es sobre quien lo escribió: Carlos Colaborador', isConcerned: false }],
      authorisation: 'Al continuar autorizas. [Aviso](https://privacy.example/)',
    }),
    longest: quoting({
      problem: long(200),
      other: long(200),
      narrative: long(8_000),
      quote: long(8_000),
      author: ID,
      authors: [{ title: long(100), isConcerned: true }],
      authorisation: long(600),
    }),
    hostile: quoting({
      problem: 'Falta algo.',
      narrative: HOSTILE,
      quote: HOSTILE,
      authors: [{ title: 'Es sobre quien lo escribió: Ana', isConcerned: false }],
    }),
  },
  'report-describe': {
    empty: description({ narrative: '', place: '', occurredOn: '', efforts: '', problem: '' }),
    typical: description({
      narrative: 'Le gritaron a una usuaria en la ventanilla.',
      place: 'Sede Suba',
      occurredOn: '2026-11-23',
      efforts: 'emotional,time',
      problem: '',
    }),
    longest: description({
      narrative: long(8_000),
      place: long(200),
      occurredOn: '2026-11-23',
      efforts: 'emotional,cognitive,time',
      problem: long(200),
      care: [{ title: long(80), lines: [long(300)] }],
    }),
    hostile: description({
      narrative: HOSTILE,
      place: HOSTILE,
      occurredOn: '',
      efforts: '',
      problem: 'Falta algo.',
    }),
  },
  'report-confirm': {
    empty: confirmation({
      level: 'low',
      reasons: [],
      beginning: [{ text: '', marked: false }],
      unclean: '',
      told: '',
    }),
    typical: confirmation({
      level: 'high',
      reasons: [{ words: 'amenazó', clause: 'amenaza' }],
      beginning: [
        { text: 'Me ', marked: false },
        { text: 'amenazó', marked: true },
      ],
      involved: '¿Esa persona está involucrada en lo que pasó?',
      superiorInvolved: '',
      answers: [
        { title: 'Sí, que el caso no le llegue', value: 'true' },
        { title: 'No, no tiene que ver', value: 'false' },
      ],
    }),
    longest: confirmation({
      level: 'low',
      reasons: Array.from({ length: 40 }, () => ({ words: long(60), clause: long(60) })),
      recipient: `${long(60)}, ${long(60)} y ${long(60)}`,
      recipientRole: 'quienes reciben los casos protegidos',
      to: 'protected.protected',
      why: long(400),
      rights: [{ title: long(60), lines: [long(300), long(300), long(300)] }],
      reroute: [{ title: 'Prefiero que vaya por mi línea', upTheLine: true }],
      beginning: [{ text: long(400), marked: false }],
      whole: Array.from({ length: 80 }, (_, at) => ({ text: long(50), marked: at % 2 === 0 })),
    }),
    hostile: confirmation({
      level: 'medium',
      reasons: [{ words: HOSTILE, clause: 'agresión verbal' }],
      beginning: [{ text: HOSTILE, marked: true }],
      recipient: HOSTILE,
      asked: [],
      inSight: [{ id: 'safetyThreat', title: 'Alguien amenazó a una persona', value: true }],
      askedOf: HOSTILE,
      reroute: [{ title: 'Prefiero la ruta protegida', upTheLine: false }],
      involved: '¿Esa persona está involucrada en lo que pasó?',
      superiorInvolved: 'true',
      answered: 'Respondiste que sí.',
      answers: [{ title: 'No, no tiene que ver', value: 'false' }],
      superior: ID,
      superiorName: HOSTILE,
    }),
  },
  case: {
    empty: caseData({ facts: [], story: [], beginning: [{ text: '', marked: false }] }),
    typical: caseData({
      who: richOf('Reportó: **Ana Colaboradora**'),
      receipt: richOf('Gracias, Ana. Ya le avisé a **Luis Líder**.'),
      due: 'Hay que responder hoy antes de las 4:30 p. m.',
      facts: [{ label: 'Reportó', value: 'Ana Colaboradora' }],
      story: [{ when: '24 de noviembre, 9:30 a. m.', what: 'Reportado por ', who: 'Ana', words: '' }],
      beginning: [{ text: 'Le gritaron a una usuaria.', marked: false }],
      ...can('accept', 'reject', 'ask', 'reclassify', 'escalate'),
    }),
    longest: caseData({
      banner: long(300),
      undo: [{ title: long(40), verb: 'case.undo' }],
      due: long(60),
      facts: Array.from({ length: 8 }, () => ({ label: 'Dato', value: long(200) })),
      story: Array.from({ length: 12 }, () => ({
        when: long(30),
        what: long(100),
        who: long(80),
        words: long(2_000),
      })),
      beginning: [{ text: long(400), marked: false }],
      whole: [{ text: long(4_000), marked: true }],
      ...can('close', 'ask', 'reclassify', 'escalate', 'reassign', 'hold', 'identify', 'place', 'health'),
      healthDue: long(80),
      nudge: long(60),
      confirm: [{ title: 'Confirmar impacto medio', level: 'medium' }],
      care: [{ title: long(80), lines: [long(300)] }],
      review: [long(60), long(100)],
      doubted: Array.from({ length: 20 }, () => long(40)),
      evidence: 5,
      back: 'cases.inbox',
    }),
    hostile: caseData({
      facts: [{ label: 'Lugar', value: HOSTILE }],
      story: [{ when: 'hoy', what: 'Aceptado por ', who: HOSTILE, words: HOSTILE }],
      beginning: [{ text: HOSTILE, marked: false }],
      ...can('add', 'withdraw', 'reply'),
      review: ['Confirma primero el nivel.'],
      doubted: [HOSTILE],
      why: [...richOf('Por qué: **amenaza**.'), { text: ` «${HOSTILE}»`, weight: 'Default' }],
      question: HOSTILE,
      who: richOf(`Reportó: **${HOSTILE}**`),
      receipt: richOf(`Ya le avisé a **${HOSTILE}**.`),
      webLinks: [{ title: 'Abrir la intranet', url: 'https://intranet.example/' }],
    }),
  },
  form: {
    empty: form({}),
    typical: form({
      verb: 'case.close',
      problem: 'Falta el resumen.',
      outcomes: [{ title: 'Proceso corregido', value: 'process' }],
      chosen: 'process',
      input: 'summary',
      label: 'Resumen para quien reportó',
    }),
    longest: form({
      standalone: true,
      problem: long(200),
      quote: long(2_000),
      meaning: long(300),
      levels: [{ title: long(80), value: 'high' }],
      people: Array.from({ length: 6 }, () => ({ title: long(80), value: ID })),
      likely: ID,
      selects: ['service', 'site', 'stage'].map((id) => ({
        id,
        label: long(40),
        value: 'farmacia',
        choices: [{ title: long(80), value: 'farmacia' }],
      })),
      confirm: [{ title: 'Confirmar impacto medio', level: 'medium' }],
      personInput: 'who',
      heading: long(40),
      asksWhat: true,
      what: long(500),
      asksDay: true,
      until: '2026-12-15',
      kind: 'pid',
      kinds: [{ title: long(80), value: 'pid' }],
      words: long(2_000),
    }),
    hostile: form({ quote: HOSTILE, words: HOSTILE }),
  },
  news: {
    empty: news({}),
    typical: news({
      lead: richOf('**Luis Líder** te pregunta por tu caso HUM-2026-000123:'),
      words: '¿A qué hora fue?',
      forms: [{ title: 'Responder', verb: 'case.reply' }],
    }),
    longest: news({
      care: [{ title: long(80), lines: [long(300)] }],
      lead: richOf(`**${long(120)}** cerró tu caso: ${long(300)}`),
      words: long(2_000),
      next: richOf(long(200)),
      forms: [1, 2].map(() => ({ title: long(40), verb: 'case.reply' })),
      taps: [{ title: long(40), verb: 'case.accept' }],
      links: [1, 2].map(() => ({ title: long(40), verb: 'case.view' })),
    }),
    hostile: news({
      lead: richOf(`**${HOSTILE}** te pregunta:`),
      words: HOSTILE,
      contact: [{ title: 'Por teléfono', words: 'Prefiero que me llamen.' }],
      confirm: [{ title: 'Confirmar impacto medio', level: 'medium' }],
    }),
  },
  'voice-form': {
    empty: voiceForm({ asksTrouble: false, readers: 'Puedes acudir a: línea ética.' }),
    typical: voiceForm({}),
    longest: voiceForm({
      standalone: true,
      problem: long(200),
      satisfied: 'partly',
      retaliation: 'true',
      comment: long(2_000),
      readers: long(600),
    }),
    hostile: voiceForm({ comment: HOSTILE, readers: HOSTILE }),
  },
  commitments: {
    empty: { title: 'Compromisos', empty: 'No hay compromisos por cumplir.', sections: [], next: '' },
    typical: {
      title: 'Compromisos',
      empty: '',
      sections: [
        { heading: 'Tus compromisos', commitments: [committed({})] },
        { heading: 'De tu equipo', commitments: [committed({ who: 'Carlos', style: 'attention' })] },
      ],
      next: 'token',
    },
    longest: {
      title: 'Compromisos',
      empty: '',
      sections: [1, 2].map(() => ({
        heading: long(40),
        commitments: [1, 2, 3, 4, 5].map(() => committed({ who: long(120), what: long(2_000) })),
      })),
      next: 'a'.repeat(200),
    },
    hostile: {
      title: 'Compromisos',
      empty: '',
      sections: [{ heading: 'Tus compromisos', commitments: [committed({ who: HOSTILE, what: HOSTILE })] }],
      next: '',
    },
  },
  accesses: {
    empty: {
      title: 'Accesos de los últimos 7 días',
      sections: [{ heading: 'Exportaciones', empty: 'No hay ninguna registrada.', lines: [] }],
      number: '',
      next: '',
    },
    typical: {
      title: 'Accesos al caso HUM-2026-000001',
      sections: [
        {
          heading: 'Quiénes lo abrieron',
          empty: 'No hay nada registrado.',
          lines: [{ who: 'Luis Líder', what: 'abrió el caso · 24 de noviembre, 9:00 a. m.' }],
        },
      ],
      number: 'HUM-2026-000001',
      next: 'page 2',
    },
    longest: {
      title: long(60),
      sections: Array.from({ length: 2 }, () => ({
        heading: long(60),
        empty: long(60),
        lines: Array.from({ length: 20 }, () => ({ who: long(80), what: long(200) })),
      })),
      number: 'HUM-2026-000001',
      next: long(500),
    },
    hostile: {
      title: 'Accesos de los últimos 7 días',
      sections: [{ heading: 'Exportaciones', empty: '', lines: [{ who: HOSTILE, what: HOSTILE }] }],
      number: '',
      next: '',
    },
  },
  export: {
    empty: {
      problem: '',
      month: '2026-11',
      levels: [{ title: 'Alto', value: 'high' }],
      states: [{ title: 'Cerrado', value: 'closed' }],
    },
    typical: {
      problem: '',
      month: '2026-11',
      levels: [{ title: 'Alto', value: 'high' }],
      states: [{ title: 'Cerrado', value: 'closed' }],
    },
    longest: {
      problem: long(200),
      month: '2026-11',
      levels: [{ title: long(80), value: 'high' }],
      states: [{ title: long(80), value: 'closed' }],
    },
    hostile: {
      problem: 'Revisa los meses.',
      month: '2026-11',
      levels: [{ title: 'Alto', value: 'high' }],
      states: [{ title: 'Cerrado', value: 'closed' }],
    },
  },
  files: {
    empty: { title: 'Archivos del caso HUM-2026-000001', files: [] },
    typical: {
      title: 'Archivos del caso HUM-2026-000001',
      files: [{ title: 'Archivo 1', name: 'foto.jpg', url: 'https://bot.example/files/x' }],
    },
    longest: {
      title: long(80),
      files: Array.from({ length: 5 }, () => ({
        title: 'Archivo 5',
        name: long(120),
        url: 'https://bot.example/files/x',
      })),
    },
    hostile: {
      title: 'Archivos',
      files: [{ title: 'Archivo 1', name: HOSTILE, url: 'https://bot.example/files/x' }],
    },
  },
  'my-data': {
    empty: { given: false, consent: 'No la has dado.', kept: [], authorisation: [], withdrawal: 'Se borra.' },
    typical: {
      given: true,
      consent: 'Autorización dada el 24 de noviembre de 2026, versión 1.',
      kept: ['2 casos que reportaste.', 'Este chat y tu idioma.'],
      authorisation: ['Responsable: Compensar.', '[Aviso](https://privacy.example/)'],
      withdrawal: 'Borro tus reportes sin enviar.',
    },
    longest: {
      given: false,
      consent: long(200),
      kept: Array.from({ length: 12 }, () => long(200)),
      authorisation: Array.from({ length: 6 }, () => long(600)),
      withdrawal: long(400),
    },
    hostile: {
      given: true,
      consent: 'Dada.',
      kept: ['1 caso.'],
      authorisation: ['Texto.'],
      withdrawal: 'Se borra.',
    },
  },
  'data-request': {
    empty: {
      number: '',
      title: 'Respuesta',
      who: '',
      due: '',
      isLate: false,
      words: '',
      answered: '',
      answer: '',
      forTeam: false,
      isOpen: false,
      typed: '',
      problem: '',
    },
    typical: {
      number: 'DAT-2026-000001',
      title: 'Solicitud DAT-2026-000001: corregir datos personales',
      who: 'Ana Colaboradora',
      due: 'Responder a más tardar el 17 de diciembre de 2026',
      isLate: false,
      words: 'Mi área ya no es Caja.',
      answered: '',
      answer: '',
      forTeam: true,
      isOpen: true,
      typed: '',
      problem: '',
    },
    longest: {
      number: `DAT-2026-${'9'.repeat(12)}`,
      title: long(80),
      who: long(120),
      due: long(80),
      isLate: true,
      words: long(2_000),
      answered: long(160),
      answer: long(2_000),
      forTeam: true,
      isOpen: true,
      typed: long(2_000),
      problem: long(200),
    },
    hostile: {
      number: 'DAT-2026-000001',
      title: 'Solicitud',
      who: HOSTILE,
      due: '',
      isLate: false,
      words: HOSTILE,
      answered: HOSTILE,
      answer: HOSTILE,
      forTeam: true,
      isOpen: false,
      typed: '',
      problem: '',
    },
  },
  'data-requests': {
    empty: { requests: [], more: '' },
    typical: {
      requests: [
        {
          number: 'DAT-2026-000001',
          who: 'Ana Colaboradora',
          due: 'Había que responder a más tardar el 20 de noviembre de 2026, y la persona sigue sin respuesta',
          isLate: true,
        },
        {
          number: 'DAT-2026-000002',
          who: 'Luis Líder',
          due: 'Responder a más tardar el 17 de diciembre de 2026',
          isLate: false,
        },
      ],
      more: '',
    },
    longest: {
      requests: Array.from({ length: 10 }, (_, at) => ({
        number: `DAT-2026-${at}`,
        who: long(120),
        due: long(120),
        isLate: true,
      })),
      more: long(100),
    },
    hostile: { requests: [{ number: 'DAT-1', who: HOSTILE, due: 'hoy', isLate: false }], more: '' },
  },
  status: {
    empty: { title: 'Cómo está el bot', verdict: 'No hay nada por mirar.', lines: [] },
    typical: {
      title: 'Cómo está el bot',
      verdict: 'Hay 1 cosa por mirar. docs/operations.md dice qué hacer.',
      lines: [
        { label: 'Versión', value: '0.2.0', todo: '', style: 'default' },
        { label: 'Instancias vivas', value: '2 instancias', todo: '', style: 'default' },
        {
          label: 'Por mirar: Trabajo apartado',
          value: '1 mensaje',
          todo: textIn('es').operations.todo.setAside,
          style: 'warning',
        },
      ],
    },
    longest: {
      title: long(60),
      verdict: long(150),
      lines: Array.from({ length: 8 }, () => ({
        label: long(80),
        value: long(120),
        todo: long(200),
        style: 'warning' as const,
      })),
    },
    hostile: {
      title: 'Cómo está el bot',
      verdict: 'No hay nada por mirar.',
      lines: [{ label: 'Versión', value: '0.2.0', todo: '', style: 'default' }],
    },
  },
  away: {
    empty: {
      problem: '',
      understood: '',
      saved: '',
      from: '',
      until: '',
      today: '2026-11-24',
      deputy: '',
      deputyName: '',
      clear: '',
    },
    typical: {
      problem: '',
      understood: 'Entendí: del lunes 30 de noviembre al viernes 4 de diciembre.',
      saved: '',
      from: '2026-11-30',
      until: '2026-12-04',
      today: '2026-11-24',
      deputy: '',
      deputyName: 'Diana Suplente',
      clear: '',
    },
    longest: {
      problem: long(200),
      understood: long(200),
      saved: long(200),
      from: '2026-11-30',
      until: '2027-01-15',
      today: '2026-11-24',
      deputy: 'a'.repeat(36),
      deputyName: long(120),
      clear: long(40),
    },
    hostile: {
      problem: '',
      understood: '',
      saved: '',
      from: '2026-11-30',
      until: '2027-01-15',
      today: '2026-11-24',
      deputy: 'diana',
      deputyName: HOSTILE,
      clear: 'Ya volví',
    },
  },
  'away-saved': {
    empty: { title: 'Listo', deputy: '', lines: [], clear: 'Ya volví' },
    typical: {
      title: 'Listo: quedas ausente del lunes 30 de noviembre al viernes 4 de diciembre',
      deputy: 'Diana Suplente',
      lines: ['Antes del lunes 30 de noviembre no cambia nada.', 'Los que ya tienes siguen contigo.'],
      clear: 'Cancelar la ausencia',
    },
    longest: { title: long(120), deputy: long(120), lines: Array(5).fill(long(250)), clear: long(40) },
    hostile: { title: 'Listo', deputy: HOSTILE, lines: ['Nada más.'], clear: 'Ya volví' },
  },
  link: {
    empty: { url: 'https://bot.example/app/entrar/a' },
    typical: { url: 'https://bot.example/app/entrar/dGhpcy1pcy1hLWtleS0xMjM' },
    longest: { url: `https://bot.example/app/entrar/${'a'.repeat(22)}?parte=${'b'.repeat(30)}` },
    hostile: { url: 'https://bot.example/app/entrar/x?parte=%22%3E%3Cscript%3E' },
  },
  'case-list': {
    empty: caseList({ title: 'Mis casos', empty: 'Nada por aquí.', verb: 'cases.mine', cases: [], next: '' }),
    typical: caseList({ title: 'Mis casos', empty: '', verb: 'cases.mine', cases: listed(2), next: '' }),
    longest: caseList({
      title: long(60),
      empty: '',
      verb: 'cases.inbox',
      note: long(300),
      cases: listed(5),
      next: 'a'.repeat(500),
    }),
    hostile: caseList({ title: 'Bandeja', empty: '', verb: 'cases.inbox', cases: listed(1), next: '${x}"}' }),
  },
};

/** The buttons of a case on which these actions are possible. */
function can(...actions: CaseAction[]) {
  const possible = Object.fromEntries(CASE_ACTIONS.map((action) => [action, actions.includes(action)]));
  return buttonsOf(possible as Record<CaseAction, boolean>, undefined, textIn('es').cases);
}

function caseList(
  data: Pick<TemplateData<'case-list'>, 'title' | 'empty' | 'verb' | 'cases' | 'next'> & { note?: string },
): TemplateData<'case-list'> {
  return {
    level: 'any',
    state: 'any',
    month: '2026-11',
    levels: [{ title: '▲ Impacto ALTO', value: 'high' }],
    states: [{ title: 'Cerrado', value: 'closed' }],
    hasFilters: data.cases.length > 1,
    note: '',
    section: 'casos',
    ...data,
  };
}

function line(changes: Partial<TemplateData<'line'>>): TemplateData<'line'> {
  return {
    line: 'Si alguien está en peligro, puedes llamar al 123.',
    needHelp: 'Necesito ayuda ya',
    kind: 'medical',
    danger: 'emergency',
    others: 'false',
    ...changes,
  };
}

function danger(changes: Partial<TemplateData<'danger'>>): TemplateData<'danger'> {
  return {
    title: 'Primero la vida: llama ya',
    helps: [NUMBER],
    advice: 'Ponte a salvo.',
    offersPerson: true,
    offersReport: false,
    narrative: '',
    ...changes,
  };
}

function waiting(
  changes: Partial<TemplateData<'answer-here'>['questions'][number]>,
): TemplateData<'answer-here'>['questions'][number] {
  return {
    id: ID,
    revision: 3,
    intro: 'Pregunta por el caso HUM-2026-000001 · Luis Líder',
    question: '¿A qué hora fue?',
    note: 'Va sin tu nombre.',
    send: 'Sí, enviarla',
    ...changes,
  };
}

function answer(data: Partial<TemplateData<'answer'>>): TemplateData<'answer'> {
  return {
    id: 'x',
    place: '',
    title: 'Sección',
    official: [],
    facts: [],
    parts: [],
    explanation: '',
    examples: [],
    examplesShown: false,
    webLinks: [],
    canReport: false,
    source: 'Texto oficial.',
    neighbours: [],
    narrative: '',
    feedback: 'ask',
    ...data,
  };
}

function article(data: Partial<TemplateData<'article'>>): TemplateData<'article'> {
  return {
    id: 'process:x',
    title: 'Artículo',
    answer: 'Así funciona.',
    points: [],
    steps: [],
    say: [],
    avoid: [],
    next: [],
    sections: [],
    source: 'Lo explica el bot.',
    feedback: 'ask',
    ...data,
  };
}

function quotation(data: Partial<TemplateData<'quotation'>>): TemplateData<'quotation'> {
  return {
    place: '',
    title: 'Facilidad',
    official: [],
    facts: [],
    source: 'Entre comillas, el texto oficial.',
    links: [{ title: 'Abrir el chat en privado', url: 'https://teams.microsoft.com/l/chat/0/0?users=28:x' }],
    ...data,
  };
}

function quoting(data: Partial<TemplateData<'report-quote'>>): TemplateData<'report-quote'> {
  return {
    id: ID,
    problem: '',
    other: '',
    narrative: '',
    quote: '',
    author: '',
    authors: [],
    authorisation: '',
    ...data,
  };
}

function description(
  data: Pick<TemplateData<'report-describe'>, 'narrative' | 'place' | 'occurredOn' | 'efforts' | 'problem'> &
    Partial<TemplateData<'report-describe'>>,
): TemplateData<'report-describe'> {
  return {
    id: ID,
    topic: 'behaviour',
    source: 'moment-of-truth',
    today: '2026-11-24',
    confidential: 'false',
    details: data.place !== '',
    retaliation: false,
    inConfidence: false,
    care: [],
    authorisation: data.problem === '' ? 'Al continuar autorizas. [Aviso](https://privacy.example/)' : '',
    ...data,
  };
}

function confirmation(
  data: Pick<TemplateData<'report-confirm'>, 'level' | 'reasons' | 'beginning'> &
    Partial<TemplateData<'report-confirm'>>,
): TemplateData<'report-confirm'> {
  return {
    id: ID,
    problem: '',
    care: [{ title: 'Llama ya', lines: ['Línea 123: emergencias.'] }],
    whole: [],
    review: 'Quien atienda el caso confirmará primero este nivel.',
    mayBeLess: true,
    lessSevere: false,
    topic: 'behaviour',
    efforts: 'emotional,time',
    touches: 'frialdad',
    touchable: [{ title: 'La frialdad', value: 'frialdad' }],
    asks: 'Dos preguntas de seguridad',
    asked: [
      { id: 'safetyThreat', title: 'Alguien amenazó o intimidó a una persona', value: false },
      { id: 'safetyHarm', title: 'La salud o la seguridad de alguien está en riesgo', value: false },
    ],
    inSight: [],
    says: 'Por tu relato: hubo contacto físico agresivo.',
    known: [{ id: 'safetyPhysical', title: 'Hubo golpes', value: true }],
    involved: '',
    askedOf: 'Luis Líder',
    askedOfRole: 'tu superior inmediato',
    superiorInvolved: 'false',
    answered: '',
    answers: [{ title: 'Está involucrada en lo que pasó', value: 'true' }],
    to: ID,
    why: '',
    rights: [],
    upTheLine: false,
    reroute: [],
    superior: '',
    superiorName: '',
    levelStyle: 'attention',
    levelTitle: 'Impacto propuesto',
    levelDefinition: 'La definición de la política.',
    levels: [{ title: 'Alto', value: 'high' }],
    recipient: 'Luis Líder',
    recipientRole: 'tu superior inmediato',
    confidential: true,
    unclean: 'Un archivo va tal como lo enviaste.',
    told: ID,
    ...data,
  };
}

function caseData(
  data: Pick<TemplateData<'case'>, 'facts' | 'story' | 'beginning'> & Partial<TemplateData<'case'>>,
): TemplateData<'case'> {
  return {
    id: ID,
    revision: 2,
    number: 'HUM-2026-000123',
    levelStyle: 'attention',
    levelTitle: 'Impacto ALTO',
    why: [],
    undo: [],
    progress: richOf('**Reportado, por aceptar** → Aceptado → Cerrado'),
    due: '',
    banner: '',
    receipt: [],
    who: [],
    whole: [],
    healthDue: '',
    nudge: '',
    ...can(),
    care: [],
    review: [],
    doubted: [],
    evidence: 0,
    question: '',
    webLinks: [],
    back: '',
    ...data,
  };
}

function form(data: Partial<TemplateData<'form'>>): TemplateData<'form'> {
  return {
    id: ID,
    revision: 2,
    verb: 'case.reject',
    standalone: false,
    title: 'No aceptar el caso',
    problem: '',
    quote: '',
    meaning: '',
    level: 'high',
    levels: [],
    chosen: '',
    outcomes: [],
    likely: '',
    people: [],
    selects: [],
    personInput: '',
    peopleLabel: '¿A quién?',
    heading: '',
    asksWhat: false,
    what: '',
    asksDay: false,
    until: '',
    today: '2026-11-24',
    kind: '',
    kinds: [],
    input: 'reason',
    label: '¿Por qué no corresponde?',
    placeholder: '',
    required: 'Falta la razón.',
    words: '',
    confirm: [],
    submit: 'Enviar',
    ...data,
  };
}

function voiceForm(data: Partial<TemplateData<'voice-form'>>): TemplateData<'voice-form'> {
  return {
    id: ID,
    standalone: false,
    title: 'Cuéntame cómo quedaste',
    problem: '',
    satisfied: '',
    choices: [
      { title: 'Sí', value: 'yes' },
      { title: 'En parte', value: 'partly' },
      { title: 'No', value: 'no' },
    ],
    asksTrouble: true,
    retaliation: 'false',
    comment: '',
    readers: 'Solo lo leen, con tu nombre: Paula Protección y Hernán Humanización.',
    counts: 'Si quedaste conforme o no, solo cuenta en una cifra de cinco personas o más.',
    to: 'a1b2c3',
    ...data,
  };
}

function committed(
  data: Partial<TemplateData<'commitments'>['sections'][number]['commitments'][number]>,
): TemplateData<'commitments'>['sections'][number]['commitments'][number] {
  return {
    id: `${ID}:4`,
    who: 'Tú',
    what: 'Saludar primero y decir mi nombre',
    until: 'Hasta el 15 de diciembre de 2026 · estándar de comportamiento',
    state: 'en curso',
    style: 'default',
    ...data,
  };
}

function news(data: Partial<TemplateData<'news'>>): TemplateData<'news'> {
  return {
    id: ID,
    revision: 2,
    care: [],
    lead: [],
    words: '',
    next: [],
    forms: [],
    taps: [],
    confirm: [],
    contact: [],
    links: [{ title: 'Ver el caso', verb: 'case.view' }],
    ...data,
  };
}

function listed(count: number): TemplateData<'case-list'>['cases'] {
  return Array.from({ length: count }, (_, at) => ({
    id: ID,
    number: `HUM-2026-00000${at}`,
    levelStyle: 'warning' as const,
    level: 'Impacto MEDIO',
    state: 'Reportado',
    when: 'Hay que responder mañana antes de las 10:00 a. m.',
    words: 'Le gritaron a una usuaria en la ventanilla…',
  }));
}
