import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../platform/root.js';
import { licenceOf } from './licence-check.js';

const described = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});
const FILE = /^(licen[cs]e|copying|notice)/i;
const FOLDER = /^(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)(?:\/|$)/;
/** From the line with the copyright to the end of the MIT licence. */
const MIT_IN_README = /^.*copyright.*\n[\s\S]*?permission is hereby granted[\s\S]*?in the\s+software\./im;
/** https://spdx.org/licenses/MIT.html, below the line with the copyright. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The licences of the packages in a bundle, which their makers ask to be kept with it.
 * @param files of the bundle's sources, relative to the project.
 * @throws Error for a package whose licence has no text to keep.
 */
export function noticesOf(files: readonly string[]): string {
  const folders = new Set(files.flatMap(foldersOf));
  const notices = new Map(
    [...folders].map((folder) => {
      const { name, version, ...about } = described.parse(
        JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')),
      );
      const title = `${name} ${version}`;
      const texts = textsIn(folder, FILE);
      const licence = licenceOf(`${name}@${version}`, about.license);
      return [title, texts.length > 0 ? texts.join('\n\n') : textOf(title, licence, folder, about.author)];
    }),
  );
  return [...notices]
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
    .map(([title = '', text]) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`)
    .join('\n\n');
}

/** The folders of the packages of a file: of one that came inside another package, both. */
function foldersOf(path: string): string[] {
  const folder = FOLDER.exec(path)?.[1];
  if (folder === undefined) return [];
  if (isPackage(folder)) return [folder];
  const at = folder.lastIndexOf('node_modules/');
  // It came without its licence, which the same package has where it is installed by itself.
  return [folder.slice(at), ...foldersOf(folder.slice(0, at))].filter(isPackage);
}

const isPackage = (folder: string) => existsSync(join(ROOT, folder, 'package.json'));

/** The text of the licence of a package that has no file of it. */
function textOf(title: string, licence: string, folder: string, author = 'its authors'): string {
  if (licence !== 'MIT') throw new Error(`${title}: no text of the licence ${licence}`);
  const [readme = ''] = textsIn(folder, /^readme/i);
  return (
    MIT_IN_README.exec(readme)?.[0] ??
    `MIT License, of which the package brings no text. Copyright (c) ${author}\n\n${MIT}`
  );
}

function textsIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ name }) => readFileSync(join(ROOT, folder, name), 'utf8').trim());
}
