/** Decides which licences the project takes. */
import satisfies from 'spdx-satisfies';

export interface Reading {
  /** SPDX identifiers of permissive licences, which require no more than attribution. */
  allowed: string[];
  /** Packages whose licence is unclear, or that are not shipped: `name@version` and why they are fine. */
  readByHand: Record<string, string>;
}

/**
 * @param licences SPDX expressions by `name@version`.
 * @returns a line for each package that is not allowed.
 */
export function problemsOf(
  licences: readonly (readonly [name: string, licence: string])[],
  { allowed, readByHand }: Reading,
): string[] {
  return licences
    .filter(([name, licence]) => !(name in readByHand) && !isAllowed(licence, allowed))
    .map(([name, licence]) => `${name}: ${licence}`);
}

function isAllowed(licence: string, allowed: string[]): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    // It is no SPDX expression.
    return false;
  }
}
