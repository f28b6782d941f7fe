import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const tabCommands: readonly Command[] = [
  {
    purpose: 'page',
    phrases: ['mi página', 'ver mi página', 'abrir mi página', 'my page', 'open my page'],
    help: [{ for: 'everybody', order: 100, line: (language) => textIn(language).help.page }],
  },
];
