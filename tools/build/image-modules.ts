/**
 * `npm run image-modules`: copies the packages that the bundle leaves out into `dist/modules/`, for the image: the canvas with
 * its binary for this platform, PDFium, and the fonts. Types, styles, guides and what is for browsers stay behind.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { ROOT } from '../../src/platform/root.js';

const FOLDER = `${ROOT}dist/modules/`;
const FONTS = '@fontsource-variable';
const { platform, arch } = process;

const packages = [
  '@embedpdf/pdfium',
  '@napi-rs/canvas',
  // The base of the image is Debian, so that the library of C is GNU's.
  `@napi-rs/canvas-${platform}-${arch}-gnu`,
  ...readdirSync(`${ROOT}node_modules/${FONTS}`).map((name) => `${FONTS}/${name}`),
];
rmSync(FOLDER, { recursive: true, force: true });
for (const name of packages) {
  cpSync(`${ROOT}node_modules/${name}`, `${FOLDER}${name}`, {
    recursive: true,
    filter: (path) => !/\.(d\.c?ts|css|scss|md|map|browser\.js)$/.test(path),
  });
}
