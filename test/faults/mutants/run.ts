/**
 * `npm run mutants`: puts one fault after another into a copy of the code and runs the fast tests there. All of them
 * have to be noticed; those that are not end the run with the status 1. With numbers as arguments, only those.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS, type Mutant } from './mutants.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** In this order: a day of one kind of fault, the tests of the pieces, then random schedules. */
const TESTS = [
  'test/faults/rows.slow.test.ts',
  'test/unit/platform/{delivery,storage}/*.test.ts',
  'test/unit/bot/*.test.ts',
  'test/unit/features/{reports,cases,commitments,voices}/{service,store}/**/*.test.ts',
  'test/faults/seeds/*.test.ts',
];

function copyOfTheCode(): string {
  const copy = mkdtempSync(join(tmpdir(), 'humanizacion-mutants-'));
  for (const name of ['src', 'test', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  for (const name of ['node_modules', 'cards', 'content', 'dist'])
    symlinkSync(join(ROOT, name), join(copy, name));
  return copy;
}

/** Returns the title of the test that failed first; undefined when all pass. */
function firstFailureIn(copy: string): string | undefined {
  const mocha = [
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--import=tsx',
    '--require',
    './test/support/hooks.ts',
    // That the machine is slow is no finding.
    '--timeout',
    '60000',
    '--bail',
    '--reporter',
    'json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [...mocha, ...TESTS], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  try {
    const { failures } = JSON.parse(stdout.slice(stdout.indexOf('{\n'))) as {
      failures: { fullTitle: string }[];
    };
    return failures[0]?.fullTitle;
  } catch {
    return `it does not start: ${stderr.slice(0, 500)}`;
  }
}

function noticed(copy: string, { file, from, to }: Mutant): string | undefined {
  const path = join(copy, file);
  const code = readFileSync(path, 'utf8');
  if (code.split(from).length !== 2) throw new Error(`${file} does not have this once: ${from}`);
  writeFileSync(
    path,
    code.replace(from, () => to),
  );
  try {
    return firstFailureIn(copy);
  } finally {
    writeFileSync(path, code);
  }
}

const copy = copyOfTheCode();
const chosen = process.argv.slice(2).map(Number);
let alive = 0;
for (const [at, mutant] of MUTANTS.entries()) {
  if (chosen.length > 0 && !chosen.includes(at + 1)) continue;
  const by = noticed(copy, mutant);
  if (by === undefined) alive += 1;
  process.stdout.write(`${at + 1}. ${mutant.does}: ${by === undefined ? 'NOT NOTICED' : by}\n`);
}
rmSync(copy, { recursive: true });
process.stdout.write(`${JSON.stringify({ mutants: chosen.length || MUTANTS.length, alive })}\n`);
process.exitCode = alive === 0 ? 0 : 1;
