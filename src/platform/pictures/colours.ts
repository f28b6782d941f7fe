/** Colours as `#rrggbb`, and how well one can be read on another. */

export type Colour = `#${string}`;

/** An organisation's own colour, and one that goes with it. */
export interface BrandColours {
  primary: Colour;
  accent: Colour;
}

/** The colours of pages and certificates, and a warm one. */
export const DEFAULT_COLOURS: BrandColours = { primary: '#444791', accent: '#f2a93b' };

/** What WCAG 2.2 asks of normal text (success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const BLACK: Colour = '#000000';
const WHITE: Colour = '#ffffff';

/** @returns the contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on a colour. */
export const inkOn = (ground: Colour): Colour =>
  contrast(WHITE, ground) >= contrast(BLACK, ground) ? WHITE : BLACK;

/** A colour with a share (0 to 1) of another. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const others = channels(other);
  const mixed = channels(colour).map((value, at) => value + ((others[at] ?? 0) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour itself, or as near to it as can still be read on the ground. */
export function readable(colour: Colour, ground: Colour): Colour {
  const ink = inkOn(ground);
  const shares = Array.from({ length: 11 }, (_, tenths) => tenths / 10);
  const found = shares.map((share) => mix(colour, ink, share));
  return found.find((each) => contrast(each, ground) >= LEAST_CONTRAST) ?? ink;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
