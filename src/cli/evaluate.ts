/**
 * `npm run evaluate -- FILE`: scores a labelled file of JSON lines, by kind, and lists the misses. The file
 * has questions, narratives, or the exported corrections of leaders.
 */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Found, Search } from '../features/answers/index.js';
import { LEVELS, loadAssess, NO_FAILURE } from '../features/cases/index.js';
import { loadModel } from '../platform/learning/model-file.js';

const question = z.object({
  id: z.string(),
  text: z.string(),
  /** Every section that is a correct first answer; empty when the policy has no answer. */
  sections: z.array(z.string()),
  kind: z.string(),
});
type Question = z.output<typeof question>;

const narrative = z.object({
  id: z.string(),
  text: z.string(),
  /** `none`: not a failure; the lowest level is correct for it. */
  level: z.enum([...LEVELS, NO_FAILURE]),
});
type Labelled = z.output<typeof narrative>;

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('Usage: npm run evaluate -- FILE.jsonl\n');
  process.exit(2);
}
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): unknown => JSON.parse(line));
const questions = z.array(question).safeParse(rows);
if (questions.success) evaluateQuestions(questions.data);
else evaluateNarratives(z.array(narrative).parse(rows));

function evaluateNarratives(narratives: readonly Labelled[]): void {
  const assess = loadAssess();
  const results = narratives.map((told) => ({ told, found: assess(told.text) }));
  const failures = results.filter(({ told }) => told.level !== NO_FAILURE);
  const harmless = results.filter(({ told }) => told.level === NO_FAILURE);
  const scores = LEVELS.map((level) => {
    const right = failures.filter(({ told, found }) => told.level === level && found.level === level).length;
    const wanted = failures.filter(({ told }) => told.level === level).length;
    const given = failures.filter(({ found }) => found.level === level).length;
    const f1 = right === 0 ? 0 : (2 * right) / (wanted + given);
    print(
      `${level}: ${wanted} narratives, recall ${ratio(right, wanted)}, precision ${ratio(right, given)}, F1 ${f1.toFixed(3)}`,
    );
    return f1;
  });
  const grave = failures.filter(({ told }) => told.level === 'high');
  const missed = grave.filter(({ found }) => found.level !== 'high' && found.reviews.length === 0);
  print(`macro-F1 ${(scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(3)}`);
  print(`high, and neither high nor in review: ${missed.length} of ${grave.length}`);
  print(`in review ${share(failures, ({ found }) => found.reviews.length > 0)}`);
  if (harmless.length > 0) {
    print(
      `no failure: ${harmless.length}, lowest level ${share(harmless, ({ found }) => found.level === 'low')}`,
    );
  }
  const misses = failures.filter(({ told, found }) => told.level !== found.level);
  print(`\nMisses: ${misses.length}`);
  for (const { told, found } of misses) {
    const why = found.reviews.length > 0 ? `, in review: ${found.reviews.join(', ')}` : '';
    print(`  ${told.id} ${told.text}\n      ${found.level}${why}; wanted ${told.level}`);
  }
}

function evaluateQuestions(questions: readonly Question[]): void {
  const search = new Search(loadModel('policy'));
  const results = questions.map((asked) => ({ asked, found: search.find(asked.text) }));
  const misses: string[] = [];
  for (const kind of new Set(questions.map((asked) => asked.kind))) {
    const ofKind = results.filter(({ asked }) => asked.kind === kind);
    const onPolicy = ofKind.filter(({ asked }) => asked.sections.length > 0);
    const offPolicy = ofKind.filter(({ asked }) => asked.sections.length === 0);
    if (onPolicy.length > 0) {
      const first = share(onPolicy, ({ asked, found }) => isRight(asked, found, 1));
      const three = share(onPolicy, ({ asked, found }) => isRight(asked, found, 3));
      const lost = share(onPolicy, ({ found }) => found.outcome === 'abstain');
      print(
        `${kind}: ${onPolicy.length} questions, right first ${first}, in the first three ${three}, abstained ${lost}`,
      );
    }
    if (offPolicy.length > 0) {
      const abstained = share(offPolicy, ({ found }) => found.outcome === 'abstain');
      print(`${kind}: ${offPolicy.length} not answered by the policy, abstained ${abstained}`);
    }
    for (const { asked, found } of ofKind) {
      const right = asked.sections.length === 0 ? found.outcome === 'abstain' : isRight(asked, found, 1);
      if (!right)
        misses.push(
          `  ${asked.id} [${kind}] ${asked.text}\n      ${found.outcome} ${found.sections.slice(0, 3).join(', ')}; wanted ${asked.sections.join(', ') || 'none'}`,
        );
    }
  }
  const answered = results.filter(({ found }) => found.outcome === 'answer');
  const right = share(answered, ({ asked, found }) => isRight(asked, found, 1));
  print(`answered outright: ${answered.length} of ${results.length}, right ${right}`);
  print(`\nMisses: ${misses.length}\n${misses.join('\n')}`);
}

function isRight(asked: Question, found: Found, among: number): boolean {
  return found.sections.slice(0, among).some((id) => asked.sections.includes(id));
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return ratio(items.filter(holds).length, items.length);
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
