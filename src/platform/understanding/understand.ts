/** From a text to what the person wants. Pure and deterministic. */
import type { LinearModel } from '../learning/linear-model.js';
import type { Role } from '../people/person.js';
import { fold, words } from '../text/fold.js';
import { tellsOfAdvance, withoutDuties } from './advances.js';
import type { ArticleSearch, FoundArticle } from './article-search.js';
import { type Command, commandFinder } from './commands.js';
import { type Risk, riskIn } from './danger.js';
import { type Entities, entitiesIn, withoutEntities } from './entities.js';
import { type Danger, INTENTS, type Intent, isDanger, type Purpose } from './intents.js';
import { fits, INSTEAD } from './roles.js';
import { type Found, Search } from './search.js';

export interface Understanding {
  purpose: Purpose;
  /** From 0 to 1. */
  confidence: number;
  /** The likely intents, best first: one to three. */
  alternatives: Intent[];
  /** A command, a code or a number says by itself what it is for. */
  isExact: boolean;
  /** The bot should ask which of the alternatives is meant. */
  asks: boolean;
  /** Somebody may be in danger, whatever else the text wants: at least a line of help is due. */
  danger?: Danger | undefined;
  /** Of which kind; given with `danger`. */
  risk?: Risk | undefined;
  /** It is sure enough to come before all else. */
  isAlarming?: boolean;
  /** The sections of the policy that come closest, whatever else the text wants. */
  found: Found;
  /** The article that answers the text; then the purpose is `policy`. */
  article?: FoundArticle;
  entities: Entities;
  /** A hosted model has settled it. */
  byModel?: boolean;
}

/**
 * @param roles of the person who writes.
 * @param isAnswering a question, a form, a report or a case waits for words: what only sounds like danger is one.
 */
export type Understand = (text: string, roles: readonly Role[], isAnswering?: boolean) => Understanding;

/** The models of understanding, which `npm run train` makes. */
export interface UnderstandingModels {
  intents: LinearModel;
  danger: LinearModel;
  /** When the danger is, and to whom. */
  situations: LinearModel;
  sections: LinearModel;
  articles: ArticleSearch;
}

const MOST_ALTERNATIVES = 3;
/** A longer text with a number in it tells more than the number. */
const MOST_WORDS_AROUND = 14;
/** Nobody asks or calls for help in so many words: such a text tells. */
const LONG = 80;
// These are set on phrasings of writers from whom the models did not learn; see docs/understanding.md.
/** Below it the bot asks. */
const SURE = 0.6;
/** Where a section fits well and another intent is likelier, the bot asks below this. */
const SURE_AGAINST_SECTION = 0.75;
const SURE_WITH_SECTION = 0.45;
/** A story is answered by an offer to report it, which asks by itself. */
const SURE_OF_STORY = { probability: 0.42, words: 8 };
const FITS_FROM = 0.7;
/** Less likely intents are no choices. */
const LIKELY_FROM = 0.03;
/**
 * From where on a line of help is shown, and from where on help comes before all else. A line too many costs a glance, a card
 * of danger too many may cost a person.
 */
