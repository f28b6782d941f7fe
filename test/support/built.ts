import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { bundleServer } from '../../src/cli/bundle.js';
import { ROOT } from '../../src/platform/root.js';

let made: Promise<string> | undefined;

/** The server as `npm run build` makes it, of the sources as they are now; once in a process. Returns its file. */
export function builtServer(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  mkdirSync(`${ROOT}artifacts`, { recursive: true });
  const folder = mkdtempSync(`${ROOT}artifacts/server-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundleServer(folder);
  return `${folder}/main.js`;
}
