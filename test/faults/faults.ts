/** The faults that a request may meet on its way, and how often each happens at the moment. */

export const SERVICES = ['tables', 'queues', 'blobs', 'connector', 'graph', 'keys'] as const;
export type Service = (typeof SERVICES)[number];

/**
 * - `slow`: it is carried out, and the answer takes seconds.
 * - `refuse`: it is answered with 500, 502, 503 or 504, and not carried out.
 * - `throttle`, `throttle-silent`: 429, with and without Retry-After.
 * - `cut`: the connection breaks before it gets through.
 * - `lose`: it is carried out, and the connection breaks before the answer.
 * - `fail`: it is carried out, and answered with 500 all the same.
 * - `partial`: it is carried out, and the answer breaks off in the middle.
 * - `late`: there is no answer; it is carried out after the caller has given up.
 */
export const FAULTS = [
  'slow',
  'refuse',
  'throttle',
  'throttle-silent',
  'cut',
  'lose',
  'fail',
  'partial',
  'late',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** What a service answers that did not carry out a request. */
export const REFUSALS = [502, 503, 504] as const;

/** The probability of each fault; nothing happens otherwise. */
export type Rates = Partial<Record<FaultKind, number>>;
export type Weather = Partial<Record<Service, Rates>>;

export const CALM: Weather = {};

/** @param dice numbers in [0, 1). */
function drawFault(rates: Rates | undefined, dice: () => number): FaultKind | 'pass' {
  let left = dice();
  for (const kind of FAULTS) {
    left -= rates?.[kind] ?? 0;
    if (left < 0) return kind;
  }
  return 'pass';
}

/** How often each fault of each service was met, such as `tables lose`. */
export type Met = Record<string, number>;

/** Draws a fault, and counts it. */
export function meetFault(
  met: Met,
  weather: Weather,
  service: Service,
  dice: () => number,
): FaultKind | 'pass' {
  const fault = drawFault(weather[service], dice);
  if (fault !== 'pass') met[`${service} ${fault}`] = (met[`${service} ${fault}`] ?? 0) + 1;
  return fault;
}

/** A number of `[from, to)`, of the dice. */
export const between = (dice: () => number, from: number, to: number): number => from + dice() * (to - from);

/** One of several, of the dice. */
export function oneOf<T>(dice: () => number, all: readonly T[]): T {
  const chosen = all[Math.floor(dice() * all.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}
