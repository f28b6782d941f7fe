import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const homeCommands: readonly Command[] = [
  {
    purpose: 'superior',
    phrases: ['mi superior', 'mi jefe', 'mi jefa', 'my superior', 'my boss'],
    help: [{ for: 'everybody', order: 110, line: (language) => textIn(language).help.superior }],
  },
  {
    purpose: 'person',
    phrases: ['hablar con una persona', 'talk to a person'],
    help: [{ for: 'everybody', order: 120, line: (language) => textIn(language).help.person }],
  },
  {
    purpose: 'language',
    phrases: ['english', 'español', 'inglés', 'spanish'],
    help: [{ for: 'everybody', order: 130, line: (language) => textIn(language).help.language }],
  },
  {
    purpose: 'help',
    phrases: ['ayuda', 'menú', 'help', 'menu'],
    help: [],
  },
];
