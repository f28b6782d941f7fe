import { readFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import type { HttpRoute } from './route.js';

const BUILT = `${ROOT}dist/web-page/`;

/** Serves a file from `dist/web-page/`, where the build writes it. */
export function builtFile({ path, file, type }: { path: string; file: string; type: string }): HttpRoute {
  return {
    method: 'get',
    path,
    handle: async () => ({ status: 200, content: readFileSync(`${BUILT}${file}`), type }),
  };
}
