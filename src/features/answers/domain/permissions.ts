import type { Person } from '../../../platform/people/person.js';

/** The humanization team maintains the policy, so it sees the unanswered questions. */
export function maySeeQuestions({ roles }: Person): boolean {
  return roles.includes('humanization');
}
