/** Pictures, drawn anew: what comes out has pixels, and nothing else of what came in. */
import { jpegSize } from './jpeg.js';
import { pngSize } from './png.js';
import { cleanWebp, isAnimatedWebp, webpSize } from './riff.js';

/**
 * The most pixels of each format take about 350 MB of memory and two seconds. Most telephones take pictures of
 * fewer.
 */
const FORMATS = {
  jpeg: { sizeOf: jpegSize, mostPixels: 25_000_000 },
  png: { sizeOf: pngSize, mostPixels: 25_000_000 },
  webp: { sizeOf: webpSize, mostPixels: 10_000_000 },
};
const QUALITY = 90;

/** Decodes a picture, turned as its orientation says, and encodes it again. */
export async function redraw(format: keyof typeof FORMATS, content: Buffer): Promise<Buffer> {
  const { sizeOf, mostPixels } = FORMATS[format];
  const { width, height } = sizeOf(content);
  if (width * height > mostPixels) throw new Error('a picture with too many pixels');
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(content);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return format === 'png' ? canvas.encode('png') : canvas.encode(format, QUALITY);
}

/** An animation would be drawn as its first frame only; it keeps its frames as they are. */
export async function redrawWebp(content: Buffer): Promise<Buffer> {
  return isAnimatedWebp(content) ? cleanWebp(content) : redraw('webp', content);
}
