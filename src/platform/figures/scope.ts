/** The people a figure covers. */
import { keyOf } from '../storage/tables.js';

/** `line`: a leader's people. `protected`: figures for that role alone. */
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
