/** PNG, taken apart into chunks (ISO 15948) without decoding the picture. */

const SIGNATURE_BYTES = 8;
/** Bytes of a chunk besides its data: length, type, checksum. */
const FRAME_BYTES = 12;
const END = 'IEND';

/** The picture, its colours and its animation. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** A PNG with the chunks that draw the picture, and nothing after its end. */
export function cleanPng(content: Buffer): Buffer {
  const kept = [content.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; ; ) {
    const end = at + FRAME_BYTES + content.readUInt32BE(at);
    const type = content.toString('latin1', at + 4, at + 8);
    if (end > content.length) throw new Error('a PNG that is cut short');
    if (DRAWN.has(type)) kept.push(content.subarray(at, end));
    if (type === END) return Buffer.concat(kept);
    at = end;
  }
}

/** The first chunk begins with the size. */
export function pngSize(content: Buffer): { width: number; height: number } {
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}
