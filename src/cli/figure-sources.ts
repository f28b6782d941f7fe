/** What counts for the indicators, for commands. */
import { answerFigures } from '../features/answers/index.js';
import { caseFiguresAnew } from '../features/cases/index.js';
import { practiceFigures } from '../features/practice/index.js';
import { recognitionFigures } from '../features/recognitions/index.js';
import { trainingFigures } from '../features/trainings/index.js';
import { voiceFiguresAnew } from '../features/voices/index.js';
import type { FigureSource } from '../platform/figures/source.js';
import type { Signer } from '../platform/storage/signer.js';
import type { Tables } from '../platform/storage/tables.js';
import { openDirectory, openEveryone } from './storage.js';

export function figureSources(tables: Tables, signer: Signer): FigureSource[] {
  const everyone = openEveryone(tables);
  const directory = openDirectory(tables);
  return [
    caseFiguresAnew({ tables, signer, directory, voices: voiceFiguresAnew({ tables, directory }) }),
    trainingFigures({ tables, everyone }),
    answerFigures({ tables }),
    recognitionFigures({ tables, everyone }),
    practiceFigures({ tables }),
  ];
}
