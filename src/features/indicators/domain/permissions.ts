/** Who may see whose figures. `context.figures` checks the scope once more. */
import type { Scope } from '../../../platform/figures/scope.js';
import type { Person } from '../../../platform/people/person.js';

/** The team sees the whole, a leader their own people; undefined for everybody else. */
export function scopeOf({ id, roles }: Person): Scope | undefined {
  if (roles.includes('humanization')) return { kind: 'all' };
  return lineOf({ id, roles });
}

export function lineOf({ id, roles }: Pick<Person, 'id' | 'roles'>): Scope | undefined {
  return roles.includes('leader') ? { kind: 'line', leaderId: id } : undefined;
}

export function maySeeAreas({ roles }: Person): boolean {
  return roles.includes('humanization');
}

export function maySeeProtected({ roles }: Person): boolean {
  return roles.includes('protected');
}

/**
 * Whether a person gets their figures each month: the team unless they said no, leaders who said yes.
 * @param wants undefined for somebody who never said.
 */
export function getsMonthly(person: Person, wants: boolean | undefined): boolean {
  return scopeOf(person) !== undefined && (wants ?? person.roles.includes('humanization'));
}
