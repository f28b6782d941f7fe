import assert from 'node:assert/strict';
import { pastDayIn } from '../../../../src/platform/understanding/past-day.js';

/** A Monday. */
const TODAY = '2026-11-30';

describe('the day on which something happened', () => {
  for (const [text, day] of [
    ['fue hoy', '2026-11-30'],
    ['no fue hoy, fue ayer', '2026-11-29'],
    ['eso pasó antier', '2026-11-28'],
    ['no fue el lunes, fue el martes', '2026-11-24'],
    ['fue el lunes', '2026-11-23'],
    ['hace 3 días', '2026-11-27'],
    ['el 12 de noviembre', '2026-11-12'],
    ['el 12 de diciembre', '2025-12-12'],
    ['it was on Friday', '2026-11-27'],
    ['me equivoqué de sede', undefined],
    ['el 45 de noviembre', undefined],
  ] as const) {
    it(`is ${day ?? 'not named'}: "${text}"`, () => assert.equal(pastDayIn(text, TODAY), day));
  }
});
