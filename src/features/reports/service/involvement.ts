/** Decides whether the reporter must say if the recipient is involved. */
import type { Care } from '../../../platform/impact/assessment.js';
import { lineAbove } from '../../../platform/people/line.js';
import { namedIn, wordsOf } from '../../../platform/people/named.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { fold } from '../../../platform/text/fold.js';
import type { ReportRoute } from '../../cases/index.js';
import type { Involvement } from '../domain/involvement.js';

const MINE: ReadonlySet<string> = new Set(['mi', 'my']);
/** Folded, in Spanish and English. */
const SUPERIORS: ReadonlySet<string> = new Set([
  ...['jefe', 'jefa', 'superior', 'lider', 'coordinador', 'coordinadora', 'supervisor', 'supervisora'],
  ...['gerente', 'director', 'directora', 'boss', 'leader', 'coordinator', 'manager'],
]);

const ABOVE =
  '(jef[ea]|superior|lider|coordinador[ae]?|supervisor[ae]?|gerente|director[ae]?|boss|manager|leader)';
const THEM = new RegExp(
  [
    '\\b(es|fue|era|seria|is|was) (el|ella|him|her)\\s*([,.!]|$)',
    `\\b(es|fue|era|seria|is|was) (el|la|mi|nuestr[oa]|my|the|our) (mism[oa] )?${ABOVE}\\b`,
    '\\bno (quiero|puede|debe) (que )?(le )?lleg\\w* a (el|ella|mi)\\b',
    `\\b(a )?(el|ella|mi ${ABOVE}) no (le )?(puede|debe|tiene que) llegar`,
  ].join('|'),
);
const ASKS = /[?¿]/;

/** "No fue mi jefe", "fue mi jefa quien me ayudó": named, and not accused. */
const CLEARED =
  /\bno (fue|es|era) (el|ella|la|mi)\b|\b(quien|que|me|nos|lo|la|le) (ayudo|defendio|apoyo|protegio|acompano|escucho|saco)\b|\b(helped|defended|protected) me\b/;

/** Returns true when a text says that the one above is involved: "fue mi jefe", "es ella". Questions say nothing. */
export const saysItIsThem = (text: string): boolean =>
  !ASKS.test(text) && THEM.test(fold(text)) && !CLEARED.test(fold(text));

/** The one above, as who does something: not "le conté a mi jefe", which tells of somebody else. */
const DOER = new RegExp(
  `(^|[.,;:!?]|\\b(?!(a|con|para|ante|por|de|to|with|for|of|told|tell) )\\w+) ?\\b(mi|my) ${ABOVE}\\b`,
);

/** Returns true when a story names the own superior as who did it. */
export const accusesSuperior = (narrative: string): boolean =>
  DOER.test(fold(narrative)) && !CLEARED.test(fold(narrative));

const CALLED = new RegExp(`^((mi|my|el|la) )?${ABOVE}\\b|^(el|ella|he|she) no\\b`);

/**
 * Returns true when a text says of everybody whom the story may accuse that they had nothing to do with it. Who clears
 * somebody else does not clear the superior.
 * @param isAccused the story, or its reporter, says that the superior is involved.
 */
export function clears(
  text: string,
  { told, line, isAccused }: { told: string; line: readonly Person[]; isAccused: boolean },
): boolean {
  const [superior] = line;
  if (!superior) return false;
  const cleared = new Set(namedIn(text, line).map(({ id }) => id));
  if (CALLED.test(fold(text))) cleared.add(superior.id);
  const concerned = [...namedIn(told, line), ...(isAccused || speaksOfSuperior(told) ? [superior] : [])];
  return cleared.size > 0 && concerned.every(({ id }) => cleared.has(id));
}

function speaksOfSuperior(told: string): boolean {
  const said = wordsOf(told);
  return said.some((word, at) => MINE.has(word) && SUPERIORS.has(said[at + 1] ?? ''));
}

/**
 * Checks the narrative against the people who may get the case, at once or because it goes up. Undefined when nothing
 * has to be asked; of a protected report nobody of the line gets anything.
 */
export async function involvementAsked(
  directory: Directory,
  told: { narrative: string; cares: readonly Care[] },
  { person, assigneeRole, protectedBy }: ReportRoute,
  reporter: Person,
): Promise<Involvement | undefined> {
  if (protectedBy) return undefined;
  const line = await lineAbove(directory, reporter);
  const names = [...(person ? [person] : []), ...line].map(({ name }) => name);
  if (!mustAskInvolvement({ ...told, names })) return undefined;
  const further = line.slice(1).filter(({ id }) => id !== person?.id);
  if (namedIn(told.narrative, further).length > 0) return 'line';
  return assigneeRole === 'superior' ? 'superior' : 'other';
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
  const people = names.map((name) => ({ name }));
  if (namedIn(narrative, people).length > 0) return true;
  return speaksOfSuperior(narrative);
}
