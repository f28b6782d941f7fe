import assert from 'node:assert/strict';
import { concernsOf, type Status } from '../../../../../src/features/operations/domain/status.js';

const NOW = new Date('2026-11-24T15:00:00Z');
const round = (minutesAgo: number, count = 0) => ({
  at: new Date(NOW.getTime() - minutesAgo * 60_000),
  count,
});
const DAY = 24 * 60;
const WELL: Status = {
  version: '1.0.0',
  instances: 2,
  queued: 5_000,
  setAside: 0,
  audit: round(9),
  parked: round(9),
  backup: round(DAY),
  people: round(30 * DAY, 2_000),
};

describe('the state of the bot', () => {
  for (const [title, change, concerns] of [
    ['is well, however long the queue', {}, []],
    ['names work that was set aside', { setAside: 1 }, ['setAside']],
    ['names an audit that found something', { audit: round(9, 1) }, ['audit']],
    ['names an audit that does not come', { audit: round(36) }, ['audit']],
    ['names rounds that never were', { audit: undefined, parked: undefined }, ['audit', 'parked']],
    ['names notices that were given up', { parked: round(9, 1) }, ['parked']],
    ['names a copy that is missing for a night', { backup: round(28 * 60) }, ['backup']],
    ['does not miss the copy before the first night', { backup: undefined }, []],
    ['names a directory that is old', { people: round(36 * DAY) }, ['people']],
    ['takes Microsoft Graph as up to date', { people: 'live' }, []],
  ] as [string, Partial<Status>, string[]][]) {
    it(title, () => {
      assert.deepEqual(concernsOf({ ...WELL, ...change }, NOW), concerns);
    });
  }
});
