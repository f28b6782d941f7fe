/** The time of each test file, told at the end of a run in several processes. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Where the processes that run test files note their times. */
const NOTES = 'TEST_TIMES';
const SLOWEST = 10;
const WIDTH = 7;

export function beginTimes(): void {
  process.env[NOTES] = join(mkdtempSync(join(tmpdir(), 'times-')), 'notes');
}

/** Root hooks: each process runs its files one after the other. */
export const noteTimes = {
  beforeAll(): void {
    begun = performance.now();
  },
  afterAll(this: Mocha.Context): void {
    const file = this.test?.parent?.suites[0]?.file;
    const notes = process.env[NOTES];
    // In one process, all files are one run.
    if (!file || !notes || process.env.MOCHA_WORKER_ID === undefined) return;
    const seconds = (performance.now() - begun) / 1_000;
    appendFileSync(notes, `${seconds.toFixed(1)} ${relative(process.cwd(), file)}\n`);
  },
};
let begun = 0;

export function tellTimes(): void {
  const notes = process.env[NOTES] ?? '';
  const times = linesOf(notes).sort((one, other) => Number.parseFloat(one) - Number.parseFloat(other));
  rmSync(dirname(notes), { recursive: true, force: true });
  const lines = times.map((line) => line.padStart(line.length + WIDTH - line.indexOf(' ')));
  const slowest = lines.splice(-SLOWEST);
  if (lines.length === 0) return;
  const tables = [
    ['Seconds of each test file:', ...lines],
    ['The slowest files:', ...slowest],
  ];
  process.stdout.write(`\n${tables.map((table) => table.join('\n')).join('\n\n')}\n\n`);
}

const linesOf = (notes: string) =>
  existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : [];
