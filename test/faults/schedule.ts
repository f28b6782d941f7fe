/** What happens to the bot and what people do, step by step: a pure function of the seed. */
import { seeded } from '../support/random.js';
import { between, FAULTS, oneOf, type Rates, type Service, type Weather } from './faults.js';
import { ORGANISATION } from './organisation.js';

/** How an activity arrives. */
export interface Delivery {
  /** The wire form of a click: an invoke, or a message for clients without Action.Execute. */
  way: 'execute' | 'submit';
  /**
   * `parallel`: twice at once. `later`: the same once more, seconds afterwards. `anew`: the person clicks once more
   * after half a minute, so that it has a new id.
   */
  again: 'never' | 'parallel' | 'later' | 'anew';
  /** Which instance gets it, as a share of those alive. */
  door: number;
  /** How long it is under way; a later one may overtake it. */
  delayMs: number;
}

export type Deed =
  /** `pick` decides what the person does of all that their chat offers. */
  | { do: 'act'; person: number; pick: number; how: Delivery }
  | { do: 'weather'; weather: Weather }
  /** Kill −9; a new process starts in its place. */
  | { do: 'kill'; instance: number; forMs: number }
  /** SIGSTOP, and SIGCONT. */
  | { do: 'pause'; instance: number; forMs: number }
  /** SIGTERM, and a new process in its place. */
  | { do: 'restart'; instance: number }
  /** The person removes the bot: their chat answers 403 from now on. */
  | { do: 'leave'; person: number }
  /** Somebody empties the work queue. */
  | { do: 'purge' }
  /** A later version of the bot, rolled back since, left a notice that this one cannot read. */
  | { do: 'plant'; pick: number }
  /** All instances are gone for days, in which much comes due. */
  | { do: 'outage'; days: number };

export interface Step {
  /** Milliseconds since the step before. */
  after: number;
  deed: Deed;
}

export interface Schedule {
  seed: number;
  /** ISO 8601. */
  start: string;
  /** The clock of each instance, in milliseconds ahead of the true time. */
  clocks: number[];
  steps: Step[];
}

const MINUTE_MS = 60_000;
/** In Bogotá: a Tuesday morning; a Friday at closing time; the last minutes of a year; the eve of a holiday. */
const STARTS = [
  '2026-03-10T14:30:00.000Z',
  '2026-03-13T21:50:00.000Z',
  '2027-01-01T04:50:00.000Z',
  '2026-11-13T22:30:00.000Z',
] as const;

/** How fast people act, and how many steps there are. */
interface Pace {
  steps: [number, number];
  /** Most pauses are shorter than this. */
  busyMs: number;
  /** The others are shorter than this; a few last up to an hour where hours may pass. */
  idleMs: number;
  hasHours: boolean;
  /** The longest time that an instance is dead, or paused. */
  deadMs: number;
  pausedMs: number;
  /** The places in the organisation of those who act; everybody if it is not given. */
  actors?: readonly number[];
}

/** How many of the schedules with hours have an outage. */
const HAVE_OUTAGE = 0.4;
/** Who reported is asked five working days after the closing how it went, also around holidays. */
export const OUTAGE: Step = { after: MINUTE_MS, deed: { do: 'outage', days: 11 } };

const PACES = {
  day: { steps: [60, 180], busyMs: 400, idleMs: 60_000, hasHours: true, deadMs: 20_000, pausedMs: 90_000 },
  crowd: { steps: [250, 400], busyMs: 60, idleMs: 2_000, hasHours: false, deadMs: 20_000, pausedMs: 90_000 },
  /** For real processes, whose time cannot be skipped. */
  minute: {
    steps: [70, 100],
    busyMs: 500,
    idleMs: 3_000,
    hasHours: false,
    deadMs: 4_000,
    pausedMs: 12_000,
    // Few enough for reports to come about: two who report, a superior, a member of the team.
    actors: [4, 6, 1, 8],
  },
} as const satisfies Record<string, Pace>;

