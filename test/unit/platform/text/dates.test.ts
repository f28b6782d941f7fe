import assert from 'node:assert/strict';
import {
  bogotaDay,
  bogotaMonth,
  bogotaYear,
  daysBetween,
  monthsBetween,
  shiftedMonth,
} from '../../../../src/platform/calendar/days.js';
import { calendarDay, moment, timeOfDay, weekday } from '../../../../src/platform/text/dates.js';
import { bogota } from '../../../support/fixtures.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the calendar of Bogotá', () => {
  it('begins a day at midnight in Bogotá', () => {
    assert.equal(bogotaDay(new Date('2026-11-24T04:59:59.999Z')), '2026-11-23');
    assert.equal(bogotaDay(new Date('2026-11-24T05:00:00.000Z')), '2026-11-24');
  });

  it('begins a year at midnight in Bogotá', () => {
    assert.equal(bogotaYear(new Date('2027-01-01T04:59:59Z')), 2026);
    assert.equal(bogotaYear(new Date('2027-01-01T05:00:00Z')), 2027);
  });

  it('begins a month at midnight in Bogotá', () => {
    assert.equal(bogotaMonth(new Date('2026-12-01T04:59:59Z')), '2026-11');
    assert.equal(bogotaMonth(new Date('2026-12-01T05:00:00Z')), '2026-12');
  });

  it('lists the months between two months, also across years', () => {
    assert.deepEqual(monthsBetween('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
    assert.deepEqual(monthsBetween('2026-11', '2026-11'), ['2026-11']);
    assert.deepEqual(monthsBetween('2026-12', '2026-11'), []);
    assert.equal(shiftedMonth('2026-01', -1), '2025-12');
  });

  it('counts days by the calendar, not by hours', () => {
    assert.equal(daysBetween(bogota('2026-11-24 23:59'), bogota('2026-11-25 00:00')), 1);
    assert.equal(daysBetween(bogota('2026-11-24 00:00'), bogota('2026-11-24 23:59')), 0);
    assert.equal(daysBetween(bogota('2026-11-24 00:00'), bogota('2026-11-23 23:59')), -1);
    assert.equal(daysBetween(bogota('2026-12-31 12:00'), bogota('2027-01-01 12:00')), 1);
    assert.equal(daysBetween(bogota('2028-02-28 12:00'), bogota('2028-03-01 12:00')), 2);
  });
});

describe('dates in words', () => {
  it('use the language', () => {
    const at = bogota('2026-11-24 09:30');
    assert.equal(plain(moment(at, 'es')), '24 de noviembre, 9:30 a. m.');
    assert.equal(plain(moment(at, 'en')), 'November 24, 9:30 AM');
    assert.equal(weekday(at, 'es'), 'martes, 24 de noviembre');
    assert.equal(weekday(at, 'en'), 'Tuesday, November 24');
    assert.equal(calendarDay('2026-11-24', 'es'), '24 de noviembre de 2026');
    assert.equal(calendarDay('2026-11-24', 'en'), 'November 24, 2026');
  });

  it('use the day in Bogotá, also in the evening', () => {
    const at = new Date('2026-11-25T01:05:00Z');
    assert.equal(plain(moment(at, 'es')), '24 de noviembre, 8:05 p. m.');
    assert.equal(weekday(at, 'en'), 'Tuesday, November 24');
  });

  it('keep a calendar day as it is, whatever the time zone', () => {
    assert.equal(calendarDay('2027-01-01', 'es'), '1 de enero de 2027');
    assert.equal(calendarDay('2026-12-31', 'es'), '31 de diciembre de 2026');
  });

  it('keep an hour in one line', () => {
    for (const language of ['es', 'en'] as const)
      assert.doesNotMatch(timeOfDay(bogota('2026-11-24 09:30'), language), / /);
  });

  it('write midnight and noon as twelve', () => {
    assert.equal(plain(timeOfDay(bogota('2026-11-24 00:00'), 'es')), '12:00 a. m.');
    assert.equal(plain(timeOfDay(bogota('2026-11-24 12:00'), 'es')), '12:00 p. m.');
    assert.equal(plain(timeOfDay(bogota('2026-11-24 00:00'), 'en')), '12:00 AM');
  });
});
