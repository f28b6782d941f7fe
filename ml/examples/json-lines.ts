import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ContentError } from '../../src/platform/text/yaml-file.js';

/**
 * Reads a file of JSON lines, each of the schema.
 * @param name the file's name in problems.
 * @throws ContentError with the line of each problem.
 */
export function readJsonLines<T>(path: string, name: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(path)) throw new ContentError([`${name}:1: the file cannot be read`]);
  const problems: string[] = [];
  const items = readFileSync(path, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, at) => {
      const { data, error } = schema.safeParse(parsed(line));
      const found = error?.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
      problems.push(...(found ?? []).map((what) => `${name}:${at + 1}: ${what}`));
      return data === undefined ? [] : [data];
    });
  if (problems.length > 0) throw new ContentError(problems);
  return items;
}

/** A line that is no JSON is nothing of any schema. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
