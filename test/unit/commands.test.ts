import assert from 'node:assert/strict';
import type { App } from '../../src/app.js';
import { readNarratives } from '../../src/features/cases/impact/narratives.js';
import { questionsIn, readKnowledge } from '../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { textIn } from '../../src/platform/text/catalogue.js';
import { bareApp } from '../support/bare-app.js';

/** Texts by the route that handles them. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  report: [
    'reportar',
    'REPORTAR!!!',
    'reportar por favor',
    'quiero hacer un reporte',
    'hola, necesito reportar una falla',
    'buenas, reportar',
    'Buenos días. Quisiera reportar una falla, gracias',
    'quiero reportar algo',
    'necesito reportar a un compañero',
    'quiero denunciar',
    'quiero denunciar a mi jefe',
    'kiero reportar',
    'quiero poner una queja',
    'me ayudas a reportar una falla?',
    'me ayuda a hacer un reporte, por favor',
    'reportarrr',
    'i want to report something',
    'i need to make a report please',
    'I’d like to report a colleague',
  ],
  mine: [
    'mis casos',
    'quiero ver mis casos por favor',
    '¿dónde veo mi caso?',
    'cómo va mi caso',
    '¿cómo va mi reporte?',
    'en qué va mi caso',
    'qué pasó con mi reporte',
    'mis reportes por fa',
    'mi caso',
    'show my cases',
    'please show me my cases',
    'how is my case going?',
  ],
  confidentiality: [
    '¿es anónimo?',
    'y esto es confidencial?',
    '¿quién ve mi reporte?',
    'quién va a ver mi nombre',
    'tengo miedo de reportar',
    'Hola, me da miedo reportar',
    '¿pueden tomar represalias?',
    'pero ¿mi jefe se va a enterar?',
    '¿puedo reportar de forma anónima?',
    'is it anonymous?',
    'I’m afraid to report',
  ],
  accesses: ['accesos', '¿Accesos?', 'quiero ver los accesos', 'access log'],
  'accesses to a case': ['accesos HUM-2026-000001', 'accesos del caso hum 2026 1', 'ver accesos hum-2026-12'],
  'case number': [
    'HUM-2026-000001',
    'hum-2026-000001',
    'caso HUM-2026-000001',
    'ver el caso HUM-2026-000001 por favor',
    '¿cómo va el caso hum-2026-000001?',
    'mi caso HUM 2026 1',
    'show me case HUM-2026-000001',
  ],
  inbox: [
    'bandeja',
    'bandeja por favor',
    'ver bandeja',
    'ver la bandeja',
    'ver mis pendientes',
    'my inbox please',
  ],
  team: ['equipo', 'ver mi equipo', 'los casos de mi equipo por favor'],
  'all cases': ['casos', 'casos por favor', 'ver los casos', 'quiero ver todos los casos'],
  export: ['exportar', 'quiero exportar casos por favor', 'exportar los casos'],
  questions: ['preguntas', 'ver las preguntas sin respuesta'],
  training: ['capacitación', 'quiero publicar una capacitación', 'crear capacitación por favor'],
  trainings: ['mis capacitaciones', 'ver mis capacitaciones por fa'],
  coverage: ['cobertura', 'ver la cobertura'],
  attendance: [
    'asistencia 7F3K2Q',
    'asistencia',
    'registrar asistencia',
    'hola, registrar asistencia por favor',
    'registrar mi asistencia por favor 7F3K2Q',
    'quiero registrar mi asistencia con el código 7F3K2Q, gracias',
  ],
  'my data': [
    'mis datos',
    'mis datos por favor',
    'ver mis datos personales',
    'borrar mis datos',
    'quiero que borren mis datos',
    'eliminar mis datos personales',
    'quiero retirar mi autorización',
    'revocar mi autorización',
    'corregir mis datos',
    'quiero descargar mis datos',
    'qué datos tienes de mí',
    'delete my data please',
    'i want to withdraw my consent',
  ],
  'data requests': ['solicitudes', 'solicitudes por favor', 'ver solicitudes', 'hola, solicitudes'],
  help: [
    'ayuda',
    'ayudaaa',
    'ayudaa',
    'ayuda por favor',
    'necesito ayuda',
    '¡Ayúdame!',
    'i need help',
    'menú',
  ],
};

/** Texts that only begin like a command or mention one: questions, narratives, refusals. */
const QUESTIONS = [
  '¿qué se reporta?',
  'cómo reporto una falla',
  '¿dónde puedo reportar una falla?',
  '¿tengo que reportar si no estoy segura?',
  'no quiero reportar',
  'quiero reportar que ayer una asesora le gritó a un usuario en la ventanilla 3',
  'quiero poner una queja porque el vigilante me empujó',
  'reportar a un compañero que humilla a los usuarios',
  'necesito ayuda con un usuario que me está amenazando',
  'mi jefe me quitó los casos',
  'mis casos nunca los atienden y el líder se burla',
  'mi caso es que la coordinadora me grita delante de todos',
  '¿cómo va el caso de la política?',
  'en la bandeja de la cafetería había comida dañada',
  'mi equipo trata mal a los usuarios',
  'equipo médico',
  'un usuario pidió ver mis datos personales y me amenazó',
  'publicaron mis datos en un grupo de WhatsApp',
  'preguntas que hace el usuario',
  '¿qué cobertura tiene el plan?',
  'gracias',
  'hola',
  'por favor',
  'quiero',
  'me ayudas',
  'hola quiero por favor',
  'en el caso HUM-2026-000001 me volvieron a gritar',
  'HUM-2026-000001 y HUM-2026-000002',
  'HUM',
  'tengo miedo',
  'mi jefe tomó represalias porque reporté',
  'me da miedo reportar al doctor porque me gritó',
  'tengo miedo de que el usuario vuelva a golpearme',
  'es confidencial la historia clínica del usuario?',
  'HUM-2026',
  'asistencia a las capacitaciones del mes',
  'cómo registro mi asistencia',
];

/** Texts of the content that are commands, and rightly so: each asks for nothing else. */
const RIGHTLY_TAKEN = ['help: qué puedes hacer', 'help: what can you do'];

describe('the route of a text', () => {
  let app: App;
  before(() => {
    app = bareApp();
  });

  for (const [route, texts] of Object.entries(COMMANDS)) {
    for (const text of texts) {
      it(`is "${route}": ${text}`, () => assert.equal(app.routeOf(text), route));
    }
  }
  for (const text of QUESTIONS) {
    it(`is a question or a narrative: ${text}`, () => assert.equal(app.routeOf(text), 'question'));
  }

  it('is a command for everything that the help names', () => {
    for (const language of ['es', 'en'] as const) {
      for (const { words } of Object.values(textIn(language).chat.everything).flatMap(({ lines }) => lines)) {
        assert.notEqual(app.routeOf(words.slice(1, -1)), 'question', words);
      }
    }
  });

  it('is a question for all of the content, except texts that only ask for a command', () => {
    const { phrasings, others } = questionsIn(readKnowledge(readPolicy()));
    const { failures, none } = readNarratives();
    const texts = [...phrasings, ...others, ...failures.map(({ text }) => text), ...none];
    const taken = texts.flatMap((text) => {
      const route = app.routeOf(text);
      return route === 'question' ? [] : [`${route}: ${text}`];
    });
    assert.deepEqual([...new Set(taken)].sort(), [...RIGHTLY_TAKEN].sort());
  });
});
