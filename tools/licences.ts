/**
 * `npm run licences`: lists the licences of the installed packages, and those that are not allowed: neither permissive, asking
 * for no more than attribution, nor read by hand in the version that is installed.
 */
import { readFileSync } from 'node:fs';
import { ROOT } from '../src/platform/root.js';
import { installedPackages } from './installed.js';
import { problemsOf, type Reading } from './permissive.js';

const reading = JSON.parse(readFileSync(`${ROOT}tools/licences.json`, 'utf8')) as Reading;
const licences = Object.entries(await installedPackages()).map(
  ([name, { licenses = 'none' }]) => [name, [licenses].flat().join(' AND ')] as const,
);
const counts = new Map<string, number>();
for (const [, licence] of licences) counts.set(licence, (counts.get(licence) ?? 0) + 1);
for (const [licence, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  process.stdout.write(`${String(count).padStart(5)} ${licence}\n`);
}
const problems = problemsOf(licences, reading);
for (const problem of problems) process.stderr.write(`not allowed: ${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
