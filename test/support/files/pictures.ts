/** Pictures as people's devices make them: with the name of their owner in every place that a format has for it. */
import { createCanvas } from '@napi-rs/canvas';
import { box, OWNER, riff, riffChunk, u16, u32, u32le, XMP } from './bytes.js';

/** A program behind the end of a picture: the file is both. */
const PROGRAM = Buffer.from(`<script>new ActiveXObject("WScript.Shell")</script> ${OWNER}`);

/** A red picture, twice as wide as high, with a blue square at the top left. */
function drawn(width = 80, height = 40) {
  const canvas = createCanvas(width, height);
  const brush = canvas.getContext('2d');
  brush.fillStyle = 'red';
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = 'blue';
  brush.fillRect(0, 0, height / 2, height / 2);
  return canvas;
}

/** EXIF with an orientation and an artist. */
function exif(orientation: number): Buffer {
  const artist = Buffer.from(`${OWNER}\0`);
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value]);
  return Buffer.concat([
    Buffer.from('MM\0*'),
    u32(8),
    u16(2),
    entry(0x0112, 3, 1, Buffer.concat([u16(orientation), u16(0)])),
    entry(0x013b, 2, artist.length, u32(38)),
    u32(0),
    artist,
  ]);
}

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), data]);

/** A photograph, with a program behind it. */
export async function jpeg(orientation = 1): Promise<Buffer> {
  const plain = await drawn().encode('jpeg', 95);
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])),
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), XMP])),
    segment(0xfe, Buffer.from(OWNER)),
    plain.subarray(2),
    PROGRAM,
  ]);
}

/** A JPEG whose frame claims a size. */
export async function jpegOf(width: number, height: number): Promise<Buffer> {
  const changed = Buffer.from(await drawn().encode('jpeg', 95));
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

export async function png(): Promise<Buffer> {
  const plain = await drawn().encode('png');
  const chunk = (type: string, data: Buffer) =>
    Buffer.concat([u32(data.length), Buffer.from(type), data, u32(0)]);
  const begin = 8 + 25;
  return Buffer.concat([
    plain.subarray(0, begin),
    chunk('tEXt', Buffer.from(`Author\0${OWNER}`)),
    chunk('eXIf', exif(1)),
    plain.subarray(begin),
    PROGRAM,
  ]);
}

/** The flag of an animation alone. */
export const ANIMATED = 0x02;
/** The flags of `VP8X` say what follows; the size is less one. */
const vp8x = (flags: number) =>
  riffChunk('VP8X', Buffer.concat([u32le(flags), Buffer.from([79, 0, 0, 39, 0, 0])]));

/** The encoded picture, without its profile. */
async function webpPicture(): Promise<Buffer> {
  const whole = await drawn().encode('webp', 95);
  return whole.subarray(whole.indexOf('VP8 '));
}

export async function webp(): Promise<Buffer> {
  return riff('WEBP', vp8x(0x0c), await webpPicture(), riffChunk('EXIF', exif(1)), riffChunk('XMP ', XMP));
}

export async function animatedWebp(): Promise<Buffer> {
  const frame = riffChunk(
    'ANMF',
    Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 79, 0, 0, 39, 0, 0, 100, 0, 0, 0]), await webpPicture()]),
  );
  const loop = riffChunk('ANIM', Buffer.alloc(6));
  return riff(
    'WEBP',
    vp8x(ANIMATED | 0x0c),
    loop,
    frame,
    frame,
    riffChunk('EXIF', exif(1)),
    riffChunk('XMP ', XMP),
  );
}

export async function gif(): Promise<Buffer> {
  const plain = await drawn().encode('gif');
  const flags = plain.readUInt8(10);
  const begin = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const block = (data: Buffer) => Buffer.concat([Buffer.from([data.length]), data]);
  const extension = (label: number, ...blocks: Buffer[]) =>
    Buffer.concat([Buffer.from([0x21, label]), ...blocks.map(block), Buffer.from([0])]);
  return Buffer.concat([
    plain.subarray(0, begin),
    extension(0xfe, Buffer.from(OWNER)),
    extension(0xff, Buffer.from('XMP DataXMP'), XMP),
    plain.subarray(begin),
    PROGRAM,
  ]);
}

export async function animatedGif(): Promise<Buffer> {
  const plain = await drawn().encode('gif');
  const control = Buffer.from([0x21, 0xf9, 4, 4, 10, 0, 0, 0]);
  const frame = plain.subarray(plain.indexOf(','), -1);
  return Buffer.concat([
    plain.subarray(0, plain.indexOf('!')),
    control,
    frame,
    control,
    frame,
    Buffer.from(';'),
  ]);
}

export async function animatedPng(): Promise<Buffer> {
  const plain = await drawn().encode('png');
  const begin = 8 + 25;
  const control = Buffer.concat([u32(8), Buffer.from('acTL'), u32(2), u32(0), u32(0)]);
  return Buffer.concat([plain.subarray(0, begin), control, plain.subarray(begin)]);
}

/** The start of a photograph as telephones of Apple keep it. */
export const heic = (): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('meta', Buffer.from(OWNER))]);
