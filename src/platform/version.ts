import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROOT } from './root.js';

const file = readFileSync(`${ROOT}package.json`, 'utf8');

/** The version of the bot, as `package.json` has it. */
export const { version: VERSION } = z.object({ version: z.string() }).parse(JSON.parse(file));
