import { textIn } from '../../../platform/text/catalogue.js';
import type { Command } from '../../../platform/understanding/commands.js';

export const reportCommands: readonly Command[] = [
  {
    purpose: 'report',
    phrases: ['reportar', 'reportar una falla', 'report', 'report a failure'],
    help: [{ for: 'everybody', order: 10, line: (language) => textIn(language).cases.help.report }],
  },
  {
    purpose: 'confidentiality',
    phrases: ['es anónimo', 'is it anonymous'],
    help: [{ for: 'everybody', order: 30, line: (language) => textIn(language).cases.help.confidentiality }],
  },
  {
    purpose: 'cancel',
    phrases: ['cancelar', 'cancel'],
    help: [],
  },
];
