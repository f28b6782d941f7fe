/** `npm run build`: copies the files that the pages load and the compiler does not emit. */
import { copyFileSync } from 'node:fs';

copyFileSync(
  new URL('../../src/platform/pages/style.css', import.meta.url),
  new URL('../../dist/web-page/style.css', import.meta.url),
);
