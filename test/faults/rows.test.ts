import assert from 'node:assert/strict';
import { check } from './check/check.js';
import type { Facts } from './check/facts.js';
import { holdersOf, momentOf, numberOf, storyOf } from './check/stories.js';
import type { FaultKind, Met, Service } from './faults.js';
import { conversationOf, entriesOf, type History, numbersIn } from './history.js';
import { longDays } from './long-days.js';
import { type Deed, type Delivery, type Schedule, type Step, scheduleOf } from './schedule.js';
import { simulate } from './simulation/simulation.js';

/** People act as in this schedule, while one kind of fault happens all the time. */
const SEED = 2;
const ALL_BUT_FEW = 0.25;

interface RowOfFaults {
  title: string;
  instances?: number;
  /** Milliseconds that clocks are ahead, by instance. */
  clocks?: number[];
  start?: string;
  /** The fault, and how likely it is for each request. */
  service?: Service;
  faults?: readonly FaultKind[];
  /** Every so many steps, this happens too. */
  trouble?: { every: number; deed: (instance: number) => Deed };
  how?: (how: Delivery, at: number) => Delivery;
  /** After a report, somebody who attends to it knows of it within this time. */
  toldWithinMs?: number;
  happened?: (history: History) => boolean;
}

const killed = { every: 2, deed: (instance: number): Deed => ({ do: 'kill', instance, forMs: 3_000 }) };

const ROWS: readonly RowOfFaults[] = [
  { title: 'no fault at all, with two instances', instances: 2, toldWithinMs: 10_000 },
  { title: 'row 1: storage refuses or answers 500', service: 'tables', faults: ['refuse', 'fail'] },
  {
    title: 'row 2: storage is late, and carries out what nobody waits for',
    service: 'tables',
    faults: ['late', 'slow'],
  },
  {
    title: 'row 3: storage asks to wait, with and without saying how long',
    service: 'tables',
    faults: ['throttle', 'throttle-silent', 'refuse'],
  },
  {
    title: 'row 4: answers of storage get lost, so that a repetition meets its own trace',
    instances: 2,
    service: 'tables',
    faults: ['lose', 'partial'],
  },
  {
    title: 'row 5: Teams asks to wait',
    instances: 2,
    service: 'connector',
    faults: ['throttle', 'throttle-silent'],
  },
  {
    title: 'row 6: Teams fails after it has taken a message',
    service: 'connector',
    faults: ['lose', 'fail', 'partial', 'late'],
  },
  {
    title: 'row 7: a chat takes no more messages',
    trouble: { every: 20, deed: (instance) => ({ do: 'leave', person: (instance + 0.5) / 11 }) },
    happened: (history) => entriesOf(history, 'sent').some(({ status }) => status === 403),
  },
  {
    title: 'row 8: kill −9 before a commit, after it, and between the notices',
    instances: 2,
    trouble: killed,
    toldWithinMs: 120_000,
    happened: (history) => entriesOf(history, 'killed').length > 5,
  },
  {
    title: 'row 9: the same activity in parallel, later, and with a new id',
    how: (how, at) => ({ ...how, again: (['parallel', 'later', 'anew'] as const)[at % 3] ?? 'later' }),
    happened: (history) => entriesOf(history, 'said').some(({ activity }) => activity.endsWith('-anew')),
  },
  {
    title: 'row 11: three instances on one storage, of which one after another is killed',
    instances: 3,
    trouble: killed,
    happened: (history) =>
      entriesOf(history, 'sent').some(({ shown }) => shown?.text.startsWith('Te recuerdo')),
  },
  {
    title: 'row 12: clocks ten minutes apart, at the turn of the year in Bogotá',
    instances: 2,
    clocks: [-600_000, 600_000],
    start: '2027-01-01T04:50:00.000Z',
    happened: (history) => new Set(entriesOf(history, 'sent').map(({ instance }) => instance)).size === 2,
  },
  {
    title: 'row 21: a notice that only a later version understands',
    trouble: { every: 10, deed: () => ({ do: 'plant', pick: 0.5 }) },
  },
  {
    title: 'row 22: the queue is emptied, and with it every deadline',
    trouble: { every: 10, deed: () => ({ do: 'purge' }) },
  },
];

/** The voice of who reported, and commitments, come due in the days between. */
const DAYS_APART = [
  [9, 11],
  [9, 1],
] as const;

function scheduleFor(row: RowOfFaults): Schedule {
  const { instances = 1, clocks, service, faults = [], trouble, how } = row;
  const base = scheduleOf(SEED);
  const rates = Object.fromEntries(faults.map((fault) => [fault, ALL_BUT_FEW / faults.length]));
  const weather: Step[] = service
    ? [{ after: 0, deed: { do: 'weather', weather: { [service]: rates } } }]
    : [];
  const acts = base.steps.filter(({ deed }) => deed.do === 'act');
  const steps = acts.flatMap((step, at): Step[] => {
    const { deed } = step;
    const act = deed.do === 'act' && how ? { ...step, deed: { ...deed, how: how(deed.how, at) } } : step;
    if (!trouble || at % trouble.every !== trouble.every - 1) return [act];
    const times = Math.floor(at / trouble.every);
    // At another moment of what the act sets off each time.
    return [act, { after: 20 + 40 * (times % 8), deed: trouble.deed(times % instances) }];
  });
  return {
    seed: SEED,
    start: row.start ?? base.start,
    clocks: clocks ?? Array.from({ length: instances }, () => 0),
    steps: [...weather, ...steps],
  };
}

/** Each fault of the row was met. */
const hasMet = ({ service, faults = [] }: RowOfFaults, met: Met) =>
  faults.every((fault) => (met[`${service} ${fault}`] ?? 0) > 0);

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

  for (const seeds of DAYS_APART) {
    it(`days in which nothing runs, with seeds ${seeds.join(' and ')}`, async () => {
      const { history, facts } = await simulate(longDays(seeds));
      assert.deepEqual(check(history, facts).violations, []);
      assert.ok(facts.voices.some(({ answeredAt }) => answeredAt !== ''));
      const follows = facts.cases.flatMap(({ events }) => events).map(({ body }) => body.type);
      assert.ok(follows.includes('commitment-lapsed') && follows.includes('commitment-extended'));
    });
  }
});
