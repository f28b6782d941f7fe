/** Who needs protection in a grave story, also where no rule knows its words: who was abused, and children. */
import type { LinearModel } from '../learning/linear-model.js';
import { fold } from '../text/fold.js';
import { CARES, type Care, type Level } from './assessment.js';
import { combinationOf, probabilityIn } from './combinations.js';

/**
 * From where on a story counts as one. Whoever is protected for nothing is heard by two people of the team; whoever is not
 * protected is read by the boss. Chosen by leaving writers out; see docs/impact.md.
 */
const FROM: Partial<Readonly<Record<Care, number>>> = { 'sexual-violence': 0.17, 'child-at-risk': 0.3 };
/** Of a story that reads as ordinary, twice that: "no tendieron la cama" has the words of another one. */
const FROM_IF_ORDINARY: typeof FROM = { ...FROM, 'sexual-violence': 0.35 };

/** A story in which nobody is a child puts none at risk, whatever it is like. */
const CHILD =
  /\b(nin[oa]s?|nen[ea]s?|bebes?|bebit[oa]s?|hij[oa]s?|hijit[oa]s?|menor(es)?|alumn\w*|estudiant\w*|sobrin\w*|niet\w*|pela[od]\w*|hermanit\w*|chin[oa]s?|chinit\w*|chiqui\w*|culicagad\w*|adolescent\w*|jardin|guarderia|preescolar|kinder|transicion|colegio|escuela|grado|anos|anitos|year[- ]olds?|child\w*|kids?|bab(y|ies)|toddlers?|boys?|girls?|sons?|daughters?|students?|pupils?|teen\w*|minors?|nursery|daycare|grade|little ones?|nephews?|nieces?|sala cuna|ludoteca|(de|tiene|tenia) (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|1?\d))\b/;

const KNOWN = CARES.filter((care) => care in FROM);

/** The class of a story for the model: its cares, or none. */
export const caresLabel = (cares: readonly Care[]): string => combinationOf(KNOWN, cares);

/**
 * Returns who needs protection in a marked text.
 * @param level of the whole story.
 */
export type CaresIn = (marked: string, level: Level) => Care[];

/** @param model its classes are written by `caresLabel`. */
export function createCaresIn(model: Pick<LinearModel, 'ranked'>): CaresIn {
  return (marked, level) => {
    const from = level === 'high' ? FROM : FROM_IF_ORDINARY;
    const ranked = model.ranked(marked);
    const isPossible = (care: Care) => care !== 'child-at-risk' || CHILD.test(fold(marked));
    return KNOWN.filter(
      (care) => isPossible(care) && probabilityIn(ranked, care) >= (from[care] ?? Number.POSITIVE_INFINITY),
    );
  };
}
