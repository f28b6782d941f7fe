/** Whom a reporter may name as the recipient of a report. */
import type { FeatureContext } from '../../../feature.js';
import { lineAbove } from '../../../platform/people/line.js';
import type { Person } from '../../../platform/people/person.js';
import { isInTeam } from '../../cases/index.js';

/**
 * Allows the people above the reporter, the humanization team and, unless the reporter's name is withheld, anybody
 * who leads others. A colleague who leads nobody must not get cards from an unknown sender.
 */
export async function mayBeChosen(
  { directory, everyone }: Pick<FeatureContext, 'directory' | 'everyone'>,
  { reporter, chosen, confidential }: { reporter: Person; chosen: Person; confidential: boolean },
): Promise<boolean> {
  if (isInTeam(chosen)) return true;
  const line = await lineAbove(directory, reporter);
  if (line.some(({ id }) => id === chosen.id)) return true;
  if (confidential) return false;
  if (chosen.roles.includes('leader')) return true;
  return (await everyone()).some(({ superiorId }) => superiorId === chosen.id);
}
