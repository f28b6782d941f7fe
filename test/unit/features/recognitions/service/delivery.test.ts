/** Thousands of recognitions at once, against Teams' limits, in simulated time. */
import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  APP_A_SECOND,
  CHAT_A_SECOND,
  idOf,
  leaderOf,
  mostInASecond,
  noticesOf,
  rush,
} from '../../../../support/recognition-rush.js';
import { thoroughly } from '../../../../support/thorough.js';

const MANY = thoroughly(300, 3_000);
const START = Date.parse('2026-11-24T14:00:00Z');

interface Sent {
  at: number;
  to: string;
}

describe('thousands of recognitions in one minute', function () {
  this.timeout(300_000);
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: START });
  });
  afterEach(() => clock.restore());

  it('reach everybody once, and each superior, within what Teams takes', async () => {
    const sent: Sent[] = [];
    const notices = noticesOf(MANY);
    const { deliver } = await rush(MANY, clock, async (to) => {
      sent.push({ at: Date.now(), to });
      return `message ${sent.length}`;
    });
    assert.equal(sent.length, 0, 'nobody is told while they can be taken back');
    await deliver(() => sent.length >= notices.length);

    const counts = new Map<string, number>();
    for (const { to } of sent) counts.set(to, (counts.get(to) ?? 0) + 1);
    for (let n = 0; n < MANY; n++) {
      assert.equal(counts.get(idOf(n)), 1, `person ${n}`);
      const team = notices.filter((id) => n % 100 === 0 && id === leaderOf(n)).length;
      if (team > 0) assert.equal(counts.get(leaderOf(n)), team, `leader of ${n}`);
    }
    assert.equal(sent.length, notices.length);
    assert.ok(mostInASecond(sent.map(({ at }) => at)) <= APP_A_SECOND);
    for (const leader of new Set(sent.map(({ to }) => to))) {
      const times = sent.filter(({ to }) => to === leader).map(({ at }) => at);
      if (times.length > 1) assert.ok(mostInASecond(times) <= CHAT_A_SECOND);
    }
    const took = (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0);
    assert.ok(took >= (notices.length * 1_000) / APP_A_SECOND - 2_000, 'the limits were at work');
  });
});
