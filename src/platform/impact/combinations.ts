/** Classes of models that tell several things at once: "emotional+time". */

/** The class of some of all, in the order of all; empty for none. */
export const combinationOf = <T extends string>(all: readonly T[], some: readonly T[]): string =>
  all.filter((one) => some.includes(one)).join('+');

/** The probability of a part: that of all combinations that have it. */
export const probabilityIn = (
  combinations: readonly { name: string; probability: number }[],
  part: string,
): number =>
  combinations
    .filter(({ name }) => name.split('+').includes(part))
    .reduce((sum, { probability }) => sum + probability, 0);
