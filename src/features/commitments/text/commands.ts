import { textIn } from '../../../platform/text/catalogue.js';
import type { Command } from '../../../platform/understanding/commands.js';

export const commitmentCommands: readonly Command[] = [
  {
    purpose: 'commitments.mine',
    phrases: ['mis compromisos', 'compromisos', 'my commitments', 'commitments'],
    help: [{ for: 'everybody', order: 35, line: (language) => textIn(language).cases.help.commitments }],
  },
];
