/**
 * How much a feature weighs that is in `count` of `texts` texts. In 65,536ths, so that libraries whose logarithms differ in
 * the last bit agree.
 */
export const inverseFrequency = (texts: number, count: number): number =>
  Math.round(Math.log(1 + texts / count) * 2 ** 16) / 2 ** 16;
