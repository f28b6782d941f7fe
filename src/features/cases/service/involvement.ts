/** Decides whether the reporter must say if the recipient is involved. */
import type { Directory, Person } from '../../../platform/people/person.js';
import { fold, words } from '../../../platform/text/fold.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { Care } from '../domain/assessment.js';
import type { Route } from './routing.js';

const MINE: ReadonlySet<string> = new Set(['mi', 'my']);
/** Folded, in Spanish and in English. */
const SUPERIORS: ReadonlySet<string> = new Set([
  ...['jefe', 'jefa', 'superior', 'lider', 'coordinador', 'coordinadora', 'supervisor', 'supervisora'],
  ...['gerente', 'director', 'directora', 'boss', 'leader', 'coordinator', 'manager'],
]);
/** A shorter name is too often a word: "Paz", "Sol". */
const MIN_NAME = 4;

/** By the words of the narrative and by the people whom the case would go to. */
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
 * True where somebody tells of their own superior, names one of those whom it would go to, or tells of sexual
 * violence. Telling of somebody is not accusing them ("le conté a mi jefe"): what is so is left to the reporter.
 * @param names of the people whom the case would go to; none where that is a team.
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
