/** The content that the bot reads at its start, parsed; phrasings are only for the models. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ROOT } from '../../src/platform/root.js';
import { builtOf, writeBuilt } from '../../src/platform/text/built-content.js';

const FOLDER = `${ROOT}content/`;

/** Parses the files that have changed. */
export function buildContent(): void {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.yaml') && !/^intents\b/.test(path),
  );
  const sources = files.map((path) => readFileSync(`${FOLDER}${path}`, 'utf8'));
  writeBuilt(new Map(sources.map((source) => [source, builtOf(source) ?? parse(source)])));
}
