/** `npm run build`: bundles the server into `dist/server/`, with the licences of the packages that are in it. */
import { rmSync, writeFileSync } from 'node:fs';
import { ROOT } from '../platform/root.js';
import { bundleServer } from './bundle.js';
import { noticesOf } from './notices.js';

/** The table of holidays is made of its data (CC-BY-3.0), of which nothing else is in the bundle. */
const HOLIDAYS = 'node_modules/date-holidays/package.json';
const FOLDER = `${ROOT}dist/server`;

rmSync(FOLDER, { recursive: true, force: true });
const { inputs } = await bundleServer(FOLDER);
writeFileSync(`${FOLDER}/LICENCES.txt`, noticesOf([...Object.keys(inputs), HOLIDAYS]));
