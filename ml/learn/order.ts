/** The order in which a model learns from its lessons. Deterministic. */

/** Is told how many epochs of how many are done. */
export type Tell = (done: number, of: number) => void;

/** Gives each lesson once an epoch, every time in another order. */
export function inTurn(
  lessons: number,
  epochs: number,
  tell: Tell,
  learn: (lesson: number) => void,
  random = randomFrom(1),
): void {
  const order = Int32Array.from({ length: lessons }, (_, lesson) => lesson);
  tell(0, epochs);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    for (const lesson of order) learn(lesson);
    tell(epoch, epochs);
  }
}

function shuffle(items: Int32Array, random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}

/** Returns a deterministic generator of numbers from 0 to 1 (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
