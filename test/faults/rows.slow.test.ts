import assert from 'node:assert/strict';
import { check } from './check/check.js';
import type { Facts } from './check/facts.js';
import { holdersOf, momentOf, numberOf, storyOf } from './check/stories.js';
import { conversationOf, entriesOf, type History, numbersIn } from './history.js';
import { longDays } from './long-days.js';
import { DAYS_APART, hasMet, ROWS, scheduleFor } from './rows.js';
import { simulate } from './simulation/simulation.js';

/** The longest time from a report until the first notice to somebody who attends to it. */
function slowestNotice(history: History, { cases }: Facts): number {
  const moment = momentOf(history);
  const waits = cases.map((one) => {
    const [reported] = storyOf(one);
    assert.ok(reported);
    const holders = holdersOf(history.people, reported.after).map(conversationOf);
    const told = entriesOf(history, 'sent').find(
      ({ arrived, conversation, shown }) =>
        arrived && holders.includes(conversation) && numbersIn(shown?.summary ?? '').includes(numberOf(one)),
    );
    return told ? told.at - moment(reported.event) : 0;
  });
  return Math.max(...waits);
}

describe('a day of faults of one kind loses nothing and doubles nothing', function () {
  this.timeout(120_000);

  for (const row of ROWS) {
    it(row.title, async () => {
      const { history, facts, met } = await simulate(scheduleFor(row));
      const { violations, acknowledged } = check(history, facts);
      assert.deepEqual(violations, []);
      assert.ok(acknowledged > 0);
      assert.ok(hasMet(row, met), JSON.stringify(met));
      const { toldWithinMs = Number.POSITIVE_INFINITY } = row;
      assert.ok(slowestNotice(history, facts) <= toldWithinMs, `${slowestNotice(history, facts)} ms`);
      assert.ok(row.happened?.(history) ?? true, 'the fault has happened');
    });
  }

  const follows = new Set<string>();
  for (const seeds of DAYS_APART) {
    it(`days in which nothing runs, with seeds ${seeds.join(' and ')}`, async () => {
      const { history, facts } = await simulate(longDays(seeds));
      assert.deepEqual(check(history, facts).violations, []);
      assert.ok(facts.voices.some(({ answeredAt }) => answeredAt !== ''));
      for (const { events } of facts.cases) for (const { body } of events) follows.add(body.type);
    });
  }

  it('days in which nothing runs have commitments that lapse and that are extended', () => {
    assert.ok(follows.has('commitment-lapsed') && follows.has('commitment-extended'));
  });
});