const HELPS_FROM = {
  fresh: { line: 0.08, card: 0.42 },
  /** For something that happened, whose offer to report has helplines where words are grave, and for questions about the policy. */
  calm: { line: 0.1, card: 0.5 },
  /** For a text that is plainly something else: a long story, a code, "¿y el último?". */
  plain: { line: 0.12, card: 0.5 },
  answering: { line: 0.4, card: 0.72 },
};
/** A longer text says what it is about. */
const MOST_WORDS_OF_ANSWER = 8;
const CALM: readonly Intent[] = ['tell', 'policy'];
/** What a question for an article may be taken for. */
const YIELDING: readonly Purpose[] = [
  'smalltalk',
  'confidentiality',
  'superior',
  'cases.mine',
  'cancel',
  'privacy',
  'help',
];
/** What the bot does: whoever tells of one of these is asked about it, and not taught. */
const DEEDS: readonly Purpose[] = [
  'report',
  'tell',
  'attendance',
  'recognise',
  'away',
  'back',
  'training.new',
];
/** Where something else answers, too, the article has to be this sure. */
const SURE_OF_ARTICLE = { asked: 0.9, share: 0.5 };
const CERTAIN_SHARE = 0.7;
/** A question about one section is answered by it, however near another one is. */
const ASKS_FOR_CONTRAST = 0.65;
/** So many sections may be meant. */
const MOST_MEANT = 5;
/** What an intent tells or shows by itself. */
const TOLD: Partial<Record<Purpose, readonly string[]>> = {
  confidentiality: [
    'process:confidential',
    'process:not-anonymous',
    'process:who-sees',
    'process:retaliation',
    'process:boss-takes-it-out',
  ],
  'cases.mine': ['process:track'],
};
/** An intent of another role is possible, and less likely. */
const OTHER_ROLE = 0.3;
/** What may mean another intent, for who has no role for it. */
const REPLACED = INTENTS.filter((intent) => INSTEAD[intent]);
/** How much a section that fits well speaks for a question about the policy. */
const PULL_OF_SECTIONS = 4;

/** Whoever tells of it is believed, however they doubt. */
const ADVANCE = { kind: 'sexual', danger: 'distress', probability: 1, certainty: 1, isPlain: true } as const;

type Read = ReturnType<typeof riskIn>;
type Probability = (name: string) => number;
interface Ranked {
  intent: Intent;
  probability: number;
}

/** @param commands what is called by exact words. */
export function createUnderstand(
  { intents, danger, situations, sections, articles }: UnderstandingModels,
  commands: readonly Command[],
): Understand {
  const commandOf = commandFinder(commands);
  const search = new Search(sections);
  const riskOf = (said: string): Read => {
    const plain = withoutDuties(said);
    const risk = riskIn(plain, {
      intents: intents.distribution(plain),
      kinds: danger.distribution(plain),
      situations: situations.distribution(plain),
    });
    return tellsOfAdvance(said) ? { ...risk, ...ADVANCE } : risk;
  };
  return (text, roles, isAnswering = false) => {
    const entities = entitiesIn(text);
    const said = withoutEntities(text).trim();
    const length = words(said).length;
    const named = length <= MOST_WORDS_AROUND ? purposeOf(entities) : undefined;
    const found = search.find(said);
    const byIntents = intents.distribution(said);
    const isPlain = named !== undefined || entities.followUp !== undefined || length > LONG;
    const isCalm = CALM.includes(likeliestOf(byIntents));
    const risk = riskOf(said);
    const from = HELPS_FROM[isAnswering ? 'answering' : isPlain ? 'plain' : isCalm ? 'calm' : 'fresh'];
    const perhaps = risk.probability >= from.line ? risk.danger : undefined;
    const isAlarming = risk.certainty >= from.card;
    const ranked = rank(byIntents, found, roles, isAlarming);
    const understood = { alternatives: alternativesOf(ranked), found, entities };
    const command = commandOf(fold(said));
    if (command) return { ...understood, ...exactly(command) };
    if (named && !perhaps) return { ...understood, ...exactly(named) };
    const [{ intent: purpose, probability: confidence }] = ranked as [Ranked];
    const isUnsure = !isAlarming && confidence < sureFrom(purpose, understood, length);
    const article = isAlarming || length > LONG ? undefined : articles.find(said);
    const guess = { ...understood, danger: perhaps, risk: perhaps && risk, isAlarming, isExact: false };
    const asks = isUnsure && understood.alternatives.length > 1;
    if (article && givesWay({ purpose, found, asks }, article))
      return { ...guess, purpose: 'policy', confidence: article.probability, asks: false, article };
    if (isUnsure && length > LONG) return { ...guess, purpose: 'tell', confidence, asks: false };
    return { ...guess, purpose, confidence, asks };
  };
}

