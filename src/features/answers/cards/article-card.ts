/** An article as a card: the answer, what more there is to say or to do, where the policy speaks of it, and what comes next. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { DataOf } from '../../../platform/cards/template.js';
import type { Article, Next } from '../../../platform/policy/articles.js';
import { filledIn } from '../../../platform/policy/placeholders.js';
import type { Policy } from '../../../platform/policy/policy.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { textIn } from '../text/catalogue.js';
import { linkTo } from './answer-card.js';
import { type ArticleSettings, articleFigures } from './article-figures.js';
import { articleTemplate } from './templates.js';

const VERBS: Readonly<Record<Next, string>> = {
  reportar: 'report.start',
  'mis casos': 'cases.mine',
  'mis asistencias': 'attendances.mine',
  'hablar con una persona': 'person.show',
};

export interface ArticleOptions {
  feedback?: DataOf<typeof articleTemplate>['feedback'];
  /** True in personal chats, where people can report and see what is theirs. */
  isPrivate: boolean;
}

export class ArticleCards {
  constructor(private readonly parts: { policy: Policy; renderer: Renderer; settings: ArticleSettings }) {}

  render(article: Article, language: Language, { feedback = 'ask', isPrivate }: ArticleOptions): Card {
    const { policy, renderer, settings } = this.parts;
    const figures = articleFigures(settings, language);
    const filled = (text: string) => filledIn(text, figures);
    const { title, answer, points, steps, say, avoid } = article.words[language];
    const { next } = article;
    const text = textIn(language).answers;
    return renderer.render(
      articleTemplate,
      {
        id: article.id,
        title: filled(title),
        answer: filled(answer),
        points: points.map(filled),
        steps: steps.map((step, at) => ({ number: at + 1, step: filled(step) })),
        say: say.map(filled),
        avoid: avoid.map(filled),
        next: next && isPrivate ? [{ title: text.next[next], verb: VERBS[next] }] : [],
        sections: article.sections.flatMap((id) => policy.find(id) ?? []).map(linkTo),
        source: article.id.startsWith('process:') ? text.howItWorks : text.inAScene,
        feedback,
      },
      language,
    );
  }
}
