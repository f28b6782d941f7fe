/** MPEG audio (MP3): frames of sound one after the other, with tags of several kinds before and after them. */

/** kbit/s by index; rows: MPEG 1 layers I, II, III, then MPEG 2 layer I, and layers II and III. */
const BITRATES = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
/** Hz of MPEG 1 by index. MPEG 2 has half of it, MPEG 2.5 a quarter. */
const RATES = [44_100, 48_000, 32_000] as const;

/** The frames alone. Everything that is no frame is cut, whatever it is: ID3, APE, Lyrics3, pictures. */
export function cleanMpegAudio(content: Buffer): Buffer {
  const frames: Buffer[] = [];
  let at = endOfId3(content, 0);
  let isInStep = false;
  while (at + 4 <= content.length) {
    const length = frameBytes(content, at);
    const next = at + length;
    // Two bytes of a tag may look like the start of a frame; two frames in a row do not come about by chance.
    const isFrame: boolean =
      length > 0 && next <= content.length && (isInStep || frameBytes(content, next) > 0);
    if (isFrame) frames.push(content.subarray(at, next));
    at = isFrame ? next : endOfId3(content, at + 1);
    isInStep = isFrame;
  }
  if (frames.length === 0) throw new Error('no frame of sound');
  return Buffer.concat(frames);
}

/** Behind the ID3v2 tag that begins here; the same place if none does. */
function endOfId3(content: Buffer, at: number): number {
  if (content.toString('latin1', at, at + 3) !== 'ID3' || at + 10 > content.length) return at;
  const length = [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + (content.readUInt8(at + byte) & 0x7f), 0);
  return at + 10 + length;
}

/** The length of the frame that begins here; 0 if none does. */
function frameBytes(content: Buffer, at: number): number {
  if (at + 4 > content.length) return 0;
  const header = content.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff) return 0;
  const version = (header >>> 19) & 3;
  const layer = 4 - ((header >>> 17) & 3);
  const isFirst = version === 3;
  const kbits = BITRATES[isFirst ? layer - 1 : layer === 1 ? 3 : 4]?.[(header >>> 12) & 15];
  const hertz = RATES[(header >>> 10) & 3];
  if (version === 1 || layer === 4 || !kbits || !hertz) return 0;
  const bytesPerSecond = (kbits * 1_000) / 8;
  const rate = isFirst ? hertz : version === 2 ? hertz / 2 : hertz / 4;
  const padding = (header >>> 9) & 1;
  if (layer === 1) return (Math.floor((bytesPerSecond * 96) / rate) + padding) * 4;
  const samples = layer === 3 && !isFirst ? 576 : 1_152;
  return Math.floor((samples * bytesPerSecond) / rate) + padding;
}
