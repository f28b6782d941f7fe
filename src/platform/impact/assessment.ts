import { z } from 'zod';

/** The three levels of the policy's section `nivel-impacto`, lowest first. */
export const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** The clauses of the policy's definitions: sections `impacto-bajo`, `impacto-medio`, `impacto-alto`. */
export const CLAUSES = {
  low: ['personalizacion', 'informacion', 'cercania'],
  medium: ['agresion_verbal', 'soez'],
  high: [
    'intimidacion',
    'agresion_fisica',
    'amenaza',
    'estabilidad_emocional',
    'salud',
    'integridad',
    'seguridad',
  ],
} as const satisfies Record<Level, readonly string[]>;
export type Clause = (typeof CLAUSES)[Level][number];
export const ALL_CLAUSES: readonly Clause[] = LEVELS.flatMap((level) => CLAUSES[level]);
export const clause = z.enum(ALL_CLAUSES);

/** Situations that call for helplines before anything else. */
export const CARES = ['self-harm', 'sexual-violence', 'child-at-risk', 'danger-now'] as const;
export type Care = (typeof CARES)[number];

/** Words of a narrative that indicate a level. */
export const signal = z.object({
  text: z.string(),
  /** Offsets in UTF-16 units into the narrative. */
  start: z.number(),
  end: z.number(),
  level: z.enum(LEVELS),
  rule: clause,
});
export type Signal = z.output<typeof signal>;

/** What of a narrative shows a level. */
export const reason = signal.extend({
  /** The sentence shows it, and which clause it falls under is less sure. */
  isUnsure: z.literal(true).optional(),
});
export type Reason = z.output<typeof reason>;

/**
 * Why words that match a rule do not count in their context. Hearsay and what is long past count as hypothetical,
 * films as figurative.
 */
export const DISCOUNTS = ['negated', 'hypothetical', 'asked', 'figurative'] as const;
export type Discount = (typeof DISCOUNTS)[number];

export const discountedSignal = signal.extend({ why: z.enum(DISCOUNTS) });
export type DiscountedSignal = z.output<typeof discountedSignal>;

/**
 * Why a person must confirm the level: rules and model disagree; a grave word is discounted; nothing
 * indicates a level clearly; or there may be discrimination.
 */
export const REVIEW_REASONS = [
  'disagreement',
  'discounted',
  'unclear',
  'discrimination',
  // The reporter says that it was not so grave.
  'less-severe',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export interface Assessment {
  level: Level;
  reviews: ReviewReason[];
  /** The gravest level in question. */
  candidate: Level;
  /** The case cannot wait for a person to confirm its level. */
  urgent: boolean;
  /** The sentence that shows the level, or the one for which it may be high. There may be none. */
  signals: Reason[];
  discounted: DiscountedSignal[];
  cares: Care[];
}

export function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/** The levels that a reporter may choose when `level` is proposed: it may be raised, not lowered. */
export function levelsFrom(level: Level): Level[] {
  return LEVELS.slice(LEVELS.indexOf(level));
}
