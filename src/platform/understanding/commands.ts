/** The exact commands that the help card shows, and their plainest variants. All else is for the model. */
import { phrase } from '../text/phrase.js';
import type { Purpose } from './intents.js';

const COMMANDS: Partial<Record<Purpose, (folded: string) => boolean>> = {
  report: phrase('reportar', 'reportar una falla', 'report', 'report a failure'),
  'cases.mine': phrase('mis casos', 'my cases'),
  inbox: phrase('bandeja', 'inbox'),
  team: phrase('equipo', 'team'),
  'cases.all': phrase('casos', 'todos los casos', 'cases', 'all cases'),
  export: phrase('exportar', 'export'),
  confidentiality: phrase('es anónimo', 'is it anonymous'),
  privacy: phrase('mis datos', 'my data'),
  attendance: phrase('asistencia', 'registrar asistencia', 'registrar mi asistencia', 'attendance'),
  'training.new': phrase('capacitación', 'nueva capacitación', 'training', 'new training'),
  'training.mine': phrase('mis capacitaciones', 'my trainings'),
  indicators: phrase('indicadores', 'indicators'),
  recognise: phrase('reconocer', 'recognise'),
  'recognitions.mine': phrase('mis reconocimientos', 'my recognitions'),
  person: phrase('hablar con una persona', 'talk to a person'),
  help: phrase('ayuda', 'menú', 'help', 'menu'),
  cancel: phrase('cancelar', 'cancel'),
  language: phrase('english', 'español', 'inglés', 'spanish'),
  superior: phrase('mi superior', 'mi jefe', 'mi jefa', 'my superior', 'my boss'),
  questions: phrase('preguntas', 'questions'),
  'data-requests': phrase('solicitudes', 'requests'),
  coverage: phrase('cobertura', 'coverage'),
  accesses: phrase(
    'accesos',
    'ver accesos',
    'accesos caso',
    'accesos al caso',
    'accesos del caso',
    'accesses',
  ),
};

/** @param folded a text that `fold` has folded. */
export function commandOf(folded: string): Purpose | undefined {
  const found = Object.entries(COMMANDS).find(([, matches]) => matches(folded));
  return found?.[0] as Purpose | undefined;
}
