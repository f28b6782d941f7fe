import assert from 'node:assert/strict';
import { dueInWords } from '../../../../../src/features/cases/cards/due.js';
import type { Language } from '../../../../../src/platform/text/catalogue.js';
import { bogota } from '../../../../support/fixtures.js';

/** Replaces the no-break spaces that Intl puts into "a. m."; readers see no difference. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const words = (due: string, now: string, language: Language) =>
  plain(dueInWords(bogota(due).toISOString(), bogota(now), language));

describe('due times in words', () => {
  // 2026-11-24 is a Tuesday.
  for (const [name, due, now, es, en] of [
    ['today', '2026-11-24 16:30', '2026-11-24 08:00', 'Vence hoy a las 4:30 p. m.', 'Due today at 4:30 PM'],
    [
      '"a la" at one o’clock',
      '2026-11-24 13:00',
      '2026-11-24 08:00',
      'Vence hoy a la 1:00 p. m.',
      'Due today at 1:00 PM',
    ],
    [
      '"a las" at ten o’clock, which also begins with a one',
      '2026-11-24 10:00',
      '2026-11-24 08:00',
      'Vence hoy a las 10:00 a. m.',
      'Due today at 10:00 AM',
    ],
    [
      'tomorrow when it is less than an hour away',
      '2026-11-25 00:00',
      '2026-11-24 23:59',
      'Vence mañana a las 12:00 a. m.',
      'Due tomorrow at 12:00 AM',
    ],
    [
      'today when it is tomorrow in UTC',
      '2026-11-24 23:59',
      '2026-11-24 18:59',
      'Vence hoy a las 11:59 p. m.',
      'Due today at 11:59 PM',
    ],
    [
      'tomorrow when it is nearly two days away',
      '2026-11-25 23:00',
      '2026-11-24 00:30',
      'Vence mañana a las 11:00 p. m.',
      'Due tomorrow at 11:00 PM',
    ],
    [
      'the weekday and date for later days',
      '2026-11-26 01:15',
      '2026-11-24 23:59',
      'Vence el jueves, 26 de noviembre a la 1:15 a. m.',
      'Due on Thursday, November 26 at 1:15 AM',
    ],
    [
      'overdue after the due time',
      '2026-11-24 09:30',
      '2026-11-24 09:31',
      'Vencido desde el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
    [
      'overdue at the due time itself',
      '2026-11-24 09:30',
      '2026-11-24 09:30',
      'Vencido desde el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
    [
      'overdue after a year',
      '2025-11-24 09:30',
      '2026-11-24 09:30',
      'Vencido desde el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
  ] as const) {
    it(`says ${name}`, () => {
      assert.equal(words(due, now, 'es'), es);
      assert.equal(words(due, now, 'en'), en);
    });
  }

  it('says nothing when nothing is due', () => {
    assert.equal(dueInWords(undefined, bogota('2026-11-24 09:30'), 'es'), '');
  });
});
