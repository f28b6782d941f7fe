import assert from 'node:assert/strict';
import { dueOf } from '../../../../../src/features/cases/cards/due.js';
import type { Language } from '../../../../../src/platform/text/catalogue.js';
import { bogota } from '../../../../support/fixtures.js';

/** Replaces the no-break spaces that Intl puts into "a. m."; readers see no difference. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const words = (due: string, now: string, language: Language) =>
  plain(dueOf({ dueAt: bogota(due).toISOString(), state: 'reported' }, bogota(now), language));

describe('due times in words', () => {
  // 2026-11-24 is a Tuesday.
  for (const [name, due, now, es, en] of [
    [
      'today',
      '2026-11-24 16:30',
      '2026-11-24 08:00',
      'Hay que responder hoy antes de las 4:30 p. m.',
      'To be answered today before 4:30 PM',
    ],
    [
      '"a la" at one o’clock',
      '2026-11-24 13:00',
      '2026-11-24 08:00',
      'Hay que responder hoy antes de la 1:00 p. m.',
      'To be answered today before 1:00 PM',
    ],
    [
      '"a las" at ten o’clock, which also begins with a one',
      '2026-11-24 10:00',
      '2026-11-24 08:00',
      'Hay que responder hoy antes de las 10:00 a. m.',
      'To be answered today before 10:00 AM',
    ],
    [
      'tonight when it is after midnight and near',
      '2026-11-25 00:00',
      '2026-11-24 23:59',
      'Hay que responder esta noche antes de las 12:00 a. m.',
      'To be answered tonight before 12:00 AM',
    ],
    [
      'today when it is tomorrow in UTC',
      '2026-11-24 23:59',
      '2026-11-24 18:59',
      'Hay que responder hoy antes de las 11:59 p. m.',
      'To be answered today before 11:59 PM',
    ],
    [
      'tomorrow when it is nearly two days away',
      '2026-11-25 23:00',
      '2026-11-24 00:30',
      'Hay que responder mañana antes de las 11:00 p. m.',
      'To be answered tomorrow before 11:00 PM',
    ],
    [
      'the weekday and date for later days',
      '2026-11-26 01:15',
      '2026-11-24 23:59',
      'Hay que responder antes del jueves, 26 de noviembre a la 1:15 a. m.',
      'To be answered before Thursday, November 26 at 1:15 AM',
    ],
    [
      'overdue after the due time',
      '2026-11-24 09:30',
      '2026-11-24 09:31',
      'Se pasó el plazo, que era el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
    [
      'overdue at the due time itself',
      '2026-11-24 09:30',
      '2026-11-24 09:30',
      'Se pasó el plazo, que era el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
    [
      'overdue after a year',
      '2025-11-24 09:30',
      '2026-11-24 09:30',
      'Se pasó el plazo, que era el 24 de noviembre, 9:30 a. m.',
      'Overdue since November 24, 9:30 AM',
    ],
  ] as const) {
    it(`says ${name}`, () => {
      assert.equal(words(due, now, 'es'), es);
      assert.equal(words(due, now, 'en'), en);
    });
  }

  it('says nothing when nothing is due', () => {
    assert.equal(dueOf({ state: 'closed' }, bogota('2026-11-24 09:30'), 'es'), '');
  });
});
