import assert from 'node:assert/strict';
import { languageFor } from '../../../../src/platform/pages/layout.js';

describe('the language of a page', () => {
  for (const [header, language] of [
    ['', 'es'],
    ['en', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['es-CO,en', 'es'],
    ['de', 'es'],
  ] as const) {
    it(`is ${language} for a browser that asks for "${header}"`, () => {
      assert.equal(languageFor(header), language);
    });
  }
});
