import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const absenceCommands: readonly Command[] = [
  {
    purpose: 'away',
    phrases: [],
    help: [{ for: 'leader', order: 40, line: (language) => textIn(language).help.away }],
  },
  {
    purpose: 'back',
    phrases: [],
    help: [{ for: 'leader', order: 50, line: (language) => textIn(language).help.back }],
  },
];
