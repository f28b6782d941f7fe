/** `npm run build`: copies the files that the pages load and the compiler does not emit. */
import { copyFileSync } from 'node:fs';

const STYLES = { 'style.css': 'style.css', 'tab/tab.css': 'tab.css' };

for (const [source, name] of Object.entries(STYLES)) {
  copyFileSync(
    new URL(`../../src/platform/pages/${source}`, import.meta.url),
    new URL(`../../dist/web-page/${name}`, import.meta.url),
  );
}
