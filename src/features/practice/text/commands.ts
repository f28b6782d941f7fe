import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const practiceCommands: readonly Command[] = [
  {
    purpose: 'practice',
    phrases: ['práctica', 'práctica del día', 'practice', 'practice of the day'],
    help: [{ for: 'everybody', order: 60, line: (language) => textIn(language).help.practice }],
  },
];
