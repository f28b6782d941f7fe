import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

/** The version of the bot, as `package.json` has it. */
export const { version: VERSION } = z.object({ version: z.string() }).parse(JSON.parse(file));
