import assert from 'node:assert/strict';
import { Renderer } from '../../src/cards/renderer.js';
import { AnswerCards } from '../../src/policy/answer-card.js';
import { readPolicy } from '../../src/policy/content.js';
import { readKnowledge } from '../../src/policy/knowledge.js';
import { buttons } from '../support/cards.js';

describe('the card of an answer', () => {
  const policy = readPolicy();
  const cards = new AnswerCards({
    ...{ policy, knowledge: readKnowledge(policy), renderer: new Renderer(), links: {} },
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
    it(`should have a button to report where one can: ${id}`, () => {
      assert.deepEqual(
        reports(id, { canReport: true }).map(({ title }) => title),
        ['Reportar una falla'],
      );
      assert.deepEqual(reports(id, {}), []);
      assert.deepEqual(reports(id, { canReport: false }), []);
    });
  }

  it('should have none where the section is about something else', () => {
    for (const id of ['robotismo', 'objetivo', 'reconocimientos']) {
      assert.deepEqual(reports(id, { canReport: true }), []);
    }
  });
});
