import assert from 'node:assert/strict';
import { COMMANDS } from '../../../../src/commands.js';
import { ROLES } from '../../../../src/platform/people/person.js';
import type { Purpose } from '../../../../src/platform/understanding/intents.js';
import { loadUnderstand } from '../../../../src/platform/understanding/load.js';

/** What people write, by what it is for. */
const EVERYDAY: Partial<Record<Purpose, readonly string[]>> = {
  report: [
    'reportar',
    'REPORTAR!!!',
    'quiero hacer un reporte',
    'hola, necesito reportar una falla',
    'Buenos días. Quisiera reportar una falla, gracias',
    'kiero reportar',
    'tengo una queja',
    'quiero hacer un reclamo',
    'necesito denunciar un maltrato',
    'me ayuda a hacer un reporte, por favor',
    'i want to report something',
  ],
  'cases.mine': [
    'mis casos',
    '¿dónde veo mi caso?',
    '¿cómo va mi reporte?',
    'qué pasó con lo que reporté',
    'how is my case going?',
    'HUM-2026-000001',
    '¿cómo va el caso hum-2026-000001?',
  ],
  'commitments.mine': [
    'mis compromisos',
    'compromisos',
    '¿a qué me comprometí?',
    'ya cumplí lo que acordé con mi jefe',
    'los compromisos de mi equipo',
  ],
  confidentiality: [
    '¿es anónimo?',
    '¿quién ve mi reporte?',
    'tengo miedo de reportar',
    '¿pueden tomar represalias?',
    'pero ¿mi jefe se va a enterar?',
    'is it anonymous?',
  ],
  inbox: ['bandeja', 'ver mis pendientes', 'qué casos tengo por decidir'],
  team: ['equipo', 'los casos de mi equipo por favor'],
  'cases.all': ['casos', 'quiero ver todos los casos'],
  export: ['exportar', 'quiero exportar los casos a excel'],
  questions: ['preguntas'],
  'data-requests': ['solicitudes', 'solicitudes por favor'],
  coverage: ['cobertura', 'ver la cobertura'],
  'training.new': ['capacitación', 'quiero publicar una capacitación'],
  'training.mine': ['mis capacitaciones', 'ver mis capacitaciones por fa'],
  'attendance.mine': ['mis asistencias', 'mi certificado', 'a qué capacitaciones he ido', 'my certificates'],
  attendance: ['asistencia 7F3K2Q', 'asistencia', 'G474QH', 'registrar mi asistencia por favor'],
  privacy: ['mis datos', 'quiero que borren mis datos', 'qué datos tienes de mí', 'delete my data please'],
  person: ['quiero hablar con una persona', 'necesito un humano, no un robot'],
  help: ['ayuda', 'menú', 'qué puedes hacer', 'what can you do'],
  cancel: ['cancelar', 'no, mejor déjalo así'],
  superior: ['mi jefe', '¿quién es mi superior?', 'esa no es mi jefa'],
  language: ['english', 'can we speak in english please'],
  away: ['me voy de vacaciones la otra semana', 'mañana no estoy'],
  back: ['ya volví', 'ya regresé de vacaciones'],
  tell: [
    'ayer una asesora le gritó a un usuario en la ventanilla 3',
    'lo del caso HUM-2026-000001 volvió a pasar: al señor le cancelaron otra vez la cita y nadie le avisó ni le dio otra fecha',
  ],
  policy: ['¿qué es el robotismo?', 'qué es una falla de impacto alto'],
  smalltalk: ['hola', 'gracias'],
};

const DANGER = {
  fire: ['hay un incendio'],
  medical: ['un señor se desmayó y no respira'],
  'violence-now': ['hay un tipo con un cuchillo en urgencias', 'sos', 'auxilio por favor', '🆘'],
  'self-harm': ['no quiero vivir más', 'ya no puedo más, me quiero morir'],
  harassment: ['mi jefe me humilla delante de todos, todos los días'],
  sexual: ['mi jefe me toca cuando estamos solos'],
};
const NO_DANGER = [
  'me muero de la risa',
  '¿qué dice la política sobre las agresiones?',
  'estoy muerta del cansancio jaja',
  'qué es una falla de impacto alto',
  'hola',
];

describe('what a text is for', () => {
  const understand = loadUnderstand(COMMANDS);

  for (const [purpose, texts] of Object.entries(EVERYDAY)) {
    for (const text of texts) {
      it(`is "${purpose}": ${text}`, () => assert.equal(understand(text, ROLES).purpose, purpose));
    }
  }
  for (const [kind, texts] of Object.entries(DANGER)) {
    for (const text of texts) {
      it(`is danger, before all else: ${text}`, () => {
        const { risk, isAlarming } = understand(text, []);
        assert.deepEqual([risk?.kind, isAlarming], [kind, true]);
      });
    }
  }
  for (const text of NO_DANGER) {
    it(`is no danger: ${text}`, () => assert.equal(understand(text, []).danger, undefined));
  }

  it('is danger even with the number of a case or a code in it', () => {
    for (const text of [
      'por lo del caso HUM-2026-000001 me quiero morir',
      'G474QH auxilio hay un incendio',
    ]) {
      assert.notEqual(understand(text, []).danger, undefined, text);
    }
  });

  it('is what the help says, and never a question back', () => {
    for (const language of ['es', 'en'] as const) {
      for (const { purpose, help } of COMMANDS) {
        for (const { words } of help.map(({ line }) => line(language))) {
          const understood = understand(words.slice(1, -1), ROLES);
          assert.deepEqual([understood.purpose, understood.asks], [purpose, false], words);
        }
      }
    }
  });

  it('asks with one to three choices, the likeliest first, and only where it is unsure', () => {
    const { asks, alternatives, purpose, confidence } = understand('eso', ROLES);
    assert.equal(alternatives[0], purpose);
    assert.ok(alternatives.length >= 1 && alternatives.length <= 3);
    assert.equal(asks, confidence < 0.75 && asks);
  });

  it('is less likely for a role that somebody does not have', () => {
    const text = 'qué hay pendiente';
    const as = (roles: ('leader' | 'humanization')[]) => understand(text, roles);
    assert.ok(as([]).purpose !== 'inbox' || as([]).confidence < as(['leader']).confidence);
  });

  it('tells when an answer comes, and not how long writing takes, to who asks for the answer', () => {
    const articleOf = (text: string) => understand(text, []).article?.id;
    assert.equal(articleOf('¿en cuánto tiempo me responden?'), 'process:answer-times');
    assert.equal(articleOf('cuánto me demoro reportando'), 'process:how-long');
  });
});
