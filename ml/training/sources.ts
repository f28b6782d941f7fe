/** What the models are made of: the content, the narratives, and the code that makes examples of them and learns. */
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ROOT } from '../../src/platform/root.js';
import { digest } from './digest.js';

const FOLDERS = ['content', 'ml/articles', 'ml/narratives'];
/** No model learns from these. */
const UNTAUGHT = /^content\/(practice\/|(service-cycle|other-words)\.yaml$)|\.md$/;
const CODE = ['ml/training/plans.ts', 'ml/training/make.ts'];

/** The digest of each file, by its path in the project, and the version of each package that the code imports. */
export async function sourcesNow(): Promise<Record<string, string>> {
  const { files, packages } = await codeOf(CODE);
  const taught = FOLDERS.flatMap(filesIn).filter((path) => !UNTAUGHT.test(path));
  const installed = versions();
  return Object.fromEntries([
    ...[...taught, ...files].sort().map((path) => [path, digest(readFileSync(ROOT + path))]),
    ...packages.map((name) => [name, installed[name] ?? '']),
  ]);
}

function filesIn(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length));
}

/** What some files import, types apart; nobody has to keep a list of it. */
export async function codeOf(entries: readonly string[]): Promise<{ files: string[]; packages: string[] }> {
  const { metafile } = await build({
    entryPoints: [...entries],
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'dist',
    write: false,
    metafile: true,
  });
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  const packages = imported
    .filter(({ path, external }) => external && !path.startsWith('node:'))
    .map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return { files: Object.keys(metafile.inputs).sort(), packages: [...new Set(packages)].sort() };
}

/** By name, that of each package that is installed. */
function versions(): Record<string, string | undefined> {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  return Object.fromEntries(
    Object.entries(packages).map(([path, { version }]) => [path.replace('node_modules/', ''), version]),
  );
}
