import { loadModel } from '../learning/model-file.js';
import { ArticleSearch } from './article-search.js';
import type { Command } from './commands.js';
import { createUnderstand, type Understand } from './understand.js';

/**
 * @param commands what is called by exact words.
 * @throws Error when a model is missing.
 */
export function loadUnderstand(commands: readonly Command[]): Understand {
  const models = {
    intents: loadModel('intents'),
    danger: loadModel('danger'),
    situations: loadModel('danger-situations'),
    sections: loadModel('policy'),
    articles: loadArticleSearch(),
  };
  return createUnderstand(models, commands);
}

/** @throws Error when a model is missing. */
export const loadArticleSearch = (): ArticleSearch =>
  new ArticleSearch(loadModel('article-kinds'), loadModel('articles'));
