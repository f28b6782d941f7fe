/** The files that the pages of trainings load, as the build leaves them in `dist/web-page/`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCRIPT_PATH, STYLE_PATH } from './layout.js';
import type { HttpRoute } from './route.js';

const BUILT = fileURLToPath(new URL('../../../dist/web-page/', import.meta.url));

const FILES = [
  { path: STYLE_PATH, file: 'style.css', type: 'text/css; charset=utf-8' },
  { path: SCRIPT_PATH, file: 'screen.js', type: 'text/javascript; charset=utf-8' },
];

export function pageFileRoutes(): HttpRoute[] {
  return FILES.map(({ path, file, type }) => ({
    method: 'get',
    path,
    handle: async () => ({ status: 200, content: readFileSync(`${BUILT}${file}`), type }),
  }));
}
