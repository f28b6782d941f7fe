/** Sounds and films as people's devices make them: with the name of their owner in every place that a format has for it. */
import { box, OWNER, riff, riffChunk, u32, u32le } from './bytes.js';

/** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame. */
const frame = (fill: number) =>
  Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, fill)]);
export const MP3_FRAMES = Buffer.concat([frame(1), frame(2), frame(3)]);

export function mp3(): Buffer {
  const text = Buffer.from(`TPE1${OWNER}`);
  const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0'), Buffer.from([text.length]), text]);
  const ape = Buffer.from(`APETAGEX${OWNER}`);
  const old = Buffer.alloc(128);
  old.write(`TAG${OWNER}`);
  return Buffer.concat([id3, MP3_FRAMES, ape, old]);
}

export const SOUND_AT = 0x1234;
export const [MADE_AT, CHANGED_AT] = [u32(0xe0000001), u32(0xe0000002)];
/** Where the sound begins is an offset from the start of the file. */
export function m4a(handler = 'soun', brand = 'M4A '): Buffer {
  const timed = (length: number) => Buffer.concat([u32(0), MADE_AT, CHANGED_AT, Buffer.alloc(length)]);
  const name = Buffer.from(`${OWNER}\0`);
  const hdlr = box('hdlr', u32(0), u32(0), Buffer.from(handler), Buffer.alloc(12), name);
  const stbl = box('stbl', box('stco', u32(0), u32(1), u32(SOUND_AT)));
  const udta = box('udta', box('meta', u32(0), box('ilst', box('©ART', Buffer.from(OWNER)))));
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`)),
    box(
      'moov',
      box('mvhd', timed(88)),
      box('trak', box('mdia', box('mdhd', timed(12)), hdlr, box('minf', stbl))),
      udta,
    ),
    box('uuid', Buffer.from(OWNER)),
    box('mdat', Buffer.from('sound')),
  ]);
}

const counted = (text: string) => Buffer.concat([u32le(Buffer.byteLength(text)), Buffer.from(text)]);
/** Tags of more than one page: they go on where a lace of 255 ends a page. */
const tags = Buffer.concat([
  counted('encoder'),
  u32le(2),
  counted(`ARTIST=${OWNER}`),
  counted(`X=${'x'.repeat(70_000)} ${OWNER}`),
]);

function ogg(...packets: Buffer[]): Buffer {
  let sequence = 0;
  const page = (flags: number, laces: number[], body: Buffer) => {
    const head = Buffer.concat([
      Buffer.from('OggS\0'),
      Buffer.from([flags]),
      Buffer.alloc(8),
      u32le(7),
      u32le(sequence++),
      u32le(0),
      Buffer.from([laces.length, ...laces]),
    ]);
    return Buffer.concat([head, body]);
  };
  return Buffer.concat(
    packets.flatMap((packet, at) => {
      const laces = [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
      const pages: Buffer[] = [];
      for (let from = 0; from < laces.length; from += 255) {
        const part = laces.slice(from, from + 255);
        const begin = from * 255;
        const length = part.reduce((sum, lace) => sum + lace, 0);
        pages.push(page(at === 0 ? 2 : from > 0 ? 1 : 0, part, packet.subarray(begin, begin + length)));
      }
      return pages;
    }),
  );
}

export const SOUND = Buffer.from('the sound itself');
export const opus = (): Buffer =>
  ogg(
    Buffer.from(`OpusHead\x01\x01${'\0'.repeat(9)}`),
    Buffer.concat([Buffer.from('OpusTags'), tags]),
    SOUND,
  );
export const vorbis = (): Buffer =>
  ogg(
    Buffer.concat([Buffer.from('\x01vorbis'), Buffer.alloc(23, 1)]),
    Buffer.concat([Buffer.from('\x03vorbis'), tags, Buffer.from([1])]),
    Buffer.from('\x05vorbis setup'),
    SOUND,
  );

export const wav = (): Buffer =>
  riff(
    'WAVE',
    riffChunk('LIST', Buffer.concat([Buffer.from('INFO'), riffChunk('IART', Buffer.from(OWNER))])),
    riffChunk(
      'fmt ',
      Buffer.concat([Buffer.from([1, 0, 1, 0]), u32le(8_000), u32le(8_000), Buffer.from([1, 0, 8, 0])]),
    ),
    riffChunk('data', SOUND),
    riffChunk('id3 ', Buffer.from(OWNER)),
  );

/** The start of a film. */
export const video = (): Buffer => m4a('vide', 'isom');
/** Sound alone, as many telephones record it: the type is that of a film. */
export const recording = (): Buffer => m4a('soun', 'isom');
