/** GIF, taken apart into blocks (GIF89a) without decoding the picture. */

const HEADER_BYTES = 13;
const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [CONTROL, APPLICATION] = [0xf9, 0xff];
/** The application extensions that make an animation repeat. Others carry what programs write: XMP, profiles. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

/** A GIF with its frames, their timing and their repetition: no comments, and nothing after the end. */
export function cleanGif(content: Buffer): Buffer {
  let at = HEADER_BYTES + tableBytes(content.readUInt8(10));
  const kept = [content.subarray(0, at)];
  for (;;) {
    const kind = content.readUInt8(at);
    if (kind === TRAILER) return Buffer.concat([...kept, content.subarray(at, at + 1)]);
    const end = kind === IMAGE ? endOfImage(content, at) : endOfBlocks(content, at + 2);
    if (kind === IMAGE || (kind === EXTENSION && isDrawn(content, at))) kept.push(content.subarray(at, end));
    else if (kind !== EXTENSION) throw new Error('a GIF with an unknown block');
    at = end;
  }
}

function isDrawn(content: Buffer, at: number): boolean {
  const label = content.readUInt8(at + 1);
  return (
    label === CONTROL ||
    (label === APPLICATION && LOOPS.includes(content.toString('latin1', at + 3, at + 14)))
  );
}

/** A descriptor of 10 bytes, a table of colours, a byte, blocks of data. */
function endOfImage(content: Buffer, at: number): number {
  return endOfBlocks(content, at + 11 + tableBytes(content.readUInt8(at + 9)));
}

/** Blocks begin with their length; an empty one ends them. */
function endOfBlocks(content: Buffer, from: number): number {
  let at = from;
  for (let length = content.readUInt8(at); length > 0; length = content.readUInt8(at)) at += 1 + length;
  return at + 1;
}

/** The size of a table of colours, by the flags before it. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}
