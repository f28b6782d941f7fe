/**
 * Decides the level of a narrative: the higher one of rules and model (policy section `nivel-impacto`), whether a
 * person must confirm it, and whether it is urgent. Pure. All thresholds were chosen by cross-validation that
 * leaves writers out, in five folds; see docs/impact.md.
 */
import { type Assessment, higher, LEVELS, type Level, type ReviewReason, type Signal } from './assessment.js';
import type { Evidence } from './concepts.js';
import { NO_FAILURE, type Opinion, type Probabilities } from './impact-model.js';
import type { Reading } from './rules.js';

/**
 * The model says high from this probability on, by what the words of the narrative say by themselves. A missed high
 * case harms a person, and a false alarm costs a leader minutes; but leaders stop reading what always cries wolf.
 */
const HIGH_FROM: Readonly<Record<Evidence, number>> = { grave: 0.34, leaning: 0.31, ordinary: 0.7 };
const MEDIUM_FROM = 0.22;
/** A grave sentence in a long story counts by itself from here on, while the whole does not speak against it. */
const PASSAGE: Readonly<Record<Evidence, { alone: number; whole: number }>> = {
  grave: { alone: 0.8, whole: 0.03 },
  leaning: { alone: 0.8, whole: 0.03 },
  ordinary: { alone: 0.9, whole: 0.05 },
};
/** A passage puts high in question from here on, whatever the whole says. */
const PASSAGE_DOUBT = 0.7;
/** From here on the model takes it for no failure, and does not make it high by the whole; nor do words of the rules. */
const NONE_FROM = { model: 0.5, rules: 0.6 };
/** A sentence that is high by itself from here on is told, whatever stands around it. */
const SAID_FROM = 0.5;
/** High is in question from this probability on. */
const HIGH_DOUBT: Readonly<Record<Evidence, number>> = { grave: 0.08, leaning: 0.08, ordinary: 0.12 };
/** Below this, the model contradicts a medium level of the rules. */
const CONTRADICTED_BELOW = 0.15;
/** What the rules found, and which of its signals the model believes. */
type Found = Pick<Reading, 'signals' | 'discounted' | 'discrimination' | 'cares'> & {
  believed: readonly Signal[];
};
type Read = Pick<Opinion, 'probabilities' | 'evidence'>;
/** What the model says about the whole narrative, and about its passages. */
type Opinions = Read & { passages?: readonly { opinion: Read }[] };
type Decided = Pick<Assessment, 'level' | 'reviews' | 'candidate' | 'urgent'>;

export function decideLevel(reading: Found, opinion: Opinions): Decided {
  const { probabilities, evidence } = opinion;
  const byRules = highestOf(reading.signals.map((signal) => signal.level));
  const byModel = levelOf(opinion);
  const believed = highestOf(countedIn(reading, opinion).map((signal) => signal.level));
  const level = higher(believed ?? 'low', byModel);
  const doubted = (opinion.passages ?? []).some((one) => one.opinion.probabilities.high >= PASSAGE_DOUBT);
  const mayBeHigh = doubted || probabilities.high >= HIGH_DOUBT[evidence];
  const denied = highestOf(reading.discounted.map((signal) => signal.level));
  const candidate =
    highestOf([level, byRules ?? level, mayBeHigh ? 'high' : level, denied ?? level]) ?? level;

  const reviews: ReviewReason[] = [];
  if (isContradicted(byRules, byModel, probabilities)) reviews.push('disagreement');
  if (denied === 'high' && byRules !== 'high') reviews.push('discounted');
  const speaks = byRules !== undefined || mostProbable(probabilities) !== NO_FAILURE || byModel !== 'low';
  const urgent = isUrgent(reading, opinion);
  const isOpen = (mayBeHigh || urgent) && level !== 'high';
  if (!speaks || isOpen) reviews.push('unclear');
  if (reading.discrimination) reviews.push('discrimination');
  return {
    level,
    reviews,
    candidate: reviews.length > 0 ? candidate : level,
    urgent,
  };
}

/**
 * Whether the case cannot wait for a person to confirm its level: words of high impact that count and are
 * believed, words of self-harm, or a model that is sure enough. A level in question alone is not urgent.
 */
export function isUrgent(found: Pick<Found, 'believed' | 'cares'>, opinion: Opinions): boolean {
  if (found.cares.includes('self-harm')) return true;
  if (countedIn(found, opinion).some(({ level }) => level === 'high')) return true;
  return levelOf(opinion) === 'high';
}

/** The level that the model gives by itself; "no failure" counts as low. */
function levelOf(opinion: Opinions): Level {
  const { probabilities, evidence, passages = [] } = opinion;
  if (probabilities.high >= HIGH_FROM[evidence] && !isNoFailure(opinion, NONE_FROM.model)) return 'high';
  if (passages.some((passage) => isGrave(passage.opinion, probabilities))) return 'high';
  return probabilities.medium >= MEDIUM_FROM ? 'medium' : 'low';
}

const isNoFailure = ({ probabilities: { none, high } }: Read, from: number): boolean =>
  none >= from && none > high;

/** The words of the rules that are believed, unless all of it, and each sentence, is plainly no failure. */
function countedIn({ believed }: Pick<Found, 'believed'>, opinion: Opinions): readonly Signal[] {
  const isSaid = opinion.passages?.some((one) => one.opinion.probabilities.high >= SAID_FROM);
  if (isSaid || !isNoFailure(opinion, NONE_FROM.rules)) return believed;
  return believed.filter(({ level }) => level !== 'high');
}

const isGrave = ({ probabilities, evidence }: Read, whole: Probabilities): boolean =>
  probabilities.high >= PASSAGE[evidence].alone && whole.high >= PASSAGE[evidence].whole;

function isContradicted(byRules: Level | undefined, byModel: Level, { medium }: Probabilities): boolean {
  if (byRules === undefined || !isAbove(byRules, byModel)) return false;
  return byRules === 'high' || medium < CONTRADICTED_BELOW;
}

function mostProbable(probabilities: Probabilities): keyof Probabilities {
  return ([...LEVELS, NO_FAILURE] as const).reduce((best, level) =>
    probabilities[level] > probabilities[best] ? level : best,
  );
}

function highestOf(levels: readonly Level[]): Level | undefined {
  return levels.reduce<Level | undefined>((highest, level) => higher(highest ?? level, level), undefined);
}

const isAbove = (level: Level, other: Level): boolean => LEVELS.indexOf(level) > LEVELS.indexOf(other);