/** @param isShort true for real processes: a minute, and two instances at most. */
export function scheduleOf(seed: number, { isShort = false } = {}): Schedule {
  const dice = seeded(seed);
  const pace: Pace = isShort ? PACES.minute : dice() < 0.75 ? PACES.day : PACES.crowd;
  const instances = 1 + Math.floor(dice() * (isShort ? 2 : 3));
  const areApart = dice() < 0.3;
  const clocks = Array.from({ length: instances }, () =>
    areApart ? Math.round(between(dice, -10, 10)) * MINUTE_MS : 0,
  );
  const start = oneOf(dice, STARTS);
  const length = Math.round(between(dice, ...pace.steps));
  const steps = Array.from({ length }, (): Step => {
    const deed = deedOf(dice, instances, pace);
    return { after: Math.round(pauseBefore(dice, pace)), deed };
  });
  if (pace.hasHours && dice() < HAVE_OUTAGE) {
    steps.splice(Math.floor(between(dice, 0.4, 0.7) * length), 0, OUTAGE);
  }
  return { seed, start, clocks, steps };
}

/** The first `length` steps of a schedule. */
export const prefixOf = (schedule: Schedule, length: number): Schedule => ({
  ...schedule,
  steps: schedule.steps.slice(0, length),
});

function pauseBefore(dice: () => number, { busyMs, idleMs, hasHours }: Pace): number {
  const roll = dice();
  if (roll < 0.7) return between(dice, 0, busyMs);
  return roll < 0.97 || !hasHours ? between(dice, busyMs, idleMs) : between(dice, 5, 50) * MINUTE_MS;
}

function deedOf(dice: () => number, instances: number, { deadMs, pausedMs, actors }: Pace): Deed {
  const roll = dice();
  const instance = Math.floor(dice() * instances);
  if (roll < 0.06) return { do: 'weather', weather: weatherOf(dice) };
  if (roll < 0.09) return { do: 'kill', instance, forMs: Math.round(between(dice, 500, deadMs)) };
  if (roll < 0.11) return { do: 'pause', instance, forMs: Math.round(between(dice, 500, pausedMs)) };
  if (roll < 0.12) return { do: 'restart', instance };
  if (roll < 0.123) return { do: 'leave', person: dice() };
  if (roll < 0.126) return { do: 'purge' };
  if (roll < 0.132) return { do: 'plant', pick: dice() };
  const again = dice();
  return {
    do: 'act',
    person: actors ? (oneOf(dice, actors) + 0.5) / ORGANISATION.length : dice(),
    pick: dice(),
    how: {
      way: dice() < 0.6 ? 'execute' : 'submit',
      again: again < 0.8 ? 'never' : again < 0.87 ? 'parallel' : again < 0.94 ? 'later' : 'anew',
      door: dice(),
      delayMs: dice() < 0.9 ? 0 : Math.round(between(dice, 500, 5_000)),
    },
  };
}

/** Each service may have a bad time of its own, from a few failing requests to a whole outage. */
function weatherOf(dice: () => number): Weather {
  const services: readonly Service[] = ['tables', 'queues', 'connector', 'blobs', 'graph', 'keys'];
  const chances: Record<Service, number> = {
    tables: 0.45,
    queues: 0.35,
    connector: 0.5,
    blobs: 0.2,
    graph: 0.2,
    keys: 0.1,
  };
  return Object.fromEntries(
    services.filter((service) => dice() < chances[service]).map((service) => [service, ratesOf(dice)]),
  );
}

function ratesOf(dice: () => number): Rates {
  if (dice() < 0.1) return { [oneOf(dice, ['refuse', 'cut', 'throttle'] as const)]: 1 };
  const severity = oneOf(dice, [0.05, 0.2, 0.6]);
  const kinds = FAULTS.filter(() => dice() < 0.4);
  return Object.fromEntries(kinds.map((kind) => [kind, severity / kinds.length]));
}
