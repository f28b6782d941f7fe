/** The days of one kind of fault each: the rows of docs/reliability.md that are played as schedules. */
import type { FaultKind, Met, Service } from './faults.js';
import { entriesOf, type History } from './history.js';
import { type Deed, type Delivery, type Schedule, type Step, scheduleOf } from './schedule.js';

/** People act as in this schedule, while one kind of fault happens all the time. */
export const SEED = 2;
const ALL_BUT_FEW = 0.25;

export interface RowOfFaults {
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

export const ROWS: readonly RowOfFaults[] = [
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
export const DAYS_APART = [
  [20, 21],
  [50, 51],
] as const;

/** @param seed of what people do. */
export function scheduleFor(row: RowOfFaults, seed = SEED): Schedule {
  const { instances = 1, clocks, service, faults = [], trouble, how } = row;
  const base = scheduleOf(seed);
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
    seed,
    start: row.start ?? base.start,
    clocks: clocks ?? Array.from({ length: instances }, () => 0),
    steps: [...weather, ...steps],
  };
}

/** Each fault of the row was met. */
export const hasMet = ({ service, faults = [] }: RowOfFaults, met: Met) =>
  faults.every((fault) => (met[`${service} ${fault}`] ?? 0) > 0);
