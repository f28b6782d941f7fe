import assert from 'node:assert/strict';
import { readNarratives } from '../../../../ml/examples/narratives.js';
import { COMMANDS } from '../../../../src/commands.js';
import { questionsIn, readKnowledge } from '../../../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../../../src/platform/policy/policy.js';
import { ArticleSearch } from '../../../../src/platform/understanding/article-search.js';
import { OUTSIDE } from '../../../../src/platform/understanding/search.js';
import { createUnderstand } from '../../../../src/platform/understanding/understand.js';
import { modelSaying } from '../../../support/models.js';

describe('what a text is for', () => {
  it('is no command for the questions and narratives of the content', function () {
    // It takes ten seconds to read forty thousand texts. Models would take half a minute more; commands are found without them.
    this.timeout(120_000);
    const silent = modelSaying({ none: 1 });
    const articles = new ArticleSearch(modelSaying({ [OUTSIDE]: 1 }), silent);
    const models = {
      intents: silent,
      danger: silent,
      situations: silent,
      sections: silent,
      articles,
    };
    const understandAlone = createUnderstand(models, COMMANDS);
    const exact: string[] = [];
    const { phrasings } = questionsIn(readKnowledge(readPolicy()));
    const { failures, none } = readNarratives();
    for (const text of [...phrasings, ...failures.map((one) => one.text), ...none]) {
      const { isExact, purpose } = understandAlone(text, []);
      if (isExact) exact.push(`${purpose}: ${text}`);
    }
    assert.deepEqual(exact, []);
    assert.equal(understandAlone('mis casos', []).isExact, true);
  });
});
