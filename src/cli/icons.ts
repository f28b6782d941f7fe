/**
 * `npm run icons`: draws the two icons of the Teams app, a speech bubble with a heart: someone listens. Teams
 * requires a colour icon of 192 × 192 px with its sign in the middle 96 × 96 px, and an outline icon of 32 ×
 * 32 px, white on transparent.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];
/** Tells whether a point of the unit square belongs to a shape. */
type Shape = (point: Point) => boolean;
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const BLUE: Colour = [0x1f, 0x5f, 0xa8, 255];
const WHITE: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [255, 255, 255, 0];
/** Samples in each direction of a pixel. */
const SAMPLES = 8;

const FOLDER = new URL('../../manifest/', import.meta.url);

/** The bubble: a rounded box with a tail; `by` enlarges it on all sides. */
const bubble =
  (by: number): Shape =>
  ([x, y]) => {
    const [dx, dy] = [Math.abs(x - 0.5) - 0.27, Math.abs(y - 0.43) - 0.2];
    const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
    const tail = y > 0.6 && y < 0.93 + by && x > 0.3 - by && x + (y - 0.6) * 0.9 < 0.56 + by;
    return outside < 0.14 + by || (tail && x - 0.3 + by > (y - 0.93) * 0.1);
  };

/** The heart, by its classic curve. */
const heart: Shape = ([x, y]) => {
  const [u, v] = [(x - 0.5) * 5.4, (0.46 - y) * 5.4];
  return (u * u + v * v - 1) ** 3 - u * u * v ** 3 < 0;
};

const outline: Shape = (point) => bubble(0.02)(point) && (!bubble(-0.07)(point) || heart(point));
const within =
  (shape: Shape, part: number): Shape =>
  ([x, y]) =>
    shape([(x - 0.5) / part + 0.5, (y - 0.5) / part + 0.5]);

mkdirSync(FOLDER, { recursive: true });
const sign: Shape = within((point) => bubble(0)(point) && !heart(point), 0.5);
writeFileSync(fileURLToPath(new URL('color.png', FOLDER)), picture(192, BLUE, WHITE, sign));
writeFileSync(fileURLToPath(new URL('outline.png', FOLDER)), picture(32, NOTHING, WHITE, outline));

function picture(size: number, ground: Colour, ink: Colour, shape: Shape): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x += 1) {
      const share = covered(x, y, size, shape);
      const pixel = ground.map((from, at) => Math.round(from + ((ink[at] ?? 0) - from) * share));
      row.set(pixel, 1 + x * 4);
    }
    rows.push(row);
  }
  return png(size, Buffer.concat(rows));
}

/** Returns the share of a pixel that belongs to the shape, from 0 to 1. */
function covered(x: number, y: number, size: number, shape: Shape): number {
  let inside = 0;
  for (let at = 0; at < SAMPLES * SAMPLES; at += 1) {
    const [dx, dy] = [(at % SAMPLES) + 0.5, Math.floor(at / SAMPLES) + 0.5];
    if (shape([(x + dx / SAMPLES) / size, (y + dy / SAMPLES) / size])) inside += 1;
  }
  return inside / (SAMPLES * SAMPLES);
}

/** Encodes 8-bit RGBA without a filter. */
function png(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND')];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(8);
  whole.writeUInt32BE(data.length, 0);
  whole.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([whole.subarray(0, 4), body, whole.subarray(4)]);
}