/** Whether an article answers a text that is otherwise for this. */
function givesWay(
  { purpose, found, asks }: Pick<Understanding, 'purpose' | 'found' | 'asks'>,
  { id, asked, share, probability }: FoundArticle,
): boolean {
  const isOne = share >= SURE_OF_ARTICLE.share;
  const isSure = isOne && asked >= SURE_OF_ARTICLE.asked;
  if (isContrast(id) && (asked < ASKS_FOR_CONTRAST || !(isSure || isAboutBoth(id, found)))) return false;
  if (purpose === 'policy') {
    if (found.outcome !== 'answer') return true;
    return (share >= CERTAIN_SHARE && isContrast(id)) || (isSure && probability > found.score);
  }
  if (purpose === 'offtopic') return isOne;
  if (TOLD[purpose]?.includes(id)) return false;
  if (asks && isOne && !DEEDS.includes(purpose)) return true;
  return isSure && share >= CERTAIN_SHARE && YIELDING.includes(purpose);
}

/** How two sections differ tells more than one alone, where the text is about both. */
function isAboutBoth(articleId: string, found: Found): boolean {
  const [, ...both] = articleId.split(/[:.]/);
  return both.every((section) => found.sections.slice(0, MOST_MEANT).includes(section));
}

const isContrast = (articleId: string): boolean => articleId.startsWith('contrast:');

const exactly = (purpose: Purpose) => ({ purpose, confidence: 1, isExact: true, asks: false });

function likeliestOf(probability: Probability): Intent {
  return INTENTS.reduce((best, intent) => (probability(intent) > probability(best) ? intent : best));
}

function alternativesOf(ranked: readonly Ranked[]): Intent[] {
  return ranked
    .filter(({ probability }, at) => at === 0 || probability >= LIKELY_FROM)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ intent }) => intent);
}

function sureFrom(
  purpose: Intent,
  { alternatives, found }: Pick<Understanding, 'alternatives' | 'found'>,
  length: number,
): number {
  if (purpose === 'tell' && length >= SURE_OF_STORY.words) return SURE_OF_STORY.probability;
  const fits = found.score >= FITS_FROM;
  if (purpose === 'policy') return fits ? SURE_WITH_SECTION : SURE;
  return fits && alternatives.includes('policy') ? SURE_AGAINST_SECTION : SURE;
}

/** In a short text, a code or a number says by itself what it is for. */
function purposeOf({ code, caseNumber }: Entities): Purpose | undefined {
  if (code) return 'attendance';
  return caseNumber ? 'cases.mine' : undefined;
}

/** The intents, best first; their probabilities make one. Danger is none of them where there is none. */
function rank(
  byIntents: Probability,
  { score, strangeness }: Found,
  roles: readonly Role[],
  isInDanger: boolean,
): Ranked[] {
  const fitOfSections = 1 + PULL_OF_SECTIONS * score * (1 - strangeness);
  const isLess = (intent: Intent) => !fits(intent, roles);
  const meantInstead = (intent: Intent) =>
    REPLACED.filter((other) => INSTEAD[other] === intent && isLess(other)).reduce(
      (sum, other) => sum + byIntents(other) * (1 - OTHER_ROLE),
      0,
    );
  const weighed = INTENTS.filter((intent) => isInDanger || !isDanger(intent)).map((intent) => ({
    intent,
    probability:
      byIntents(intent) * (isLess(intent) ? OTHER_ROLE : 1) * (intent === 'policy' ? fitOfSections : 1) +
      meantInstead(intent),
  }));
  const sum = weighed.reduce((total, { probability }) => total + probability, 0);
  return weighed
    .map(({ intent, probability }) => ({ intent, probability: probability / sum }))
    .sort((one, other) => other.probability - one.probability);
}

/** Returns true for a few words that sound like danger, and may be the answer to a question that is open. */
export const mayOnlyAnswer = (text: string, { danger, risk }: Understanding): boolean =>
  danger !== undefined && !risk?.isPlain && words(text).length <= MOST_WORDS_OF_ANSWER;
