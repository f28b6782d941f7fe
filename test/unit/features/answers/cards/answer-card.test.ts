import assert from 'node:assert/strict';
import { AnswerCards } from '../../../../../src/features/answers/cards/answer-card.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { readKnowledge } from '../../../../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../../../../src/platform/policy/policy.js';
import { buttons, parts } from '../../../../support/cards.js';

describe('the card of an answer', () => {
  const policy = readPolicy();
  const knowledge = readKnowledge(policy);
  const cards = new AnswerCards({
    policy,
    knowledge,
    renderer: new Renderer(),
    links: {},
  });
  const reports = (id: string, options: { canReport?: boolean }) => {
    const section = policy.find(id);
    assert.ok(section, id);
    return buttons(cards.render(section, 'es', options)).filter(({ verb }) => verb === 'report.start');
  };

  for (const id of [
    'canales-reporte',
    'aseguramiento-colaborador',
    'nivel-impacto',
    'impacto-bajo',
    'impacto-medio',
    'impacto-alto',
  ]) {
    it(`offers to report in personal chats only: ${id}`, () => {
      assert.deepEqual(
        reports(id, { canReport: true }).map(({ title }) => title),
        ['Reportar una falla'],
      );
      assert.deepEqual(reports(id, {}), []);
      assert.deepEqual(reports(id, { canReport: false }), []);
    });
  }

  it('offers no report for other sections', () => {
    for (const id of ['robotismo', 'objetivo', 'reconocimientos']) {
      assert.deepEqual(reports(id, { canReport: true }), []);
    }
  });

  it('explains in the language of the card', () => {
    const section = policy.find('robotismo');
    const known = knowledge.sections.get('robotismo');
    assert.ok(section && known);
    for (const [language, shown, hidden] of [
      ['en', known.english, known.explanation],
      ['es', known.explanation, known.english],
    ] as const) {
      const texts = parts(cards.render(section, language)).map(({ text }) => text);
      assert.ok(texts.includes(shown), language);
      assert.ok(!texts.includes(hidden), language);
    }
  });
});
