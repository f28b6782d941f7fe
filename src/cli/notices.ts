import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../platform/root.js';

const named = z.object({ name: z.string(), version: z.string(), license: z.unknown().optional() });
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/**
 * The licences of the packages in a bundle, which their makers ask to be kept with it.
 * @param files of the bundle's sources, relative to the project.
 */
export function noticesOf(files: readonly string[]): string {
  const packages = new Map<string, string>();
  for (const file of files.filter((path) => path.startsWith('node_modules/'))) {
    const { folder, title, licence } = packageOf(dirname(file));
    const texts = readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENCE.test(entry.name))
      .map(({ name }) => readFileSync(join(ROOT, folder, name), 'utf8').trim());
    packages.set(title, texts.length > 0 ? texts.join('\n\n') : `Licence: ${String(licence)}`);
  }
  return [...packages]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([title, text]) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`)
    .join('\n\n');
}

/** The nearest folder upward with a name and a version: folders inside a package may have a package.json without. */
function packageOf(folder: string): { folder: string; title: string; licence: unknown } {
  if (!folder.includes('node_modules'))
    throw new Error(`${folder}: the package of a bundled file is unknown`);
  const file = join(ROOT, folder, 'package.json');
  const { data } = named.safeParse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  if (data) return { folder, title: `${data.name} ${data.version}`, licence: data.license };
  return packageOf(dirname(folder));
}
