import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';
import { ROOT } from '../root.js';
import { type Language, textIn as sharedTextIn } from '../text/catalogue.js';

const FOLDER = `${ROOT}cards/`;

/** A template in `cards/` and the schema of its data. */
export interface CardTemplate<Schema extends z.ZodType = z.ZodType> {
  /** The key of its texts in the catalogue. */
  name: string;
  /** The JSON that a designer edits. */
  json: object;
  schema: Schema;
  /** Tells what happened to people: its messages get Teams' sensitivity label. */
  isConfidential: boolean;
  /** What its feature says, with the texts of its templates. */
  textIn: (language: Language) => { cards: Readonly<Record<string, object>> };
  readonly compiled: Template;
}

/** The data that a template takes. */
export type DataOf<T extends CardTemplate> = z.input<T['schema']>;

/**
 * Reads a template once, when the module that uses it is loaded.
 * @param path below `cards/`, without the extension: `cases/case`.
 * @param options.isConfidential for cards that carry a case.
 * @param options.textIn what its feature says.
 * @throws Error when the file does not exist or is not JSON.
 */
export function defineTemplate<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  {
    isConfidential = false,
    textIn = sharedTextIn,
  }: Partial<Pick<CardTemplate, 'isConfidential' | 'textIn'>> = {},
): CardTemplate<Schema> {
  const json = JSON.parse(readFileSync(`${FOLDER}${path}.json`, 'utf8')) as object;
  let compiled: Template | undefined;
  return {
    name: basename(path),
    json,
    schema,
    isConfidential,
    textIn,
    /** At the first use: all of them together are a fifth of the start. */
    get compiled() {
      compiled ??= new Template(json);
      return compiled;
    },
  };
}
