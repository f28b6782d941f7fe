import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const trainingCommands: readonly Command[] = [
  {
    purpose: 'attendance',
    phrases: ['asistencia', 'registrar asistencia', 'registrar mi asistencia', 'attendance'],
    help: [{ for: 'everybody', order: 40, line: (language) => textIn(language).help.attendance }],
  },
  {
    purpose: 'attendance.mine',
    phrases: ['mis asistencias', 'mi certificado', 'mis certificados', 'my attendance', 'my certificates'],
    help: [{ for: 'everybody', order: 50, line: (language) => textIn(language).help.mine }],
  },
  {
    purpose: 'training.new',
    phrases: ['capacitación', 'nueva capacitación', 'training', 'new training'],
    help: [{ for: 'trainer', order: 10, line: (language) => textIn(language).help.announce }],
  },
  {
    purpose: 'training.mine',
    phrases: ['mis capacitaciones', 'my trainings'],
    help: [{ for: 'trainer', order: 20, line: (language) => textIn(language).help.given }],
  },
  {
    purpose: 'coverage',
    phrases: ['cobertura', 'coverage'],
    help: [{ for: 'humanization', order: 60, line: (language) => textIn(language).help.coverage }],
  },
];
