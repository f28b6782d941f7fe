/** `npm run check-models`: says whether `models/` are of the present sources. */
import { differences, readManifest } from './training/manifest.js';
import { sourcesNow } from './training/sources.js';

const MOST_NAMED = 10;

const found = differences(await sourcesNow(), readManifest());
if (found.length === 0) process.stdout.write('models/ are of the present sources.\n');
else {
  const more = found.length > MOST_NAMED ? [`and ${found.length - MOST_NAMED} more`] : [];
  const named = [...found.slice(0, MOST_NAMED), ...more].map((line) => `  ${line}\n`);
  process.stdout.write(`models/ are not of the present sources: run npm run train.\n${named.join('')}`);
  process.exitCode = 1;
}
