import { fileURLToPath } from 'node:url';

/**
 * The folder of the project, with a slash at its end: of `content/`, `models/`, `cards/`, `dist/`. A bundle of the server has to lie in
 * a folder as deep as this one, such as `dist/server/`.
 */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
