/** Decides whether the reporter must say if the recipient is involved. */
import type { Directory, Person } from '../../../platform/people/person.js';
import { fold, words } from '../../../platform/text/fold.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { Care } from '../domain/assessment.js';
import type { Route } from './routing.js';

const MINE: ReadonlySet<string> = new Set(['mi', 'my']);
/** Folded, in Spanish and English. */
const SUPERIORS: ReadonlySet<string> = new Set([
  ...['jefe', 'jefa', 'superior', 'lider', 'coordinador', 'coordinadora', 'supervisor', 'supervisora'],
  ...['gerente', 'director', 'directora', 'boss', 'leader', 'coordinator', 'manager'],
]);
/** Shorter names are too often common words: "Paz", "Sol". */
const MIN_NAME = 4;

/** Checks the narrative against the people who may get the case. */
export async function asksInvolvement(
  directory: Directory,
  told: { narrative: string; cares: readonly Care[] },
  { person, assigneeRole }: Route,
  { superiorId }: Person,
): Promise<boolean> {
  // A deputy may hand the case on to the superior.
  const superior =
    person && superiorId && assigneeRole !== 'superior' ? await directory.find(superiorId) : undefined;
  const names = [person, superior].flatMap((one) => (one ? [one.name] : []));
  return mustAskInvolvement({ ...told, names });
}

/**
 * Returns true when the narrative mentions the reporter's own superior, names a possible recipient, or tells
 * of sexual violence. A mention is not an accusation ("le conté a mi jefe"), so the reporter decides.
 * @param names of the possible recipients; empty if the recipient is the team.
 */
export function mustAskInvolvement({
  narrative,
  names,
  cares,
}: {
  narrative: string;
  names: readonly string[];
  cares: readonly Care[];
}): boolean {
  if (names.length === 0) return false;
  if (cares.includes('sexual-violence')) return true;
  const told = words(fold(makeVisible(narrative)));
  const isNamed = names
    .flatMap((name) => words(fold(name)))
    .some((word) => word.length >= MIN_NAME && told.includes(word));
  return isNamed || told.some((word, at) => MINE.has(word) && SUPERIORS.has(told[at + 1] ?? ''));
}
