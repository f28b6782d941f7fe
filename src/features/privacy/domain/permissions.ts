import type { Person } from '../../../platform/people/person.js';

/** The humanization team answers what people ask to have corrected. */
export function mayAnswerRequests({ roles }: Person): boolean {
  return roles.includes('humanization');
}
