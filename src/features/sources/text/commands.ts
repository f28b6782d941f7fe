import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const sourceCommands: readonly Command[] = [
  {
    purpose: 'sources',
    phrases: ['otros canales', 'por revisar', 'other channels', 'to review'],
    help: [{ for: 'humanization', order: 70, line: (language) => textIn(language).help.sources }],
  },
];
