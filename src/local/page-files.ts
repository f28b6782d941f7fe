/** The files of the page of the local Teams. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { ROOT } from '../platform/root.js';

/** From the source and from the build alike: `npm start` runs the build. */
const SOURCE = `${ROOT}src/local/page/`;
const BUILT = `${ROOT}dist/page/`;
const { resolve } = createRequire(import.meta.url);

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

export function pageFiles(): HttpRoute[] {
  return [
    get('/', () => file(`${SOURCE}index.html`, 'text/html; charset=utf-8')),
    get('/local/adaptivecards.js', () => file(resolve('adaptivecards/dist/adaptivecards.min.js'), SCRIPT)),
    get('/local/markdown-it.js', () => file(resolve('markdown-it/browser'), SCRIPT)),
    get('/local/page/:name', ({ name = '' }) => own(BUILT, name, /^[a-z-]+\.js$/, SCRIPT)),
    get('/local/style/:name', ({ name = '' }) => own(`${SOURCE}style/`, name, /^[a-z-]+\.css$/, STYLE)),
  ];
}

const get = (
  path: string,
  answer: (params: Readonly<Record<string, string>>) => HttpResponse,
): HttpRoute => ({
  method: 'get',
  path,
  handle: async ({ params }) => answer(params),
});

const file = (path: string, type: string): HttpResponse => ({
  status: 200,
  content: readFileSync(path),
  type,
});

/** Serves a file whose name is of this kind, if there is one. */
function own(folder: string, name: string, kind: RegExp, type: string): HttpResponse {
  if (!kind.test(name)) return { status: 404 };
  try {
    return file(`${folder}${name}`, type);
  } catch {
    return { status: 404 };
  }
}
