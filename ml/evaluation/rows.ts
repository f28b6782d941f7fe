import { readFileSync } from 'node:fs';

/** The rows of a labelled file of JSON lines, as they stand there. */
export const rowsIn = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
