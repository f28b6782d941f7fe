/** The files that pages load: scripts, styles, and for a script with a library in it, its licences. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ROOT } from '../../src/platform/root.js';
import { noticesOf } from './notices.js';

const STYLES = { 'style.css': 'style.css', 'tab/tab.css': 'tab.css' };
const WEB = `${ROOT}dist/web-page`;
const COMMON = { format: 'esm', target: 'es2022', absWorkingDir: ROOT } as const;

/** @param withNotices false while a developer only looks. */
export async function buildPages(withNotices = true): Promise<void> {
  mkdirSync(WEB, { recursive: true });
  for (const [source, name] of Object.entries(STYLES)) {
    copyFileSync(`${ROOT}src/platform/pages/${source}`, `${WEB}/${name}`);
  }
  const [tab] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: ['src/features/tab/pages/browser/tab.ts'],
      outfile: `${WEB}/tab.js`,
      bundle: true,
      minify: true,
      metafile: true,
    }),
    build({ ...COMMON, entryPoints: ['src/features/trainings/pages/browser/*.ts'], outdir: WEB }),
    build({ ...COMMON, entryPoints: ['src/local/page/*.ts'], outdir: 'dist/page' }),
  ]);
  if (withNotices) writeFileSync(`${WEB}/LICENCES.txt`, await noticesOf(Object.keys(tab.metafile.inputs)));
}
