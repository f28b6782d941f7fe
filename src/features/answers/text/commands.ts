import type { Command } from '../../../platform/understanding/commands.js';
import { textIn } from './catalogue.js';

export const answerCommands: readonly Command[] = [
  {
    purpose: 'questions',
    phrases: ['preguntas', 'questions'],
    help: [{ for: 'humanization', order: 50, line: (language) => textIn(language).help.questions }],
  },
];
