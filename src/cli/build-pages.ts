/** `npm run build`: puts what the web pages load and no compiler makes beside what it made. */
import { copyFileSync } from 'node:fs';

copyFileSync(
  new URL('../../src/platform/pages/style.css', import.meta.url),
  new URL('../../dist/web-page/style.css', import.meta.url),
);
