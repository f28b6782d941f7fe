/** Folds what the features are called by, and what the help says of it. */
import { absenceCommands } from './features/absences/text/commands.js';
import { answerCommands } from './features/answers/text/commands.js';
import { caseCommands } from './features/cases/text/commands.js';
import { commitmentCommands } from './features/commitments/text/commands.js';
import { homeCommands } from './features/home/text/commands.js';
import { indicatorCommands } from './features/indicators/text/commands.js';
import { operationCommands } from './features/operations/text/commands.js';
import { practiceCommands } from './features/practice/text/commands.js';
import { privacyCommands } from './features/privacy/text/commands.js';
import { recognitionCommands } from './features/recognitions/text/commands.js';
import { reportCommands } from './features/reports/text/commands.js';
import { sourceCommands } from './features/sources/text/commands.js';
import { tabCommands } from './features/tab/text/commands.js';
import { trainingCommands } from './features/trainings/text/commands.js';
import type { Command } from './platform/understanding/commands.js';

export const COMMANDS: readonly Command[] = [
  ...reportCommands,
  ...caseCommands,
  ...commitmentCommands,
  ...trainingCommands,
  ...practiceCommands,
  ...recognitionCommands,
  ...privacyCommands,
  ...tabCommands,
  ...homeCommands,
  ...absenceCommands,
  ...indicatorCommands,
  ...answerCommands,
  ...sourceCommands,
  ...operationCommands,
];
