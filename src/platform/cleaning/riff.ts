/** RIFF, the frame of WAV and WebP files, taken apart into chunks. */

const HEADER_BYTES = 12;
const WAV_CHUNKS = new Set(['fmt ', 'fact', 'data']);
const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In the flags of the chunk `VP8X`: there is EXIF, there is XMP. */
const WEBP_METADATA = 0x08 | 0x04;

interface Chunk {
  id: string;
  data: Buffer;
}

/** A WAV with its format and its sound. */
export function cleanWav(content: Buffer): Buffer {
  return riffOf(
    'WAVE',
    chunksOf(content).filter(({ id }) => WAV_CHUNKS.has(id)),
  );
}

/** A WebP with the chunks that draw it, without decoding them. */
export function cleanWebp(content: Buffer): Buffer {
  const drawn = chunksOf(content).filter(({ id }) => WEBP_CHUNKS.has(id));
  return riffOf(
    'WEBP',
    drawn.map((chunk) => (chunk.id === 'VP8X' ? withoutMetadata(chunk) : chunk)),
  );
}

export function isAnimatedWebp(content: Buffer): boolean {
  return chunksOf(content).some(({ id }) => id === 'ANMF');
}

/** The size in the picture's own chunk, which the decoder goes by. */
export function webpSize(content: Buffer): { width: number; height: number } {
  for (const { id, data } of chunksOf(content)) {
    if (id === 'VP8 ') {
      return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
    }
    if (id === 'VP8L') {
      const bits = data.readUInt32LE(1);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
  }
  throw new Error('a WebP without a picture');
}

function withoutMetadata({ id, data }: Chunk): Chunk {
  const changed = Buffer.from(data);
  changed.writeUInt8(data.readUInt8(0) & ~WEBP_METADATA, 0);
  return { id, data: changed };
}

/** A chunk that claims more than there is ends with the file: recorders that are cut off write such ones. */
function chunksOf(content: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = HEADER_BYTES; at + 8 <= content.length; ) {
    const id = content.toString('latin1', at, at + 4);
    const length = content.readUInt32LE(at + 4);
    chunks.push({ id, data: content.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function riffOf(form: string, chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat(
    chunks.flatMap(({ id, data }) => [headOf(id, data.length), data, Buffer.alloc(data.length % 2)]),
  );
  return Buffer.concat([headOf('RIFF', body.length + 4), Buffer.from(form), body]);
}

function headOf(id: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(length, 4);
  return head;
}
