/** `npm run build`: makes the files that the pages load and the compiler does not emit: styles, and scripts with a library and its licence. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ROOT } from '../../src/platform/root.js';
import { noticesOf } from './notices.js';

const STYLES = { 'style.css': 'style.css', 'tab/tab.css': 'tab.css' };

for (const [source, name] of Object.entries(STYLES)) {
  copyFileSync(`${ROOT}src/platform/pages/${source}`, `${ROOT}dist/web-page/${name}`);
}

const { metafile } = await build({
  entryPoints: [`${ROOT}src/features/tab/pages/browser/tab.ts`],
  outfile: `${ROOT}dist/web-page/tab.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  absWorkingDir: ROOT,
  metafile: true,
});
writeFileSync(`${ROOT}dist/web-page/LICENCES.txt`, await noticesOf(Object.keys(metafile.inputs)));
