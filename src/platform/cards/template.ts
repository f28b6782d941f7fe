import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../../../cards/', import.meta.url));

/** A template of `cards/` and the data that it takes. */
export interface CardTemplate<Schema extends z.ZodType = z.ZodType> {
  /** By which the text catalogue names its words. */
  name: string;
  /** The JSON as a designer edits it. */
  json: object;
  schema: Schema;
  compiled: Template;
}

/** What a template is given. */
export type DataOf<T extends CardTemplate> = z.input<T['schema']>;

/**
 * Reads a template once, when the module that fills it is loaded.
 * @param path below `cards/`, without its ending: `cases/case`.
 * @throws Error when there is no such file, or no JSON in it.
 */
export function defineTemplate<Schema extends z.ZodType>(path: string, schema: Schema): CardTemplate<Schema> {
  const json = JSON.parse(readFileSync(`${FOLDER}${path}.json`, 'utf8')) as object;
  return { name: basename(path), json, schema, compiled: new Template(json) };
}
