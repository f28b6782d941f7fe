import type { Person } from '../../../platform/people/person.js';

/** Who prepares a recognition event. */
export const preparesEvents = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('humanization');
