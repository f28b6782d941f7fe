/**
 * Models for curves and tests, as they are read from their files. They take texts apart with the spelling of their own
 * examples; those of the bot, with that of all content.
 */
import { HiddenModel } from '../../src/platform/learning/hidden-model.js';
import { LinearModel } from '../../src/platform/learning/linear-model.js';
import { Reader } from '../../src/platform/learning/reader.js';
import { Spelling } from '../../src/platform/learning/spelling.js';
import { pack } from '../pack/pack.js';
import { fitHidden, type HiddenOptions } from './fit-hidden.js';
import { type FitOptions, fitLinear } from './fit-linear.js';
import { knownWords } from './known-words.js';
import type { Example } from './prepare.js';

export const modelOf = (examples: readonly Example[], options?: FitOptions): LinearModel =>
  LinearModel.fromBytes(pack(fitLinear(examples, options)), readerOf(examples));

export const hiddenModelOf = (examples: readonly Example[], options: HiddenOptions): HiddenModel =>
  HiddenModel.fromBytes(pack(fitHidden(examples, options)), readerOf(examples));

const readerOf = (examples: readonly Example[]) =>
  new Reader(new Spelling(knownWords(examples.map(({ text }) => text))));
