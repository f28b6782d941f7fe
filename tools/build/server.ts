/** The server, bundled into `dist/server/`, with the licences of the packages that are in it. */
import { rmSync, writeFileSync } from 'node:fs';
import { ROOT } from '../../src/platform/root.js';
import { bundleServer } from './bundle.js';
import { noticesOf } from './notices.js';

/**
 * The table of holidays is made of its data, which its LICENSE gives under CC BY-SA 3.0, unlike its package.json. That asks
 * to name the source and the change, and that the table stays under the same licence; it does not reach the rest.
 */
const HOLIDAYS = 'node_modules/date-holidays/package.json';
const FOLDER = `${ROOT}dist/server`;
const CHANGED = `The table of Colombia's public holidays from 2000 to 2100 in this bundle is adapted from the data of date-holidays, and
is under CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).
`;

export async function buildServer(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  const { inputs } = await bundleServer(FOLDER);
  const notices = await noticesOf([...Object.keys(inputs), HOLIDAYS]);
  writeFileSync(`${FOLDER}/LICENCES.txt`, `${CHANGED}\n\n${notices}`);
}
