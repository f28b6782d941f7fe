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

  it('explains first, then quotes the official words', () => {
    const section = policy.find('facilidad');
    assert.ok(section);
    const texts = parts(cards.render(section, 'es')).map(({ text }) => String(text));
    const explained = texts.indexOf(String(knowledge.sections.get('facilidad')?.explanation));
    const quoted = texts.indexOf(`“${section.official[0]}”`);
    assert.ok(explained > 0 && explained < quoted);
  });

  it('opens each part with its own words, and shows at most three other sections', () => {
    for (const section of policy.sections) {
      const opened = buttons(cards.render(section, 'es')).filter(({ verb }) => verb === 'answer.section');
      const below = policy.childrenOf(section.id).map(({ id }) => id);
      assert.deepEqual(
        opened.slice(0, below.length).map(({ data }) => data.id),
        below,
        section.id,
      );
      assert.ok(opened.length - below.length <= 3, section.id);
      assert.equal(new Set(opened.map(({ data }) => data.id)).size, opened.length, section.id);
    }
  });

  it('shows no part a second time among what may be meant', () => {
    const [section, part, other] = ['ejes-estrategicos', 'eje-trato', 'objetivo'].map((id) =>
      policy.find(id),
    );
    assert.ok(section && part && other);
    const opened = buttons(cards.render(section, 'es', { also: [part, other] }));
    assert.equal(opened.filter(({ data }) => data.id === part.id).length, 1);
    assert.equal(opened.filter(({ data }) => data.id === other.id).length, 1);
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
