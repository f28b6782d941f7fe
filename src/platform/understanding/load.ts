import { loadModel } from '../learning/model-file.js';
import { Articles } from '../policy/articles.js';
import { readPolicy } from '../policy/policy.js';
import { ArticleSearch } from './article-search.js';
import type { Command } from './commands.js';
import { comparisonIn } from './comparison.js';
import { createUnderstand, type Understand } from './understand.js';

/**
 * @param commands what is called by exact words.
 * @throws Error when a model is missing.
 */
export function loadUnderstand(commands: readonly Command[], articles = loadArticleSearch()): Understand {
  const models = {
    intents: loadModel('intents'),
    danger: loadModel('danger'),
    situations: loadModel('danger-situations'),
    sections: loadModel('policy'),
    articles,
  };
  return createUnderstand(models, commands);
}

/** @throws Error when a model is missing. */
export function loadArticleSearch(): ArticleSearch {
  const policy = readPolicy();
  const contrasts = Articles.read(policy)
    .all.map(({ id }) => id)
    .filter((id) => id.startsWith('contrast:'));
  const comparison = comparisonIn(policy.sections, new Set(contrasts));
  return new ArticleSearch(loadModel('article-kinds'), loadModel('articles'), comparison);
}
