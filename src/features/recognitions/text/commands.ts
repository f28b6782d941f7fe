import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const recognitionCommands: readonly Command[] = [
  {
    purpose: 'recognise',
    phrases: ['reconocer', 'recognise'],
    help: [{ for: 'everybody', order: 70, line: (language) => textIn(language).help.recognise }],
  },
  {
    purpose: 'recognitions.mine',
    phrases: ['mis reconocimientos', 'my recognitions'],
    help: [{ for: 'everybody', order: 80, line: (language) => textIn(language).help.mine }],
  },
  {
    purpose: 'recognitions.team',
    phrases: ['reconocimientos del equipo', 'reconocimientos de mi equipo', 'team recognitions'],
    help: [{ for: 'leader', order: 20, line: (language) => textIn(language).help.team }],
  },
  {
    purpose: 'recognitions.event',
    phrases: [
      'evento reconocimiento',
      'evento reconocimientos',
      'preparar evento reconocimiento',
      'preparar evento de reconocimiento',
      'preparar el evento de reconocimiento',
      'recognition event',
      'prepare the recognition event',
    ],
    help: [{ for: 'humanization', order: 80, line: (language) => textIn(language).help.event }],
  },
];
