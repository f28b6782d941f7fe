import assert from 'node:assert/strict';
import { ArticleCards } from '../../../../../src/features/answers/cards/article-card.js';
import { DEFAULT_STEP_TIMES } from '../../../../../src/platform/calendar/step-times.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { type Article, Articles } from '../../../../../src/platform/policy/articles.js';
import { readPolicy } from '../../../../../src/platform/policy/policy.js';
import { DEFAULT_RETENTION } from '../../../../../src/platform/storage/retention.js';
import { textOf, verbs } from '../../../../support/cards.js';

const policy = readPolicy();
const articles = Articles.read(policy);
const settings = {
  deadlines: { ...DEFAULT_STEP_TIMES, high: { acceptHours: 3, closeDays: 1 } },
  confirmLevelHours: 6,
  privacy: { organisation: 'Compensar', retention: DEFAULT_RETENTION },
};
const cards = new ArticleCards({ policy, renderer: new Renderer(), settings });
const found = (id: string) => articles.find(id) as Article;

describe('the card of an article', () => {
  it('says what the settings say', () => {
    const es = textOf(cards.render(found('process:deadline-high'), 'es', { isPrivate: true }));
    assert.match(es, /tiene 3 horas para aceptarlo y un día hábil para cerrarlo/);
    const en = textOf(cards.render(found('process:confirm-level'), 'en', { isPrivate: true }));
    assert.match(en, /After 6 business hours/);
  });

  it('has no braces left in any article', () => {
    for (const article of articles.all)
      for (const language of ['es', 'en'] as const)
        assert.doesNotMatch(textOf(cards.render(article, language, { isPrivate: true })), /[{}]/, article.id);
  });

  it('offers what comes next in private, and the sections on which it leans', () => {
    const privately = verbs(cards.render(found('process:how-to-report'), 'es', { isPrivate: true }));
    assert.ok(privately.includes('report.start'));
    const others = verbs(cards.render(found('process:how-to-report'), 'es', { isPrivate: false }));
    assert.ok(!others.includes('report.start'));
    assert.ok(
      verbs(cards.render(found('howto:shouting-user'), 'es', { isPrivate: true })).includes('answer.section'),
    );
  });
});
