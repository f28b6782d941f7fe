import { z } from 'zod';
import { ROLES, type Role } from '../platform/people/person.js';

const role = z.enum(ROLES).optional().catch(undefined);

/** The role that a row names; people without a role of their own are collaborators. */
export function rolesNamed(value: unknown): Role[] {
  const named = role.parse(value);
  return named ? [named] : [];
}
