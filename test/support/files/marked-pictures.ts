/** Pictures with a name in each hidden place that their format has. */
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { riff, riffChunk, u16, u32, u32le } from './bytes.js';
import { profileOf } from './colour-profile.js';

/** What holds a name, behind the header of a picture or behind its end. */
interface Hidden {
  head?: Buffer;
  end?: Buffer;
}
type Places = Readonly<Record<string, (name: string) => Hidden>>;

const ascii = (text: string) => Buffer.from(text, 'latin1');
export const xmp = (name: string) =>
  ascii(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${name}</dc:creator></x:xmpmeta>`);
const behind = (name: string): Hidden => ({ end: ascii(name) });

function drawn() {
  const canvas = createCanvas(80, 40);
  const brush = canvas.getContext('2d');
  brush.fillStyle = 'red';
  brush.fillRect(0, 0, 80, 40);
  return canvas;
}

/** EXIF with an artist, or with a small picture. */
function exif(artist: string, thumbnail: Buffer = Buffer.alloc(0)): Buffer {
  const words = ascii(`${artist}\0`);
  const entry = (tag: number, type: number, count: number, value: number) =>
    Buffer.concat([u16(tag), u16(type), u32(count), u32(value)]);
  const second = 26 + words.length;
  return Buffer.concat([
    ascii('MM\0*'),
    u32(8),
    u16(1),
    entry(0x013b, 2, words.length, 26),
    u32(thumbnail.length > 0 ? second : 0),
    words,
    u16(2),
    entry(0x0201, 4, 1, second + 30),
    entry(0x0202, 4, 1, thumbnail.length),
    u32(0),
    thumbnail,
  ]);
}

const segment = (marker: number, ...data: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(data.map((part) => (typeof part === 'string' ? ascii(part) : part)));
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
};
/** A whole JPEG, too small to be drawn, with a comment. */
const commented = (name: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, name), Buffer.from([0xff, 0xd9])]);

const JPEG: Places = {
  'the artist in EXIF': (name) => ({ head: segment(0xe1, 'Exif\0\0', exif(name)) }),
  'the small picture in EXIF': (name) => ({ head: segment(0xe1, 'Exif\0\0', exif('', commented(name))) }),
  XMP: (name) => ({ head: segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp(name)) }),
  IPTC: (name) => {
    const byLine = Buffer.concat([Buffer.from([0x1c, 2, 80]), u16(name.length), ascii(name)]);
    return {
      head: segment(0xed, 'Photoshop 3.0\0', '8BIM', u16(0x0404), u16(0), u32(byLine.length), byLine),
    };
  },
  'a comment': (name) => ({ head: segment(0xfe, name) }),
  'the words of its colour profile': (name) => ({
    head: segment(0xe2, 'ICC_PROFILE\0\x01\x01', profileOf(name)),
  }),
  'a second picture behind it': (name) => ({
    head: segment(0xe2, 'MPF\0MM\0*', u32(8), u16(0)),
    end: commented(name),
  }),
  'the small picture in JFXX': (name) => ({ head: segment(0xe0, 'JFXX\0\x10', commented(name)) }),
  'a proof of origin': (name) => ({
    head: segment(0xeb, 'JP', u16(1), u32(1), u32(name.length + 8), 'jumb', name),
  }),
  'bytes behind its end': behind,
};

const chunk = (type: string, ...data: (Buffer | string)[]): Hidden => {
  const body = Buffer.concat([type, ...data].map((part) => (typeof part === 'string' ? ascii(part) : part)));
  return { head: Buffer.concat([u32(body.length - 4), body, u32(crc32(body))]) };
};

const PNG: Places = {
  'the name of its colour profile': (name) => chunk('iCCP', name, '\0\0', deflateSync(profileOf('sRGB'))),
  tEXt: (name) => chunk('tEXt', 'Author\0', name),
  zTXt: (name) => chunk('zTXt', 'Author\0\0', deflateSync(ascii(name))),
  iTXt: (name) => chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', xmp(name)),
  eXIf: (name) => chunk('eXIf', exif(name)),
  'the words of another colour profile': (name) => chunk('iCCP', 'icc\0\0', deflateSync(profileOf(name))),
  'a chunk of a program': (name) => chunk('prVw', name),
  'bytes behind its end': behind,
};

const EVERY_FLAG_OF_METADATA = 0x2c;
const WEBP: Places = {
  'the words of its colour profile': (name) => ({ head: riffChunk('ICCP', profileOf(name)) }),
  EXIF: (name) => ({ end: riffChunk('EXIF', exif(name)) }),
  XMP: (name) => ({ end: riffChunk('XMP ', xmp(name)) }),
  'a chunk of a program': (name) => ({ end: riffChunk('prVw', ascii(name)) }),
};

const extension = (label: number, ...blocks: Buffer[]): Hidden => ({
  head: Buffer.concat([
    Buffer.from([0x21, label]),
    ...blocks.map((data) => Buffer.concat([Buffer.from([data.length]), data])),
    Buffer.from([0]),
  ]),
});

const GIF: Places = {
  'a comment': (name) => extension(0xfe, ascii(name)),
  'what a program wrote': (name) => extension(0xff, ascii('XMP DataXMP'), xmp(name)),
  'bytes behind its end': behind,
};

/** A picture of each format, with a name in each place. */
export const MARKED_PICTURES = [
  {
    kind: 'JPEG',
    places: JPEG,
    make: async (head: Buffer, end: Buffer) => spliced(await drawn().encode('jpeg', 95), 2, head, end),
  },
  {
    kind: 'PNG',
    places: PNG,
    make: async (head: Buffer, end: Buffer) => spliced(await drawn().encode('png'), 8 + 25, head, end),
  },
  {
    kind: 'WebP',
    places: WEBP,
    make: async (head: Buffer, end: Buffer) => {
      const whole = await drawn().encode('webp', 95);
      // The flags say what follows; the size is less one.
      const size = Buffer.concat([u32le(EVERY_FLAG_OF_METADATA), Buffer.from([79, 0, 0, 39, 0, 0])]);
      return riff('WEBP', riffChunk('VP8X', size), head, whole.subarray(whole.indexOf('VP8 ')), end);
    },
  },
  {
    kind: 'GIF',
    places: GIF,
    make: async (head: Buffer, end: Buffer) => {
      const plain = await drawn().encode('gif');
      const flags = plain.readUInt8(10);
      return spliced(plain, 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0), head, end);
    },
  },
].map(({ kind, places, make }) => ({
  kind,
  places: Object.keys(places),
  /** @param nameOf the name to hide in a place. */
  make: (nameOf: (place: string) => string): Promise<Buffer> => {
    const hidden = Object.entries(places).map(([place, hide]) => hide(nameOf(place)));
    const all = (part: keyof Hidden) => Buffer.concat(hidden.flatMap((each) => each[part] ?? []));
    return make(all('head'), all('end'));
  },
}));

const spliced = (plain: Buffer, at: number, head: Buffer, end: Buffer) =>
  Buffer.concat([plain.subarray(0, at), head, plain.subarray(at), end]);

/** A JPEG with a comment. */
export const photograph = async (name: string): Promise<Buffer> =>
  spliced(await drawn().encode('jpeg', 95), 2, segment(0xfe, name), Buffer.alloc(0));
