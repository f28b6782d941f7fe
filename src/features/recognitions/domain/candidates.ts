/** Who might be honoured at a recognition event: policy section `reconocimientos`. */
import type { Person } from '../../../platform/people/person.js';
import { fold } from '../../../platform/text/fold.js';
import type { Recognition, Source } from './recognition.js';

/** What a recognition is counted by. */
export type Counted = Pick<Recognition, 'personId' | 'senderId' | 'attribute' | 'source' | 'at'>;

export interface Candidate {
  id: string;
  name: string;
  area: string;
  /** How many different colleagues, and from how many areas. */
  colleagues: number;
  areas: number;
  /** How many thanks of users; each is somebody's, and nobody knows if it is the same person's as another. */
  users: number;
  total: number;
  /** The most frequent first. */
  attributes: Tally[];
  sources: Tally<Source>[];
}

export interface Tally<Id extends string = string> {
  id: Id;
  count: number;
}

/** Undefined stands for all. */
export interface Filters {
  attribute?: string | undefined;
  source?: Source | undefined;
  /** As in `areaKey`. */
  area?: string | undefined;
}

/** An area as buttons and choices carry it. */
export const areaKey = (area: string): string => fold(area).replace(/[^a-z\d]+/g, '-');

/**
 * Counts what the people who are there got. Those thanked by the most different people come first; then those thanked
 * from the most areas, for the most attributes, and by name. How many thanks they got in all decides nothing, so that
 * one enthusiast or one large team puts nobody ahead.
 */
export function candidatesOf(
  recognitions: readonly Counted[],
  people: ReadonlyMap<string, Pick<Person, 'name' | 'area'>>,
  filters: Filters = {},
): Candidate[] {
  const byPerson = new Map<string, Counted[]>();
  for (const one of recognitions.filter((each) => fits(each, filters))) {
    byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
  }
  return [...byPerson]
    .flatMap(([id, got]) => {
      const person = people.get(id);
      const isAsked = person && (filters.area === undefined || areaKey(person.area) === filters.area);
      return isAsked ? [candidateOf(id, person, got, people)] : [];
    })
    .sort(bySpread);
}

/** Colleagues, and the thanks of users. */
export const voicesOf = ({ colleagues, users }: Candidate): number => colleagues + users;

function candidateOf(
  id: string,
  { name, area }: Pick<Person, 'name' | 'area'>,
  got: readonly Counted[],
  people: ReadonlyMap<string, Pick<Person, 'area'>>,
): Candidate {
  const colleagues = new Set(got.map(({ senderId }) => senderId).filter((sender) => sender !== ''));
  const areas = new Set([...colleagues].map((sender) => areaKey(people.get(sender)?.area ?? '')));
  areas.delete('');
  return {
    id,
    name,
    area,
    colleagues: colleagues.size,
    areas: areas.size,
    users: got.filter(({ senderId }) => senderId === '').length,
    total: got.length,
    attributes: talliesOf(got.map(({ attribute }) => attribute)),
    sources: talliesOf(got.map(({ source }) => source)),
  };
}

function bySpread(one: Candidate, other: Candidate): number {
  return (
    voicesOf(other) - voicesOf(one) ||
    other.areas - one.areas ||
    other.attributes.length - one.attributes.length ||
    one.name.localeCompare(other.name, 'es')
  );
}

function talliesOf<Id extends string>(ids: readonly Id[]): Tally<Id>[] {
  const counts = new Map<Id, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || one.id.localeCompare(other.id));
}

const fits = ({ attribute, source }: Counted, filters: Filters): boolean =>
  (filters.attribute === undefined || filters.attribute === attribute) &&
  (filters.source === undefined || filters.source === source);
