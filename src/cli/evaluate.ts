/** `npm run evaluate -- FILE`: scores a labelled file of JSON lines, by kind, with the misses. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadModel } from '../learning/model-file.js';
import { type Found, Search } from '../policy/search.js';

const question = z.object({
  id: z.string(),
  text: z.string(),
  /** Every section that is a right first answer; none for what the policy does not answer. */
  sections: z.array(z.string()),
  kind: z.string(),
});
type Question = z.output<typeof question>;

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('Usage: npm run evaluate -- FILE.jsonl\n');
  process.exit(2);
}
const rows = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line): unknown => JSON.parse(line));
evaluateQuestions(z.array(question).parse(rows));

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
  return items.length === 0 ? '–' : (items.filter(holds).length / items.length).toFixed(3);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
