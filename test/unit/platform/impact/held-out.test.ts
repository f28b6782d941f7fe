import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LEVELS } from '../../../../src/platform/impact/assessment.js';
import { NO_FAILURE } from '../../../../src/platform/impact/impact-model.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';

const row = z.object({ text: z.string(), level: z.enum([...LEVELS, NO_FAILURE]) });

/** Files that nobody learnt from. The bounds leave room for what a change moves both ways; see docs/impact.md. */
function readSet(name: string) {
  const lines = readFileSync(new URL(`../../../eval/${name}.jsonl`, import.meta.url), 'utf8').trim();
  return lines.split('\n').map((line) => row.parse(JSON.parse(line)));
}

describe('of narratives that were put aside', () => {
  const assess = loadAssess();

  for (const { name, wanted } of [
    { name: 'life', wanted: { high: 54, falseAlarms: 9, silent: 1 } },
    { name: 'plain', wanted: { high: 171, falseAlarms: 21, silent: 2 } },
  ]) {
    describe(`those of test/eval/${name}.jsonl`, () => {
      const found = readSet(name).map(({ text, level }) => ({ wanted: level, ...assess(text) }));
      const grave = found.filter((one) => one.wanted === 'high');
      const harmless = found.filter((one) => one.wanted === 'low' || one.wanted === NO_FAILURE);

      it('are high where they are grave', () => {
        assert.ok(grave.filter(({ level }) => level === 'high').length >= wanted.high);
      });
      it('are seldom high or urgent where they are harmless', () => {
        const alarms = harmless.filter(({ level, urgent }) => level === 'high' || urgent);
        assert.ok(alarms.length <= wanted.falseAlarms, String(alarms.length));
      });
      it('reach a person at once or in review where they are grave', () => {
        const silent = grave.filter(
          ({ level, urgent, reviews }) => level !== 'high' && !urgent && reviews.length === 0,
        );
        assert.ok(silent.length <= wanted.silent, String(silent.length));
      });
    });
  }
});
