/** Redraws pictures: the result keeps the pixels and nothing else. */
import { imageSize } from 'image-size';

/**
 * How each type is written, and the most pixels that are read of it: they take about 350 MB of memory and two seconds.
 * Most telephones take pictures of fewer.
 */
const FORMATS = {
  jpg: { format: 'jpeg', mostPixels: 25_000_000 },
  png: { format: 'png', mostPixels: 25_000_000 },
  webp: { format: 'webp', mostPixels: 10_000_000 },
  gif: { format: 'gif', mostPixels: 10_000_000 },
} as const;
const QUALITY = 90;

/**
 * Decodes a JPEG, PNG, WebP or GIF, turned as its orientation says, and encodes it again.
 * @throws Error for an animation, of which only the first picture would be left, and for too many pixels.
 */
export async function redrawPicture(content: Buffer): Promise<Buffer> {
  const { width, height, type = '' } = imageSize(content);
  if (!(type in FORMATS) || isAnimated(type, content)) throw new Error('no still picture');
  const { format, mostPixels } = FORMATS[type as keyof typeof FORMATS];
  if (width * height > mostPixels) throw new Error('a picture with too many pixels');
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(content);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  switch (format) {
    case 'png':
      return canvas.encode(format);
    case 'gif':
      return canvas.encode(format);
    default:
      return canvas.encode(format, QUALITY);
  }
}

/** PNG has a chunk for animations, and WebP a flag. Each picture of a moving GIF has a control (GIF89a, 23). */
function isAnimated(type: string, content: Buffer): boolean {
  if (type === 'png') return content.includes('acTL');
  if (type === 'webp') return content.indexOf('VP8X') === 12 && (content.readUInt8(20) & 0x02) !== 0;
  if (type !== 'gif') return false;
  const first = nextControl(content, 0);
  return first >= 0 && nextControl(content, first + 1) >= 0;
}

const CONTROL = Buffer.from([0x21, 0xf9, 0x04]);

/** Where the next control of a GIF begins; -1 if there is none. It has four bytes and ends with a zero. */
function nextControl(content: Buffer, from: number): number {
  const at = content.indexOf(CONTROL, from);
  return at < 0 || content[at + 7] === 0 ? at : nextControl(content, at + 1);
}
