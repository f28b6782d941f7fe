import { z } from 'zod';

/** The three levels of the policy's section `nivel-impacto`, from the least to the gravest. */
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

/** What asks for help before anything else. */
export const CARES = ['self-harm', 'sexual-violence', 'child-at-risk', 'danger-now'] as const;
export type Care = (typeof CARES)[number];

/** Words of a narrative that speak for a level. */
export const signal = z.object({
  text: z.string(),
  /** Offsets in UTF-16 units into the narrative. */
  start: z.number(),
  end: z.number(),
  level: z.enum(LEVELS),
  rule: clause,
});
export type Signal = z.output<typeof signal>;

/** Why words that stand in the rules do not count where they stand. */
export const DISCOUNTS = ['negated', 'hypothetical', 'asked', 'figurative'] as const;
export type Discount = (typeof DISCOUNTS)[number];

export const discountedSignal = signal.extend({ why: z.enum(DISCOUNTS) });
export type DiscountedSignal = z.output<typeof discountedSignal>;

/**
 * Why a person has to confirm the level: rules and model disagree, a grave word is denied or supposed, nothing
 * speaks clearly, or somebody may have been discriminated against.
 */
export const REVIEW_REASONS = ['disagreement', 'discounted', 'unclear', 'discrimination'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export interface Assessment {
  level: Level;
  reviews: ReviewReason[];
  /** The gravest level that is in question; the deadline goes by it. */
  candidate: Level;
  signals: Signal[];
  discounted: DiscountedSignal[];
  cares: Care[];
}

export function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/** The levels to which a reporter may set a case that is proposed as `level`: it may be raised, not lowered. */
export function levelsFrom(level: Level): Level[] {
  return LEVELS.slice(LEVELS.indexOf(level));
}
