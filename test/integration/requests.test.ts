import assert from 'node:assert/strict';
import { type Asked, fillCases, measureCases, STEPS, type Step } from '../support/case-requests.js';
import { memoryStores } from '../support/memory-stores.js';
import { freshStores } from '../support/storage.js';
import { thoroughly } from '../support/thorough.js';

/**
 * The requests before the answer: one write of the case, which fails if the case is not as this instance knows it, the
 * lookups of people, and the queue message that lets another instance take over when this one dies.
 */
const ANSWERS: Record<Step, Record<string, number>> = {
  submit: { 'Cases commit': 1, 'People get': 2, 'queue put': 1 },
  accept: { 'Cases commit': 1, 'queue put': 1 },
  reject: { 'Cases commit': 1, 'queue put': 1 },
  ask: { 'Cases commit': 1, 'queue put': 1 },
  close: { 'Cases commit': 1, 'queue put': 1 },
};

/** The largest in memory always: an emulator is filled too slowly. */
for (const [others, open] of [
  [10, freshStores],
  [2_000, freshStores],
  [thoroughly(20_000, 100_000), memoryStores],
] as const) {
  describe(`storage requests, beside ${others} other cases`, function () {
    this.timeout(120_000);
    let measured: Record<Step, Asked>;

    before(async () => {
      const { tables, queue } = await open();
      await fillCases(tables, others);
      measured = await measureCases(tables, queue);
    });

    for (const step of STEPS) {
      it(`are one transaction on cases to ${step}`, () => {
        assert.deepEqual(measured[step].answer, ANSWERS[step]);
      });
    }

    it('stay at the expected totals, including the work after the answer', () => {
      assert.deepEqual(Object.fromEntries(STEPS.map((step) => [step, measured[step].total])), TOTALS);
    });
  });
}

/**
 * A case is in the list of its assignee's people, too: one write of a row for each step, and one more to accept, which
 * moves the case to another moment. A rejection and a closing reach the reporter once they can no longer be taken back:
 * a message in the queue for then, and the outbox read once more. A closing also queues the question whether the reporter is
 * satisfied. Each step writes what of the case counts in the figures, and the first queues that they are counted anew.
 */
const TOTALS: Record<Step, number> = { submit: 46, accept: 48, reject: 38, ask: 38, close: 45 };
