/** The ornament of a picture: a flower whose petals differ from picture to picture, and are the same each time. */
import { createHash } from 'node:crypto';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Colour, mix } from './colours.js';

export interface Bloom {
  /** Where its middle is, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** The background. */
  ground: Colour;
  accent: Colour;
  /** The same seed gives the same flower. */
  seed: string;
}

export function drawBloom(context: SKRSContext2D, { x, y, radius, ground, accent, seed }: Bloom): void {
  const dice = createHash('sha256').update(seed).digest();
  /** A number from 0 to 1; each place has its own. */
  const cast = (place: number): number => (dice[place] ?? 0) / 255;
  const petals = 7 + Math.round(cast(0) * 5);
  const turn = cast(1) * Math.PI;
  const slim = 0.8 + cast(2) * 0.5;
  const soft = mix(accent, '#ffffff', 0.55);
  const rings = [
    { reach: 1, share: 1.15, colour: mix(ground, '#ffffff', 0.22), shift: 0.5 },
    { reach: 0.86, share: 1, colour: soft, shift: 0 },
    { reach: 0.62, share: 1, colour: accent, shift: 0.5 },
    { reach: 0.36, share: 1, colour: mix(ground, '#ffffff', 0.9), shift: 0 },
  ];
  context.save();
  context.translate(x, y);
  for (const { reach, share, colour, shift } of rings) {
    context.fillStyle = colour;
    const width = ((radius * reach * Math.PI) / petals) * slim * share;
    for (let at = 0; at < petals; at += 1) {
      context.save();
      context.rotate(turn + ((at + shift) * 2 * Math.PI) / petals);
      petal(context, radius * reach, width);
      context.restore();
    }
  }
  context.fillStyle = accent;
  context.beginPath();
  context.arc(0, 0, radius * 0.11, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

/** A petal from the middle outwards, widest beyond its half. */
function petal(context: SKRSContext2D, length: number, width: number): void {
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(width * 0.5, -length * 0.35, width * 0.85, -length, 0, -length);
  context.bezierCurveTo(-width * 0.85, -length, -width * 0.5, -length * 0.35, 0, 0);
  context.fill();
}
