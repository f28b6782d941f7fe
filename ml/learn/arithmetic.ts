/**
 * What training needs beyond the four operations. `Math.exp` and `Math.tanh` may differ in the last bit from one machine to
 * another; these use only arithmetic that does not, so that a model has the same bytes everywhere.
 */

/** The logarithm of two, in two parts: the first has so few bits that its multiples are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** One by the factorials of nine to one: within half a halving, further terms change nothing in numbers of 32 bits. */
const SERIES = [362_880, 40_320, 5_040, 720, 120, 24, 6, 2, 1].map((factorial) => 1 / factorial);
/** Below it the result is zero in numbers of 32 bits. */
const LEAST = -104;
const HALVES = Float64Array.from({ length: 152 }, (_, power) => 1 / 2 ** power);

/** @param power zero or less. */
export function exp(power: number): number {
  if (power < LEAST) return 0;
  const halvings = Math.round(-power * Math.LOG2E);
  const rest = power + halvings * LN2_HIGH + halvings * LN2_LOW;
  let sum = 0;
  for (let term = 0; term < SERIES.length; term++) sum = sum * rest + (SERIES[term] as number);
  return (sum * rest + 1) * (HALVES[halvings] as number);
}

export function tanh(value: number): number {
  const power = exp(-2 * Math.abs(value));
  return (Math.sign(value) * (1 - power)) / (1 + power);
}

/** Turns scores into probabilities, in place. */
export function softmaxed(scores: Float32Array): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = exp((scores[at] as number) - most);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}
