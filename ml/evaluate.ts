/**
 * `npm run evaluate -- FILE`: scores a labelled file of JSON lines, by kind, and lists the misses.
 * `npm run evaluate -- --all [FOLDER]`: scores all files of a folder beside the figures that were kept in it, and says what
 * fell; `--keep` keeps the new ones. test/eval/README.md has the forms.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/platform/root.js';
import { evaluateConversations } from './evaluation/conversations.js';
import { evaluateDanger } from './evaluation/danger.js';
import { evaluateHardQuestions } from './evaluation/hard-questions.js';
import { evaluateIntents } from './evaluation/intents.js';
import { evaluateNarratives } from './evaluation/narratives.js';
import { evaluateQuestions } from './evaluation/questions.js';
import type { Figure, Report } from './evaluation/report.js';
import { rowsIn } from './evaluation/rows.js';
import { type Kept, keptFigures, scoreboard, toKeep } from './evaluation/scoreboard.js';
import { evaluateThanks } from './evaluation/thanks.js';

const OWN_FILES = join(ROOT, 'test/eval');
const KEPT = 'kept.json';
const ENDING = '.jsonl';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, keep: { type: 'boolean' } },
});
const [path] = positionals;
if (values.all) await all(path ?? OWN_FILES);
else if (path !== undefined) await one(path);
else {
  process.stderr.write(
    'Usage: npm run evaluate -- FILE.jsonl\n       npm run evaluate -- --all [FOLDER] [--keep]\n',
  );
  process.exitCode = 2;
}

async function one(file: string): Promise<void> {
  const report = await evaluate(file);
  if (report) process.stdout.write(`${report.lines.join('\n')}\n`);
}

async function all(folder: string): Promise<void> {
  const figures = new Map<string, readonly Figure[]>();
  for (const name of readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .toSorted()) {
    process.stderr.write(`${name}…\n`);
    const report = await evaluate(join(folder, name));
    if (report) figures.set(basename(name, ENDING), report.figures);
  }
  const path = join(folder, KEPT);
  const kept = existsSync(path) ? keptFigures.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const { lines, fell } = scoreboard(figures, kept);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (fell.length > 0) process.stdout.write(`\nFell by more than a point:\n${fell.join('\n')}\n`);
  if (values.keep) writeFileSync(path, `${onLines(toKeep(figures))}\n`);
}

/** A figure a line, as the formatter would. */
function onLines(kept: Kept): string {
  return JSON.stringify(kept, null, 2).replace(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]');
}

async function evaluate(file: string): Promise<Report | undefined> {
  const rows = rowsIn(file);
  const report =
    evaluateQuestions(rows) ??
    evaluateIntents(rows) ??
    evaluateThanks(rows) ??
    evaluateDanger(rows) ??
    evaluateNarratives(rows) ??
    (await evaluateHardQuestions(rows)) ??
    (await evaluateConversations(rows));
  if (!report) {
    process.stderr.write(`${file} has none of the forms in test/eval/README.md\n`);
    process.exitCode = 1;
  }
  return report;
}
