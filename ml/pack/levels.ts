/** Weights as levels, of which there are 15, and a scale for each row. */
import { LEVELS, SCALES } from '../../src/platform/learning/packed-model.js';

const MOST = 7;
const LARGEST = LEVELS[MOST] as number;
/** From the middle between a level and the one below it, a weight belongs to it. */
const BEGINNINGS = Float64Array.from({ length: MOST }, (_, at) => {
  return ((LEVELS[at] as number) + (LEVELS[at + 1] as number)) / 2;
});
/** A scale at which the largest weight is cut may keep the others better: at most an octave is tried. */
const TRIED = 8;

/**
 * Writes the weights of a row as numbers of levels, from −7 to 7.
 * @returns the place of the scale in `SCALES`: the one by which the squares of what is lost add up to the least.
 */
export function inLevels(weights: Float32Array, row: Int8Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const enough = SCALES.findIndex((scale) => scale * LARGEST >= largest);
  let best = { place: 0, loss: Number.POSITIVE_INFINITY };
  for (let place = enough; place >= Math.max(0, enough - TRIED); place--) {
    const loss = lossOf(weights, SCALES[place] as number);
    if (loss < best.loss) best = { place, loss };
  }
  const scale = SCALES[best.place] as number;
  weights.forEach((weight, column) => {
    row[column] = Math.sign(weight) * levelOf(Math.abs(weight) / scale);
  });
  return best.place;
}

function lossOf(weights: Float32Array, scale: number): number {
  let loss = 0;
  for (const weight of weights) {
    const size = Math.abs(weight);
    loss += (size - (LEVELS[levelOf(size / scale)] as number) * scale) ** 2;
  }
  return loss;
}

function levelOf(size: number): number {
  let level = 0;
  while (level < MOST && size >= (BEGINNINGS[level] as number)) level++;
  return level;
}
