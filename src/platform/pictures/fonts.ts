/** The fonts that pictures are written with, each a package, and the characters that they have. */
import { createRequire } from 'node:module';
import type { GlobalFonts } from '@napi-rs/canvas';
import { nearestLetters } from '../text/letters.js';
import { makeVisible } from '../text/visible.js';

const require = createRequire(import.meta.url);

/** Each font file covers some scripts; the next file fills in for the previous one. */
const SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic'];
const EMOJI = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const PACKAGES = [
  { name: 'lora', parts: SCRIPTS, styles: ['normal', 'italic'] },
  { name: 'nunito', parts: SCRIPTS, styles: ['normal'] },
  { name: 'noto-emoji', parts: EMOJI, styles: ['normal'] },
];

const familiesOf = (name: string): string[] =>
  PACKAGES.filter((each) => each.name === name).flatMap(({ parts }) =>
    parts.map((part) => `"${name} ${part}"`),
  );
const list = (name: string): string => [...familiesOf(name), ...familiesOf('noto-emoji')].join(', ');

/** With serifs, for people's words; without, for ours. As in the CSS property `font-family`. */
export const SERIF = list('lora');
export const SANS = list('nunito');

/** The characters of the parts that are used, as each package lists them. */
const RANGES = PACKAGES.flatMap(({ name, parts }) => {
  const byPart: Record<string, string> = require(`@fontsource-variable/${name}/unicode.json`);
  return parts.flatMap((part) => rangesOf(byPart[part] ?? byPart[`[${part}]`] ?? ''));
});

const covered = (code: number): boolean => RANGES.some(([first, last]) => code >= first && code <= last);

/** A mark that no letter carries after NFC, and that is no part of an emoji. A pile of them covers other lines. */
const LOOSE_MARK = /(?![\ufe0f\u20e3])\p{M}/gu;

/** @throws Error when a font is missing: a picture without letters would be drawn in silence. */
export function registerFonts(fonts: typeof GlobalFonts): void {
  for (const { name, parts, styles } of PACKAGES) {
    for (const part of parts) {
      if (fonts.has(`${name} ${part}`)) continue;
      for (const style of styles) {
        const file = require.resolve(
          `@fontsource-variable/${name}/files/${name}-${part}-wght-${style}.woff2`,
        );
        if (!fonts.registerFromPath(file, `${name} ${part}`)) throw new Error(`no font: ${file}`);
      }
    }
  }
}

/**
 * The drawable part of a text, on one line: missing letters become the nearest ones, other scripts are left out.
 */
export function drawable(text: string): string {
  const has = (sign: string) => covered(sign.codePointAt(0) ?? 0);
  const nearest = (sign: string) => [...nearestLetters(sign)].filter(has).join('');
  const signs = [...makeVisible(text).replace(/\s+/g, ' ').normalize('NFC')];
  const drawn = signs.map((sign) => (has(sign) ? sign : nearest(sign))).join('');
  return drawn.replace(LOOSE_MARK, '').replace(/ +/g, ' ').trim();
}

/** Reads `U+0000-00FF,U+0131`. */
function rangesOf(written: string): (readonly [number, number])[] {
  return [...written.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, first = '', last = first]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last, 16),
  ]);
}
