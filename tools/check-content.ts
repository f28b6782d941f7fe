/** `npm run check-content`: reports the errors in `content/` and in the narratives, by file and line. */
import { readActs } from '../ml/examples/acts.js';
import { readArticleQuestions } from '../ml/examples/articles.js';
import { readDanger } from '../ml/examples/danger.js';
import { readNarratives, readOrdinary } from '../ml/examples/narratives.js';
import { readPhrasings } from '../ml/examples/phrasings.js';
import { readPractices } from '../src/features/practice/index.js';
import { readConcepts } from '../src/platform/impact/concepts.js';
import { readRules } from '../src/platform/impact/rules.js';
import { readServiceCycle } from '../src/platform/impact/service-cycle.js';
import { Articles } from '../src/platform/policy/articles.js';
import { readKnowledge } from '../src/platform/policy/knowledge.js';
import { OtherWordsOfSections } from '../src/platform/policy/other-words.js';
import { readPolicy } from '../src/platform/policy/policy.js';
import { ContentError } from '../src/platform/text/yaml-file.js';

const problems: string[] = [];
const policy = attempt(readPolicy);
if (policy) attempt(() => readKnowledge(policy));
if (policy) attempt(() => readPractices(policy));
if (policy) attempt(() => OtherWordsOfSections.read(policy));
const articles = policy && attempt(() => Articles.read(policy));
if (articles) attempt(() => readArticleQuestions(articles.all));
attempt(() => readPhrasings());
attempt(readDanger);
attempt(() => readActs());
attempt(() => readNarratives());
attempt(() => readOrdinary());
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
