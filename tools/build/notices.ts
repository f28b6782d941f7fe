/** The licences of the packages in a bundle, which their makers ask to be kept with it. */
import { existsSync, readFileSync } from 'node:fs';
import type { ModuleInfo } from 'license-checker-rseidelsohn';
import { ROOT } from '../../src/platform/root.js';
import { installedPackages } from '../installed.js';

/** The package of a file: the innermost one. */
const FOLDER = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;
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
 * @param files of the bundle's sources, relative to the project.
 * @throws Error for a package whose licence has no text to keep.
 */
export async function noticesOf(files: readonly string[]): Promise<string> {
  const installed: Record<string, ModuleInfo> = await installedPackages();
  const names = new Set(files.flatMap(foldersOf).map(nameIn));
  return [...names]
    .filter((name) => name !== undefined)
    .sort()
    .map((name) => {
      const title = name.replace(/@(?=[^@]+$)/, ' ');
      return `${title}\n${'='.repeat(title.length)}\n\n${textOf(title, installed[name] ?? {})}\n`;
    })
    .join('\n\n');
}

/** `name@version` of the package in a folder; undefined where there is none. */
function nameIn(folder: string): string | undefined {
  const path = `${ROOT}${folder}/package.json`;
  if (!existsSync(path)) return undefined;
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name: string; version: string };
  return `${name}@${version}`;
}

/** The folders of the packages of a file: of one that came inside another package, both. */
function foldersOf(path: string): string[] {
  const folder = FOLDER.exec(path)?.[0];
  if (folder === undefined) return [];
  const at = folder.lastIndexOf('node_modules/');
  // What came inside came without its licence, which the same package has where it is installed by itself.
  return at === 0 ? [folder] : [folder, folder.slice(at), ...foldersOf(folder.slice(0, at))];
}

function textOf(
  title: string,
  { licenses, licenseFile = '', licenseText = '', publisher }: ModuleInfo,
): string {
  if (licenseText && !/readme[^/]*$/i.test(licenseFile)) return licenseText.trim();
  if (!/^MIT\b/.test(String(licenses))) throw new Error(`${title}: no text of the licence ${licenses}`);
  return (
    MIT_IN_README.exec(licenseText)?.[0] ??
    `MIT License, of which the package brings no text. Copyright (c) ${publisher ?? 'its authors'}\n\n${MIT}`
  );
}
