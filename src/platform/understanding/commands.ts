/** The exact commands that the help card shows, and their plainest variants. All else is for the model. */
import { phrasebook } from '../text/phrase.js';
import type { Purpose } from './intents.js';

/** @param folded a text that `fold` has folded. */
export const commandOf = phrasebook<Purpose>({
  report: ['reportar', 'reportar una falla', 'report', 'report a failure'],
  'cases.mine': ['mis casos', 'my cases'],
  'commitments.mine': ['mis compromisos', 'compromisos', 'my commitments', 'commitments'],
  inbox: ['bandeja', 'inbox'],
  team: ['equipo', 'team'],
  'cases.all': ['casos', 'todos los casos', 'cases', 'all cases'],
  export: ['exportar', 'export'],
  confidentiality: ['es anónimo', 'is it anonymous'],
  privacy: ['mis datos', 'my data'],
  attendance: ['asistencia', 'registrar asistencia', 'registrar mi asistencia', 'attendance'],
  'attendance.mine': [
    'mis asistencias',
    'mi certificado',
    'mis certificados',
    'my attendance',
    'my certificates',
  ],
  'training.new': ['capacitación', 'nueva capacitación', 'training', 'new training'],
  'training.mine': ['mis capacitaciones', 'my trainings'],
  indicators: ['indicadores', 'indicators'],
  recognise: ['reconocer', 'recognise'],
  'recognitions.mine': ['mis reconocimientos', 'my recognitions'],
  practice: ['práctica', 'práctica del día', 'practice', 'practice of the day'],
  'recognitions.team': ['reconocimientos del equipo', 'reconocimientos de mi equipo', 'team recognitions'],
  person: ['hablar con una persona', 'talk to a person'],
  help: ['ayuda', 'menú', 'help', 'menu'],
  cancel: ['cancelar', 'cancel'],
  language: ['english', 'español', 'inglés', 'spanish'],
  superior: ['mi superior', 'mi jefe', 'mi jefa', 'my superior', 'my boss'],
  page: ['mi página', 'ver mi página', 'abrir mi página', 'my page', 'open my page'],
  questions: ['preguntas', 'questions'],
  'data-requests': ['solicitudes', 'requests'],
  coverage: ['cobertura', 'coverage'],
  accesses: ['accesos', 'ver accesos', 'accesos caso', 'accesos al caso', 'accesos del caso', 'accesses'],
});
