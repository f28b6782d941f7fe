/** Breaks a text into lines and chooses its size, so that it stays within a box. */

export interface Box {
  /** Pixels. */
  width: number;
  height: number;
  /** The sizes of letters to choose from, in pixels. */
  largest: number;
  smallest: number;
  /** From one line to the next, in sizes. */
  leading: number;
  mostLines?: number;
}

export interface Fitted {
  size: number;
  lines: string[];
  /** False when the end was left out. */
  isWhole: boolean;
}

/** @returns the width of a text in sizes: at 20 px, a text of width 3 takes 60 px. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** The largest size at which the whole text fits; what does not fit at the smallest ends in an ellipsis. */
export function fitText(text: string, box: Box, measure: Measure): Fitted {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const widths = new Map(words.map((word) => [word, measure(word)]));
  const remembered: Measure = (part) => widths.get(part) ?? measure(part);
  for (let size = box.largest; size > box.smallest; size -= 1) {
    if (words.some((word) => remembered(word) * size > box.width)) continue;
    const lines = wrapped(words, box.width / size, remembered);
    if (lines.length <= linesOf(box, size)) return { size, lines, isWhole: true };
  }
  const room = box.width / box.smallest;
  const pieces = words.flatMap((word) => broken(word, room, remembered));
  const lines = wrapped(pieces, room, remembered);
  const most = linesOf(box, box.smallest);
  if (lines.length <= most) return { size: box.smallest, lines, isWhole: true };
  const last = cut(lines[most - 1] ?? '', room, measure);
  return { size: box.smallest, lines: [...lines.slice(0, most - 1), last], isWhole: false };
}

const linesOf = ({ height, leading, mostLines = Number.POSITIVE_INFINITY }: Box, size: number): number =>
  Math.max(1, Math.min(mostLines, Math.floor(height / (size * leading))));

function wrapped(words: readonly string[], room: number, measure: Measure): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let used = 0;
  for (const word of words) {
    const width = measure(word);
    if (lines.length > 0 && used + space + width <= room) {
      lines[lines.length - 1] += ` ${word}`;
      used += space + width;
    } else {
      lines.push(word);
      used = width;
    }
  }
  return lines;
}

/** A word in pieces that fit on a line each. */
function broken(word: string, room: number, measure: Measure): string[] {
  if (measure(word) <= room) return [word];
  const pieces: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const longer = (pieces.at(-1) ?? '') + segment;
    if (pieces.length > 0 && measure(longer) <= room) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}

function cut(line: string, room: number, measure: Measure): string {
  const signs = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (signs.length > 0 && measure(signs.join('').trimEnd() + ELLIPSIS) > room) signs.pop();
  return signs.join('').trimEnd() + ELLIPSIS;
}
