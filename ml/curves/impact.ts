/** `npm run impact-curve -- FILE…`: accuracy by the number of narratives. */

import { createAssess } from '../../src/platform/impact/assess.js';
import { LEVELS, type Level } from '../../src/platform/impact/assessment.js';
import { readConcepts } from '../../src/platform/impact/concepts.js';
import { ImpactModel, NO_FAILURE } from '../../src/platform/impact/impact-model.js';
import { readRules } from '../../src/platform/impact/rules.js';
import { clauseExamples, IMPACT_FIT, IMPACT_HIDDEN_FIT } from '../examples/impact.js';
import { type Narratives, readNarratives } from '../examples/narratives.js';
import { hiddenModelOf, modelOf } from '../learn/model-of.js';
import { readLabelled, scoreLevels } from './level-scores.js';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write('Usage: npm run impact-curve -- FILE.jsonl…\n');
  process.exit(2);
}
const files = paths.map((path) => ({ path, told: readLabelled(path) }));
const all = readNarratives();
const total = all.failures.length + all.none.length;
const rules = readRules();
const concepts = readConcepts();

for (const count of [...[100, 200, 400, 700, 1500].filter((some) => some < total), total]) {
  const clauses = clauseExamples(share(all, count / total));
  const model = new ImpactModel(
    modelOf(clauses, IMPACT_FIT),
    hiddenModelOf(clauses, IMPACT_HIDDEN_FIT),
    concepts,
  );
  const assess = createAssess(rules, model);
  for (const { path, told } of files) {
    const alone = scoreLevels(
      told,
      told.map(({ text }) => {
        const { probabilities } = model.read(text, rules.read(text));
        return LEVELS.reduce<Level>(
          (best, level) => (probabilities[level] > probabilities[best] ? level : best),
          'low',
        );
      }),
    );
    const found = told.map(({ text }) => assess(text));
    const both = scoreLevels(
      told,
      found.map(({ level }) => level),
    );
    const failures = found.filter((_, at) => told[at]?.level !== NO_FAILURE);
    const inReview = failures.filter(({ reviews }) => reviews.length > 0).length / failures.length;
    process.stdout.write(
      `${count} narratives, ${path}: macro-F1 ${both.macroF1.toFixed(3)}, recall of high ${both.recallHigh.toFixed(3)}, in review ${inReview.toFixed(3)}; the model alone ${alone.macroF1.toFixed(3)}, ${alone.recallHigh.toFixed(3)}\n`,
    );
  }
}

/** Takes the same share of every clause, evenly spread over its narratives. Deterministic. */
function share({ failures, none }: Narratives, part: number): Narratives {
  const clauses = new Set(failures.map(({ rule }) => rule));
  return {
    failures: [...clauses].flatMap((clause) =>
      spread(
        failures.filter(({ rule }) => rule === clause),
        part,
      ),
    ),
    none: spread(none, part),
  };
}

function spread<T>(items: readonly T[], part: number): T[] {
  return items.filter((_, at) => Math.floor((at + 1) * part) > Math.floor(at * part));
}
