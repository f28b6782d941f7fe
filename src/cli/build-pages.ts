/** `npm run build`: makes the files that the pages load and the compiler does not emit: styles, and scripts with a library. */
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const STYLES = { 'style.css': 'style.css', 'tab/tab.css': 'tab.css' };

for (const [source, name] of Object.entries(STYLES)) {
  copyFileSync(
    new URL(`../../src/platform/pages/${source}`, import.meta.url),
    new URL(`../../dist/web-page/${name}`, import.meta.url),
  );
}

await build({
  entryPoints: [fileURLToPath(new URL('../../src/features/tab/pages/browser/tab.ts', import.meta.url))],
  outfile: fileURLToPath(new URL('../../dist/web-page/tab.js', import.meta.url)),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
});
