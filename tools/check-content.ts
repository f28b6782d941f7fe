/** `npm run check-content`: reports the errors in `content/` and in the narratives, by file and line. */
import { readNarratives } from '../ml/examples/narratives.js';
import { readPhrasings } from '../ml/examples/phrasings.js';
import { readPractices } from '../src/features/practice/index.js';
import { readConcepts } from '../src/platform/impact/concepts.js';
import { readRules } from '../src/platform/impact/rules.js';
import { readServiceCycle } from '../src/platform/impact/service-cycle.js';
import { readKnowledge } from '../src/platform/policy/knowledge.js';
import { readPolicy } from '../src/platform/policy/policy.js';
import { ContentError } from '../src/platform/text/yaml-file.js';

const problems: string[] = [];
const policy = attempt(readPolicy);
if (policy) attempt(() => readKnowledge(policy));
if (policy) attempt(() => readPractices(policy));
attempt(() => readPhrasings());
attempt(() => readNarratives());
attempt(readRules);
attempt(() => readConcepts());
attempt(() => readServiceCycle());
process.stdout.write(problems.length === 0 ? 'The content is in order.\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
