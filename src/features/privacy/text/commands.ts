import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const privacyCommands: readonly Command[] = [
  {
    purpose: 'privacy',
    phrases: ['mis datos', 'my data'],
    help: [{ for: 'everybody', order: 90, line: (language) => textIn(language).help.mine }],
  },
  {
    purpose: 'data-requests',
    phrases: ['solicitudes', 'requests'],
    help: [{ for: 'humanization', order: 40, line: (language) => textIn(language).help.requests }],
  },
];
