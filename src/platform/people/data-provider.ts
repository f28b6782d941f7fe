import type { Language } from '../text/catalogue.js';

/** The words for the codes in a field, by field. */
export type CodeWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A part of the bot that stores personal data and can return all of it. */
export interface DataProvider {
  /** The key of its text in the catalogue, `privacy.kept`. */
  readonly name: string;
  /** Returns everything that is stored about a person, as plain objects for JSON. Moments are ISO 8601. */
  dataOf(personId: string): Promise<object[]>;
  /** The words for the codes that only it has. */
  wordsOf?(language: Language): CodeWords;
  /** Counts the objects, when that is faster than reading them. */
  countOf?(personId: string): Promise<number>;
}
