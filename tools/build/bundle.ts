import { mkdirSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { ROOT } from '../../src/platform/root.js';
import { holidaysAsTable } from './holiday-table.js';

/** The server, and the processes it starts from a file next to it. */
const ENTRIES = [
  'main.ts',
  'platform/cleaning/cleaning-process.ts',
  'platform/pictures/painting-process.ts',
  'features/sources/service/source-file-process.ts',
  'features/trainings/service/report-file-process.ts',
  'local/azurite-host.ts',
].map((entry) => `${ROOT}src/${entry}`);

/** Packages with code for one platform or for WebAssembly, which the image brings, and one that restify does without. */
const LEFT_OUT = ['@embedpdf/pdfium', '@napi-rs/canvas', 'dtrace-provider'];

/** `node-fetch` asks for it where Node has no `URL`; its table of characters is 3 MB of the memory after the start. */
const ALIAS = { 'whatwg-url': 'node:url' };

/** CommonJS inside an ES module: packages ask for modules of Node by `require`. */
const REQUIRE = `import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);`;

/** @param folder as deep as `dist/server/`; see `ROOT`. */
export const serverIn = (folder: string) =>
  ({
    entryPoints: ENTRIES,
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: LEFT_OUT,
    alias: ALIAS,
    plugins: [holidaysAsTable],
    banner: { js: REQUIRE },
    legalComments: 'none',
  }) satisfies BuildOptions;

/**
 * Makes few large files of the server and its packages, which start in half the time and need no `node_modules`. What is
 * imported on use becomes a file that is loaded on use. Names of functions stay, for the frames in the log.
 * @param more source files that become entries of the same bundle, and share its modules.
 */
export async function bundleServer(folder: string, more: readonly string[] = []): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    ...serverIn(folder),
    entryPoints: [...ENTRIES, ...more],
    // `inAscii` would change what a raw template holds; esbuild writes the strings of which this makes it in ASCII.
    supported: { 'template-literal': false },
    minifyWhitespace: true,
    minifySyntax: true,
    // Node prints the line of an error that ends it.
    lineLimit: 200,
    metafile: true,
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
  return metafile;
}

/**
 * Writes as \uXXXX what esbuild leaves in patterns: for one sign beyond Latin-1, V8 keeps a whole file in two bytes a
 * character.
 */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
