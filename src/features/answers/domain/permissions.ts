import type { Person } from '../../../platform/people/person.js';

/** Those who look after the policy see what is asked and not answered. */
export function maySeeQuestions({ roles }: Person): boolean {
  return roles.includes('humanization');
}
