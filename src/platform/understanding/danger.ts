/** Whether somebody may be in danger, of which kind, and what helps first. Pure. */
import { fold } from '../text/fold.js';
import { DANGERS, type Danger } from './intents.js';

export const DANGER_KINDS = [
  'medical',
  'violence-now',
  'fire',
  'self-harm',
  'despair',
  'sexual',
  'harassment',
  'child',
  'elder',
  'partner',
] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

/** The class of the model for texts without any. */
export const NO_DANGER = 'none';
/** The classes of the model that says when it is, and to whom. */
export const SITUATIONS = ['now', 'told', 'other-now', 'other-told'] as const;
export type DangerSituation = (typeof SITUATIONS)[number];

/** What a text gives away about a danger. */
export interface Risk {
  kind: DangerKind;
  /** It happens to somebody else. */
  isOthers: boolean;
  /** That there is any: from 0 to 1. */
  probability: number;
  /** That it comes before all else: from 0 to 1. */
  certainty: number;
  /** The words themselves leave no doubt, whatever stands around them. */
  isPlain: boolean;
  /** That it is of this kind, if there is any: from 0 to 1. */
  share: number;
}

/** Whom somebody turns to: a line, the security of the site, a person of the team, a report in confidence. */
export const HELPS = [
  'emergency',
  'emotional',
  'violence',
  'child',
  'security',
  'person',
  'protected',
] as const;
export type Help = (typeof HELPS)[number];

const ALWAYS: Readonly<Record<DangerKind, readonly Help[]>> = {
  medical: ['emergency', 'security'],
  'violence-now': ['emergency', 'security'],
  fire: ['emergency', 'security'],
  'self-harm': ['emotional', 'emergency', 'person'],
  despair: ['person', 'emotional'],
  sexual: ['protected', 'violence', 'person'],
  harassment: ['protected', 'person'],
  child: ['child', 'person', 'emergency'],
  elder: ['person', 'emergency', 'protected'],
  partner: ['violence', 'person', 'emergency'],
};
const NOW: Partial<Readonly<Record<DangerKind, readonly Help[]>>> = {
  sexual: ['security', 'emergency', 'violence', 'protected'],
  child: ['emergency', 'child', 'security'],
  elder: ['emergency', 'security', 'person'],
  partner: ['emergency', 'security', 'violence'],
};

/** The most fitting first; of what happens now, the police, the ambulance and whoever is near. */
export const helpsFor = (kind: DangerKind, danger: Danger): readonly Help[] =>
  (danger === 'emergency' ? NOW[kind] : undefined) ?? ALWAYS[kind];

/** These go on for weeks: whoever tells of them needs no ambulance now. */
const LASTING: readonly DangerKind[] = ['despair', 'harassment'];
export const dangerOf = (kind: DangerKind, isNow: boolean): Danger =>
  isNow && !LASTING.includes(kind) ? 'emergency' : 'distress';

const HALF = 0.5;
/** An ambulance too many is sent home; of what was done to somebody before, they choose whom to tell. */
const NOW_FROM = { any: 0.4, sexual: 0.7 };

/** A cry for help and nothing else: what happens is not said. */
const CRY =
  /^(s ?o ?s|auxilio|socorro|ayud(a|en)me|ayuda ya|help me|emergencia|emergency)( (s ?o ?s|auxilio|socorro|ya|por favor|please|now))*$/;
const SIGNS = /\u{1F198}|\u{1F6A8}/u;
/** Words of somebody who may take their life: whatever stands around them, they come first. Not "me quiero morir de la risa". */
const OF_DYING =
  /\b((quier[oe]|kiero|voy a|va a|pienso|ganas de) (matar|morir|suicidar)(me|se)|(me|se) (quier[oe]|kiero) (matar|morir)|quitar(me|se) la vida|no (quiero|quiere) (seguir )?(vivir|viviendo)|kill (myself|himself|herself)|end my life|want to die)\b(?! (de|a punta|en|con)\b)/;
const LEAST_OF_DYING = 0.75;

type Probability = (name: string) => number;

/** What the models say of a text. */
export interface DangerOpinions {
  intents: Probability;
  /** The kinds, and none. */
  kinds: Probability;
  /** When it is, and to whom. */
  situations: Probability;
}

/** The model of danger knows what is danger, the one of intents what else a text may be: both have a say in what is certain. */
const SHARE_OF_INTENTS = 1 / 3;

export function riskIn(
  text: string,
  { intents, kinds, situations }: DangerOpinions,
): Risk & { danger: Danger } {
  const folded = fold(text);
  if (CRY.test(folded) || (!/\p{L}/u.test(text) && SIGNS.test(text))) return CRIED;
  const isPlain = OF_DYING.test(folded);
  const likeliest = DANGER_KINDS.reduce((best, one) => (kinds(one) > kinds(best) ? one : best));
  const kind = isPlain ? 'self-harm' : likeliest;
  const probability = 1 - kinds(NO_DANGER);
  const asIntent = DANGERS.reduce((sum, danger) => sum + intents(danger), 0);
  const isNow =
    situations('now') + situations('other-now') >= (kind === 'sexual' ? NOW_FROM.sexual : NOW_FROM.any);
  return {
    kind,
    isOthers: situations('other-now') + situations('other-told') >= HALF,
    isPlain,
    share: kinds(kind) / Math.max(probability, Number.EPSILON),
    probability: isPlain ? Math.max(probability, LEAST_OF_DYING) : probability,
    certainty: isPlain ? LEAST_OF_DYING : SHARE_OF_INTENTS * asIntent + (1 - SHARE_OF_INTENTS) * probability,
    danger: dangerOf(kind, isNow),
  };
}

const CRIED = {
  kind: 'violence-now',
  isOthers: false,
  isPlain: true,
  share: 1,
  probability: 1,
  certainty: 1,
  danger: 'emergency',
} as const satisfies Risk & { danger: Danger };
