import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const operationCommands: readonly Command[] = [
  {
    purpose: 'status',
    phrases: [
      'estado',
      'estado del bot',
      'estado del sistema',
      'cómo está el bot',
      'cómo va el bot',
      'status',
      'bot status',
      'status of the bot',
      'how is the bot',
    ],
    help: [{ for: 'admin', order: 10, line: (language) => textIn(language).help.status }],
  },
];
