import type { Role } from '../people/person.js';
import type { Intent, Purpose } from './intents.js';

/** Intents that people without these roles seldom have. */
const FOR: Partial<Record<Purpose, readonly Role[]>> = {
  inbox: ['leader', 'humanization'],
  team: ['leader', 'humanization'],
  'cases.all': ['humanization'],
  indicators: ['leader', 'humanization'],
  export: ['humanization'],
  'training.new': ['trainer', 'humanization'],
  'training.mine': ['trainer', 'humanization'],
};

/** What people without these roles most likely mean by it. */
export const INSTEAD: Partial<Record<Purpose, Intent>> = {
  inbox: 'cases.mine',
  team: 'cases.mine',
  'cases.all': 'cases.mine',
};

export const dependsOnRole = (purpose: Purpose): boolean => FOR[purpose] !== undefined;

export function fits(intent: Intent, roles: readonly Role[]): boolean {
  const wanted = FOR[intent];
  return wanted === undefined || wanted.some((role) => roles.includes(role));
}
