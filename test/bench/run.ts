/**
 * `npm run bench`: runs every benchmark, together with its peers; `npm run bench -- turns cases` those named so.
 */
import { benchAnswers } from './answers.bench.js';
import { benchAttendances } from './attendances.bench.js';
import { benchCases } from './cases.bench.js';
import { compileChildren } from './child.js';
import { benchGrowth } from './growth.bench.js';
import { benchImpact } from './impact.bench.js';
import { benchInstances } from './instances.bench.js';
import { benchRecognitions } from './recognitions.bench.js';
import { type Measurement, report } from './report.js';
import { benchStart } from './start.bench.js';
import { benchTrainings } from './trainings.bench.js';
import { benchTurns } from './turns.bench.js';
import { benchUnderstanding } from './understanding.bench.js';

const BENCHMARKS: Record<string, () => Promise<Measurement[]>> = {
  understanding: benchUnderstanding,
  answers: benchAnswers,
  impact: benchImpact,
  trainings: benchTrainings,
  recognitions: benchRecognitions,
  turns: benchTurns,
  cases: benchCases,
  attendances: benchAttendances,
  start: benchStart,
  growth: benchGrowth,
  instances: benchInstances,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  throw new Error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
}
await compileChildren();
const measured: Measurement[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (named.length === 0 || named.includes(name)) measured.push(...(await run()));
}
report(measured);
