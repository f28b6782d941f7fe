import assert from 'node:assert/strict';
import { COMMANDS } from '../../../../src/commands.js';
import { ArticleSearch } from '../../../../src/platform/understanding/article-search.js';
import { loadUnderstand } from '../../../../src/platform/understanding/load.js';
import { modelKnowing, modelSaying } from '../../../support/models.js';

const which = modelSaying({ 'process:a': 0.6, 'process:b': 0.3, 'process:c': 0.1 });

describe('the search for articles', () => {
  it('finds the likeliest where one is asked for', () => {
    const found = new ArticleSearch(modelSaying({ process: 0.5, howto: 0.3, '~policy': 0.2 }), which).find(
      'x',
    );
    assert.equal(found?.id, 'process:a');
    assert.ok(Math.abs((found?.asked ?? 0) - 0.8) < 0.01);
    assert.ok(Math.abs((found?.probability ?? 0) - 0.48) < 0.01);
  });

  it('finds none where none is asked for, or several are as likely', () => {
    assert.equal(
      new ArticleSearch(modelSaying({ process: 0.3, '~policy': 0.7 }), which).find('x'),
      undefined,
    );
    const even = modelSaying(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, 0.2])));
    assert.equal(new ArticleSearch(modelSaying({ process: 1 }), even).find('x'), undefined);
  });

  it('reads what goes on from an article with its title, and finds another one', () => {
    const words = modelKnowing(['process:a', 'process:b'], { uno: [4, 3], dos: [0, 0] });
    const search = new ArticleSearch(modelSaying({ process: 0.9, '~policy': 0.1 }), words);
    assert.equal(search.findAfter('dos', { id: 'process:a', title: 'uno' })?.id, 'process:b');
  });
});

describe('a question that an article answers', () => {
  const understand = loadUnderstand(COMMANDS);

  it('is one for the policy, with the article', () => {
    const { purpose, article, asks } = understand('¿cuánto tiempo tienen para aceptar un caso alto?', []);
    assert.deepEqual([purpose, article?.id, asks], ['policy', 'process:deadline-high', false]);
    assert.equal(understand('¿qué hago si un usuario me grita?', []).article?.id, 'howto:shouting-user');
  });

  it('leaves commands, danger, stories and sections to themselves', () => {
    for (const text of ['mis casos', 'reportar', '¿qué es la facilidad?', 'hola', 'me quiero morir'])
      assert.equal(understand(text, []).article, undefined, text);
  });
});
