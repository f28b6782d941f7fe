/** Sounds and films as people's devices make them, with the name of their owner. */
import { box, OWNER, riff, riffChunk, u32le } from './bytes.js';

/** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame. */
const frame = (fill: number) =>
  Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, fill)]);

export function mp3(): Buffer {
  const text = Buffer.from(`TPE1${OWNER}`);
  const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0'), Buffer.from([text.length]), text]);
  return Buffer.concat([id3, frame(1), frame(2), frame(3)]);
}

export const wav = (): Buffer =>
  riff(
    'WAVE',
    riffChunk('LIST', Buffer.concat([Buffer.from('INFO'), riffChunk('IART', Buffer.from(OWNER))])),
    riffChunk(
      'fmt ',
      Buffer.concat([Buffer.from([1, 0, 1, 0]), u32le(8_000), u32le(8_000), Buffer.from([1, 0, 8, 0])]),
    ),
    riffChunk('data', Buffer.from('the sound itself')),
  );

/** The start of a film. */
export const video = (): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), box('uuid', Buffer.from(OWNER))]);
