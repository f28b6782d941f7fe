/** `npm run licences`: which licences the dependencies have, and which of them are not allowed. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkLicences } from './licence-check.js';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});
const { packages } = lock.parse(
  JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
);
const { problems, counts } = checkLicences(packages);
for (const [licence, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  process.stdout.write(`${String(count).padStart(5)} ${licence}\n`);
}
for (const problem of problems) process.stderr.write(`not allowed: ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
