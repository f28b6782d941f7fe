import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

describe('the mutants', () => {
  for (const { does, file, from } of MUTANTS) {
    it(`find what they change: a bot that ${does}`, () => {
      assert.equal(readFileSync(`${ROOT}${file}`, 'utf8').split(from).length, 2);
    });
  }
});
