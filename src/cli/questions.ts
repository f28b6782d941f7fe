/**
 * `npm run questions -- --since 30d`: lists the questions that the policy does not answer, grouped by
 * likeness.
 */

import { groupByLikeness, OpenQuestions } from '../features/answers/index.js';
import { loadModel } from '../platform/learning/model-file.js';
import { readSince } from './since.js';
import { openTables } from './storage.js';

const { days, from, now } = readSince('questions', 30);
const { tables, close } = await openTables();
try {
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
