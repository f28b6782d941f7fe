/** `npm run questions -- --since 30d`: lists what the people who care for the content can learn from. */

import { LearningList } from '../features/answers/index.js';
import { loadModel } from '../platform/learning/model-file.js';
import { readSince } from './since.js';
import { openTables } from './storage.js';

const { days, from, now } = readSince('questions', 30);
const { tables, close } = await openTables();
const print = (line: string) => process.stdout.write(`${line}\n`);
try {
  const model = loadModel('policy');
  const list = LearningList.of(tables, (text) => model.vector(text));
  const { unanswered, askedBack, opinions } = await list.since(from, now);
  if (unanswered.length + askedBack.length + opinions.length === 0) print(`Nothing in ${days} days.`);
  for (const { count, questions } of unanswered) {
    print(`${count} × unanswered (near ${questions[0]?.nearestId || 'nothing'})`);
    for (const text of new Set(questions.map((question) => question.text))) print(`  - ${text}`);
  }
  for (const { count, offered, chosen, samples } of askedBack) {
    print(`${count} × asked back (${offered.join(', ')}); chosen: ${JSON.stringify(chosen)}`);
    for (const text of samples) print(`  - ${text}`);
  }
  for (const { sectionId, useful, useless, comments } of opinions) {
    print(`${sectionId}: ${useful} useful, ${useless} not`);
    for (const comment of comments) print(`  - ${comment}`);
  }
} finally {
  await close();
}
