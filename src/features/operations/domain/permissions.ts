import type { Person } from '../../../platform/people/person.js';

/** Administrators see how the bot is; it tells nothing of cases or people. */
export const maySeeStatus = ({ roles }: Person): boolean => roles.includes('admin');
