/** `npm run licences`: lists the licences of the dependencies, and those that are not allowed. */
import { checkLicences } from './licence-check.js';
import { readLockfile } from './lockfile.js';

const { problems, counts } = checkLicences(readLockfile());
for (const [licence, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  process.stdout.write(`${String(count).padStart(5)} ${licence}\n`);
}
for (const problem of problems) process.stderr.write(`not allowed: ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
