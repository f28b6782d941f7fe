import type { Person } from './types.js';

/**
 * In Teams, the people picker searches the directory while a person types; here, it offers the demo people.
 */
export function withPeople(value: unknown, people: readonly Person[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withPeople(item, people));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withPeople(item, people)]),
  );
  if ('choices.data' in copy) {
    delete copy['choices.data'];
    // A prefilled picker shows its name only as a list.
    copy.style = copy.value ? 'compact' : 'filtered';
    copy.choices = people.map(({ id, name }) => ({ title: name, value: id }));
  }
  return copy;
}
