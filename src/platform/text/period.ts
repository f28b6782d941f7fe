import type { Period } from '../storage/retention.js';
import { type Language, textIn } from './catalogue.js';

/** A period of retention in words: "30 días". */
export const inWords = ({ count, unit }: Period, language: Language): string =>
  textIn(language).period[unit](count);
