/** `npm run bench`: runs every benchmark, together with its peers. */
import { benchAnswers } from './answers.bench.js';
import { benchImpact } from './impact.bench.js';
import { benchRecognitions } from './recognitions.bench.js';
import { report } from './report.js';
import { benchTrainings } from './trainings.bench.js';
import { benchUnderstanding } from './understanding.bench.js';

report([
  ...(await benchUnderstanding()),
  ...(await benchAnswers()),
  ...(await benchImpact()),
  ...(await benchTrainings()),
  ...(await benchRecognitions()),
]);
