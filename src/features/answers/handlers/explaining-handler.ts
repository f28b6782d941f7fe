/** Answers with articles: how the bot's process works, what to do in a scene, how two things differ, summaries. */
import type { Card } from '../../../platform/cards/renderer.js';
import type { Act } from '../../../platform/dialogue/acts.js';
import { AppError } from '../../../platform/errors.js';
import type { Article, Articles } from '../../../platform/policy/articles.js';
import type { ArticleSearch } from '../../../platform/understanding/article-search.js';
import type { Understanding } from '../../../platform/understanding/understand.js';
import { type ActRoute, type Handler, isPersonal, type Reply, type Turn } from '../../../turn.js';
import type { ArticleCards, ArticleOptions } from '../cards/article-card.js';
import { ARTICLES, type LastSaidMemory } from '../service/last-said.js';
import { textIn } from '../text/catalogue.js';
import type { SecondQuestion } from './second-question.js';

export interface ExplainingParts {
  articles: Articles;
  cards: ArticleCards;
  memory: LastSaidMemory;
  search: Pick<ArticleSearch, 'mayAsk' | 'findAfter'>;
  second: SecondQuestion;
  /** Somebody to talk to. */
  person: Handler;
}

/** The card says everything: whoever is still lost needs a person. */
const ACTS: readonly Act[] = ['not-it', 'lost'];

export class ExplainingHandler {
  constructor(private readonly parts: ExplainingParts) {}

  route(): ActRoute {
    return {
      on: 'answer',
      of: ARTICLES,
      scope: 'anywhere',
      acts: ACTS,
      titles: (language) => textIn(language).answers.goingOn,
      handle: (turn) => this.parts.person(turn),
    };
  }

  /** @throws AppError `unexpected` when the models know an article that the content does not. */
  async explain(turn: Turn, id: string): Promise<Reply> {
    const article = this.parts.articles.find(id);
    if (!article) throw new AppError('unexpected', { detail: `article ${id}` });
    this.parts.memory.explained(turn, id);
    const { title: summary } = article.words[turn.language];
    const text = this.parts.second.answer(turn, id);
    return { kind: 'show', message: { text, card: this.#render(turn, article), summary } };
  }

  /** The card of an article once more; undefined for an id of something else. */
  card(turn: Turn, id: string, feedback: ArticleOptions['feedback']): Card | undefined {
    const article = this.parts.articles.find(id);
    return article && this.#render(turn, article, feedback);
  }

  /** A question that says little by itself, after an article; undefined when it is about something else. */
  async goOn(turn: Turn): Promise<Reply | undefined> {
    const { memory, articles, search } = this.parts;
    if (!turn.understood || !isOpen(turn.understood) || !search.mayAsk(turn.text)) return undefined;
    const last = await memory.find(turn);
    const before = last?.kind === 'article' ? articles.find(last.articleId) : undefined;
    const found = before && search.findAfter(turn.text, { id: before.id, title: before.words.es.title });
    return found && this.explain(turn, found.id);
  }

  #render(turn: Turn, article: Article, feedback: ArticleOptions['feedback'] = 'ask'): Card {
    return this.parts.cards.render(article, turn.language, { feedback, isPrivate: isPersonal(turn) });
  }
}

/** By itself, the text is not answered for sure. */
function isOpen({ asks, purpose, found, article }: Understanding): boolean {
  if (article) return false;
  return asks || purpose === 'offtopic' || (purpose === 'policy' && found.outcome !== 'answer');
}
