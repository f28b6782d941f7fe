/** Who may see which figures. Nothing else decides. */
import type { Person } from '../people/person.js';
import type { Scope } from './scope.js';
import type { Dimension, FigureDefinition } from './source.js';

/**
 * A leader sees their line; the humanization team sees the whole and its areas; the role `protected` alone sees
 * protected figures.
 */
export function mayReadScope({ id, roles }: Person, scope: Scope): boolean {
  if (scope.kind === 'line') return scope.leaderId === id;
  return roles.includes(scope.kind === 'protected' ? 'protected' : 'humanization');
}

/** How readers of a scope see figures. On their own line, team members see no more than other leaders. */
export function readerOf(scope: Scope) {
  return {
    sees: ({ reader = 'leader' }: FigureDefinition): boolean =>
      scope.kind === 'protected'
        ? reader === 'protected'
        : reader === 'leader' || (scope.kind !== 'line' && reader === 'team'),
    isGuarded: ({ isGuarded = false }: FigureDefinition | Dimension): boolean =>
      isGuarded && (scope.kind === 'line' || scope.kind === 'protected'),
  };
}
