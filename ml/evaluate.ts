/**
 * `npm run evaluate -- FILE`: scores a labelled file of JSON lines, by kind, and lists the misses. The file
 * has questions, intents, thanks, narratives, or the exported corrections of leaders.
 */
import { readFileSync } from 'node:fs';
import { evaluateIntents } from './evaluation/intents.js';
import { evaluateNarratives } from './evaluation/narratives.js';
import { evaluateQuestions } from './evaluation/questions.js';
import { evaluateThanks } from './evaluation/thanks.js';

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('Usage: npm run evaluate -- FILE.jsonl\n');
  process.exit(2);
}
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): unknown => JSON.parse(line));
const lines =
  evaluateQuestions(rows) ?? evaluateIntents(rows) ?? evaluateThanks(rows) ?? evaluateNarratives(rows);
if (lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
} else {
  process.stderr.write(`${path} is no file of questions, intents, thanks or narratives\n`);
  process.exitCode = 1;
}
