/** Of whom a figure tells. */
import { keyOf } from '../storage/tables.js';

/** `line`: the people of a leader. `protected`: what the people with that role alone may know. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'area'; area: string }
  | { kind: 'line'; leaderId: string }
  | { kind: 'protected' };

/** The scope as a storage key. */
export function scopeKey(scope: Scope): string {
  if (scope.kind === 'area') return `area:${keyOf(scope.area)}`;
  return scope.kind === 'line' ? `line:${scope.leaderId}` : scope.kind;
}
