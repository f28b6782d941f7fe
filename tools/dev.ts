/**
 * `npm run dev`: local mode from the sources. On a change it bundles what changed, starts again with the same data, and the
 * page in the browser reloads. The storage emulator, which takes longest to start, runs on meanwhile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, watch } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { context } from 'esbuild';
import { readManifest } from '../ml/training/manifest.js';
import { startAzuriteIn } from '../src/local/azurite.js';
import { MODELS } from '../src/platform/learning/models-folder.js';
import { ROOT } from '../src/platform/root.js';
import { readSettings } from '../src/settings.js';
import { serverIn } from './build/bundle.js';
import { buildContent } from './build/content.js';
import { buildPages } from './build/pages.js';

const FOLDER = `${ROOT}dist/dev`;
const WATCHED = ['src', 'content', 'cards'];
/** Editors write a file in several steps. */
const QUIET_MS = 50;
/** The page hears the server on this address; once it is heard again, it is another process. */
const RELOAD = `
let heard = false;
new EventSource('/local/events').onopen = () => (heard ? location.reload() : (heard = true));
`;

const settings = readSettings(process.env);
if (settings.mode !== 'local') throw new Error('`npm run dev` is for local mode alone: unset NODE_ENV');
const storage = await startAzuriteIn(settings.dataDir);
const env = { ...process.env, LOCAL_STORAGE: storage.connectionString };
// The sources are there: maps without their text are written in less time.
const server = await context({
  ...serverIn(FOLDER),
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
let running: ChildProcess | undefined;
let isMaking = false;
let isChanged = false;

process.on('SIGINT', () => void end());
await make();
for (const folder of WATCHED) watch(`${ROOT}${folder}`, { recursive: true }, () => void change());
let trainedOn = readManifest().sources;
watch(MODELS, () => void trained());

let quiet: NodeJS.Timeout | undefined;
function change(): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => void make(), QUIET_MS);
}

/** `train` writes its models one by one, and in the end of which sources they are: to start again for each would slow it. */
function trained(): void {
  const { sources } = readManifest();
  if (isDeepStrictEqual(sources, trainedOn)) return;
  trainedOn = sources;
  change();
}

/** One at a time; what changes meanwhile is made after it. */
async function make(): Promise<void> {
  isChanged = true;
  if (isMaking) return;
  isMaking = true;
  while (isChanged) {
    isChanged = false;
    const begun = performance.now();
    try {
      buildContent();
      await Promise.all([buildPages(false), server.rebuild()]);
      appendFileSync(`${ROOT}dist/page/main.js`, RELOAD);
      await stop();
      running = spawn(process.execPath, ['--enable-source-maps', `${FOLDER}/main.js`], {
        stdio: 'inherit',
        env,
      });
      process.stdout.write(`\n  Made in ${Math.round(performance.now() - begun)} ms.\n`);
    } catch (error) {
      // The bundler reports mistakes in sources; the last version keeps running.
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    }
  }
  isMaking = false;
}

async function end(): Promise<void> {
  await stop();
  await storage.stop();
  process.exit(0);
}

async function stop(): Promise<void> {
  if (!running || running.exitCode !== null) return;
  running.kill('SIGTERM');
  await once(running, 'exit');
}
