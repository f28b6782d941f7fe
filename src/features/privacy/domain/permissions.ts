import type { Person } from '../../../platform/people/person.js';

/** The humanization team answers requests to correct data. */
export function mayAnswerRequests({ roles }: Person): boolean {
  return roles.includes('humanization');
}
