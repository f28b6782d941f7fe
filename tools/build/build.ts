/** `npm run build`: makes `dist/`, unless it is made of the present files already. */
import { mkdirSync } from 'node:fs';
import { ROOT } from '../../src/platform/root.js';
import { isSame, noteBegun, noteDone, sourcesNow, sourcesOfBuild } from './up-to-date.js';

const before = sourcesOfBuild();
const sources = sourcesNow(before);
if (!before || !isSame(before, sources)) {
  mkdirSync(`${ROOT}dist`, { recursive: true });
  noteBegun();
  // They are heavy, and most starts need none of them.
  const [{ buildPages }, { buildContent }, { buildServer }] = await Promise.all([
    import('./pages.js'),
    import('./content.js'),
    import('./server.js'),
  ]);
  buildContent();
  await Promise.all([buildPages(), buildServer()]);
}
noteDone(sources);
