/** The share of the people in the directory who have been trained. */
import type { Person } from '../../../platform/people/person.js';
import { type Attendee, idOfKey, isPersonKey, normalizeContact } from './attendee.js';

export interface AreaCoverage {
  area: string;
  trained: number;
  people: number;
}

export interface Coverage {
  /** Sorted by name. */
  areas: AreaCoverage[];
  trained: number;
  people: number;
  /** Number of people who registered without Teams; they are not in the directory. */
  declared: number;
}

/** Counts each person once, in their current area. People who left the directory do not count. */
export function coverageOf(people: Iterable<Person>, attendees: readonly Attendee[]): Coverage {
  const present = new Set(attendees.filter(({ key }) => isPersonKey(key)).map(({ key }) => idOfKey(key)));
  const areas = new Map<string, AreaCoverage>();
  for (const { id, area } of people) {
    const counted = areas.get(area) ?? { area, trained: 0, people: 0 };
    counted.people += 1;
    if (present.has(id)) counted.trained += 1;
    areas.set(area, counted);
  }
  const declared = new Set(
    attendees.filter(({ key }) => !isPersonKey(key)).map(({ contact }) => normalizeContact(contact)),
  );
  const sorted = [...areas.values()].sort((one, other) => one.area.localeCompare(other.area, 'es'));
  return {
    areas: sorted,
    trained: sorted.reduce((sum, { trained }) => sum + trained, 0),
    people: sorted.reduce((sum, { people: count }) => sum + count, 0),
    declared: declared.size,
  };
}
