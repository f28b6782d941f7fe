import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parts } from '../support/cards.js';
import { schemaErrors } from './card-schema.js';

const FOLDER = fileURLToPath(new URL('../golden/', import.meta.url));
/** Teams cuts longer ones. */
const MOST_OF_TITLE = 40;

const cards = readdirSync(FOLDER).map((name) => ({
  name,
  card: JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8')) as Record<string, unknown>,
}));
const actions = cards.flatMap(({ name, card }) =>
  parts(card)
    .filter(({ type }) => String(type).startsWith('Action.'))
    .map((action) => ({ name, action })),
);

describe('every golden card', () => {
  for (const { name, card } of cards) {
    it(`fits Microsoft's schema of version 1.5: ${name}`, () => {
      assert.deepEqual(schemaErrors(card), []);
      assert.equal(card.version, '1.5');
    });
  }

  it('has a language, and a text for clients that cannot show it', () => {
    for (const { name, card } of cards) {
      assert.equal(card.lang, 'es', name);
      assert.match(String(card.fallbackText), /\p{L}/u, name);
    }
  });

  it('has titles of buttons that no client cuts', () => {
    for (const { name, action } of actions) {
      const { title = '' } = action;
      assert.ok(String(title).length <= MOST_OF_TITLE, `${name}: ${title}`);
    }
  });

  it('styles no button, because Teams ignores it', () => {
    assert.deepEqual(
      actions.filter(({ action }) => 'style' in action).map(({ name }) => name),
      [],
    );
  });
});

describe('the check of the schema', () => {
  const cardWith = (element: object) => ({ type: 'AdaptiveCard', version: '1.5', body: [element] });

  it('takes a people picker of Teams', () => {
    const dataset = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' };
    assert.deepEqual(
      schemaErrors(cardWith({ type: 'Input.ChoiceSet', id: 'who', 'choices.data': dataset })),
      [],
    );
  });

  it('refuses an unknown property, an unknown element, a wrong value and a null', () => {
    for (const element of [
      { type: 'TextBlock', text: 'x', colour: 'Good' },
      { type: 'Chart.Donut', data: [] },
      { type: 'TextBlock', text: 'x', size: 'Huge' },
      { type: 'Input.Text', id: 'x', value: null },
      { type: 'Container' },
      { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 7 }] },
    ]) {
      const errors = schemaErrors(cardWith(element));
      assert.ok(errors.length > 0, JSON.stringify(element));
    }
  });
});
