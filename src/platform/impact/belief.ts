/**
 * Whether words of high impact mean what they say: "le pegaron un sello" holds the same words as "le pegaron". The model
 * decides, on the whole narrative and on each piece that holds them, so that a long story around a blow hides nothing.
 */
import type { Signal } from './assessment.js';
import type { ImpactModel, Opinion } from './impact-model.js';
import { pieceAround, piecesOf } from './pieces.js';
import type { Rules } from './rules.js';

/** Chosen on narratives read by models that had not seen their writers; see docs/impact.md. */
const BELIEVED_FROM = 0.2;

export type Believed = (narrative: string, signals: readonly Signal[], opinion: Opinion) => Signal[];

/** @returns a function that leaves out words of high impact that the model takes for something else. */
export function createBelieved(rules: Rules, model: ImpactModel): Believed {
  const isHigh = (text: string) => model.read(text, rules.read(text)).probabilities.high >= BELIEVED_FROM;

  return (narrative, signals, { probabilities }) => {
    const isDoubtful = probabilities.high < BELIEVED_FROM && signals.some(({ level }) => level === 'high');
    if (!isDoubtful) return [...signals];
    const pieces = piecesOf(narrative);
    // Many words may stand in one piece, and a narrative may repeat itself a hundred times.
    const judged = new Map<string, boolean>();
    const isMeant = (text: string) => {
      const isSo = judged.get(text) ?? isHigh(text);
      judged.set(text, isSo);
      return isSo;
    };
    return signals.filter(({ level, start }) => {
      const piece = pieceAround(pieces, start);
      return level !== 'high' || !piece || isMeant(piece.text);
    });
  };
}
