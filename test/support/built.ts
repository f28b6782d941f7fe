import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { ROOT } from '../../src/platform/root.js';
import { bundleServer } from '../../tools/build/bundle.js';

let made: Promise<string> | undefined;

/** The server as `npm run build` makes it, of the sources as they are now; once in a process. Returns its file. */
export async function builtServer(): Promise<string> {
  return `${await built()}/main.js`;
}

/** A command in the same bundle, which starts in a third of the time that `npm run` takes. Returns its file. */
export async function builtCommand(name: string): Promise<string> {
  return `${await built()}/${name}.js`;
}

function built(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  mkdirSync(`${ROOT}artifacts`, { recursive: true });
  const folder = mkdtempSync(`${ROOT}artifacts/server-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundleServer(folder, commands());
  return folder;
}

/** The files of `src/cli/` that `npm run` starts. */
function commands(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  const files = Object.values(scripts).map((script) => /^tsx (src\/cli\/[\w-]+\.ts)$/.exec(script)?.[1]);
  return [...new Set(files)].flatMap((file) => (file === undefined ? [] : [ROOT + file]));
}
