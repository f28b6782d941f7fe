/** `npm run curve -- FILE…`: accuracy by the number of phrasings per section. */
import { type Knowledge, readKnowledge } from '../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { Search } from '../../src/platform/understanding/search.js';
import { rowsIn } from '../evaluation/rows.js';
import { searchExamples } from '../examples/sections.js';
import { modelOf } from '../learn/model-of.js';

interface Question {
  text: string;
  sections: string[];
  kind: string;
}

const policy = readPolicy();
const knowledge = readKnowledge(policy);
const files = process.argv.slice(2).map((path) => ({
  path: path.split('/').at(-1) ?? path,
  questions: (rowsIn(path) as Question[]).filter(({ sections }) => sections.length > 0),
}));

for (const count of [0, 10, 20, 30, 40, 80, 120, 200]) {
  const search = new Search(modelOf(searchExamples(policy, withPhrasings(count))));
  for (const { path, questions } of files) {
    const kinds = [...new Set(questions.map(({ kind }) => kind))].map((kind) => {
      const ofKind = questions.filter((question) => question.kind === kind);
      const right = (among: number) =>
        ofKind.filter(({ text, sections }) =>
          search
            .find(text)
            .sections.slice(0, among)
            .some((id) => sections.includes(id)),
        ).length / ofKind.length;
      return `${kind} ${right(1).toFixed(3)} / ${right(3).toFixed(3)}`;
    });
    process.stdout.write(`${count} phrasings, ${path}: ${kinds.join(', ')}\n`);
  }
}

function withPhrasings(count: number): Knowledge {
  const sections = new Map(
    [...knowledge.sections].map(([id, known]) => [
      id,
      { ...known, phrasings: known.phrasings.slice(0, count) },
    ]),
  );
  return { ...knowledge, sections };
}
