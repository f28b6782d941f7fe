import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const indicatorCommands: readonly Command[] = [
  {
    purpose: 'indicators',
    phrases: ['indicadores', 'indicators'],
    help: [
      { for: 'leader', order: 35, line: (language) => textIn(language).help.leader },
      { for: 'humanization', order: 35, line: (language) => textIn(language).help.team },
    ],
  },
];
