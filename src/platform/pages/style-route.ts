import { builtFile } from './built-file.js';
import { STYLE_PATH } from './layout.js';
import type { HttpRoute } from './route.js';

export const styleRoute = (): HttpRoute =>
  builtFile({ path: STYLE_PATH, file: 'style.css', type: 'text/css; charset=utf-8' });
