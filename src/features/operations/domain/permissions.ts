import type { Person } from '../../../platform/people/person.js';

/** Whoever runs the bot sees how it is; it tells nothing of cases or people. */
export const maySeeStatus = ({ roles }: Person): boolean => roles.includes('admin');
