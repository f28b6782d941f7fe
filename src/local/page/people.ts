import type { Person } from './types.js';

/** The area and the superior of a person. */
export function describe({ area, superiorId }: Person, people: readonly Person[]): string {
  const superior = people.find(({ id }) => id === superiorId);
  return [area, superior ? `superior: ${superior.name}` : 'sin superior'].join(' · ');
}

export const firstNameOf = ({ name }: Person): string => name.split(' ')[0] ?? name;
