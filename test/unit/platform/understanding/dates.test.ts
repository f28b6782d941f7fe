import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Span, spanIn } from '../../../../src/platform/understanding/dates.js';
import { DATE_PHRASES, TODAY } from './date-phrases.js';

const RUNS = 3_000;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

describe('the days of an absence in a text', () => {
  for (const [text, from, until] of DATE_PHRASES) {
    it(`are ${from || 'unknown'} to ${until || 'unknown'} in "${text}"`, () => {
      const expected: Span = { ...(from && { from }), ...(until && { until }) };
      assert.deepEqual(spanIn(text, TODAY), expected);
    });
  }

  it('fall in the next year when those of this year have passed', () => {
    assert.deepEqual(spanIn('hasta el 2 de enero', '2026-12-31'), { until: '2027-01-02' });
    assert.deepEqual(spanIn('mañana no estoy', '2026-12-31'), { from: '2027-01-01', until: '2027-01-01' });
    assert.deepEqual(spanIn('hasta el 29 de febrero', '2027-12-01'), { until: '2028-02-29' });
    assert.deepEqual(spanIn('Semana Santa', '2027-03-27'), { from: '2028-04-10', until: '2028-04-14' });
  });

  it('of this week end on Sunday when it is Saturday', () => {
    assert.deepEqual(spanIn('esta semana no estoy', '2026-11-28'), {
      from: '2026-11-28',
      until: '2026-11-29',
    });
  });

  it('are from today on, and in order, whatever the text', () => {
    const words =
      `el la del al de hasta desde vuelvo no y , . 0 3 10 28 31 15 99 enero diciembre febrero lunes viernes semana
      otra próxima este hoy mañana pasado ayer por quince ocho un mes días 24/12 31/2 00/00 12/20 2026-11-01 2027-02-29 a back
      until from Monday Jan 8th hábiles en quincena fin Santa 2025 2026 2028 entre curso primera`.split(
        /\s+/,
      );
    const sentence = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((some) => some.join(' '));
    const today = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme' })), today, (text, day) => {
        const { from, until } = spanIn(text, day);
        for (const named of [from, until]) if (named !== undefined) assert.match(named, DAY);
        assert.ok(from === undefined || from >= day);
        assert.ok(until === undefined || until >= (from ?? day));
      }),
      { numRuns: RUNS },
    );
  });
});
