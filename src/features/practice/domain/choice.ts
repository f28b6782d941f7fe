/** Chooses the practice of a person for a day. */
import { hashOf } from './hash.js';
import { type Given, remembered } from './member.js';
import type { Practice } from './practice.js';

/**
 * The next one in the person's own order that they have not had in the last 30 days. If they have had all of them, since
 * few are left, the one of longest ago.
 * @param given the oldest first.
 * @returns undefined when there are no practices.
 */
export function choose(
  personId: string,
  given: readonly Given[],
  day: string,
  practices: readonly Practice[],
): Practice | undefined {
  const order = orderFor(personId, practices);
  const last = given.at(-1)?.practice;
  const at = order.findIndex(({ id }) => id === last) + 1;
  const ahead = [...order.slice(at), ...order.slice(0, at)];
  const recent = remembered(given, day).map(({ practice }) => practice);
  const fresh = ahead.find(({ id }) => !recent.includes(id));
  return (
    fresh ?? ahead.toSorted((one, other) => recent.lastIndexOf(one.id) - recent.lastIndexOf(other.id))[0]
  );
}

/** In rounds through the sections, so that two days in a row differ; each person in a different order. */
function orderFor(personId: string, practices: readonly Practice[]): Practice[] {
  const weighed = practices.map((practice) => ({ practice, weight: hashOf(`${personId} ${practice.id}`) }));
  weighed.sort((one, other) => one.weight - other.weight);
  const counts = new Map<string, number>();
  const placed = weighed.map(({ practice }) => {
    const round = counts.get(practice.section) ?? 0;
    counts.set(practice.section, round + 1);
    return { practice, round, place: hashOf(`${personId} ${practice.section}`) };
  });
  return placed
    .sort((one, other) => one.round - other.round || one.place - other.place)
    .map(({ practice }) => practice);
}
