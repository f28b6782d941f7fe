/** `npm run questions -- --since 30d`: what people ask and the policy does not answer, grouped by likeness. */
import { parseArgs } from 'node:util';
import { loadModel } from '../learning/model-file.js';
import { groupByLikeness } from '../policy/grouping.js';
import { OpenQuestions } from '../policy/open-questions.js';
import { openTables } from './storage.js';

const { values } = parseArgs({ options: { since: { type: 'string', default: '30d' } } });
const days = /^(\d{1,4})d$/.exec(values.since)?.[1];
if (days === undefined) {
  process.stderr.write('Usage: npm run questions -- --since 30d\n');
  process.exit(2);
}
const now = new Date();
const { tables, close } = await openTables();
try {
  const from = new Date(now.getTime() - Number(days) * 86_400_000);
  const model = loadModel('policy');
  const asked = await new OpenQuestions(tables).since(from, now);
  const groups = groupByLikeness(asked, (text) => model.vector(text));
  process.stdout.write(groups.length === 0 ? `Nothing in ${days} days.\n` : '');
  for (const { count, questions } of groups) {
    const texts = [...new Set(questions.map(({ text }) => text))];
    process.stdout.write(`${count} × (near ${questions[0]?.nearestId || 'nothing'})\n`);
    for (const text of texts) process.stdout.write(`  - ${text}\n`);
  }
} finally {
  await close();
}
