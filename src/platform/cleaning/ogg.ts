/** Ogg (RFC 3533) with Vorbis or Opus: the second packet of a stream holds its tags. */

const FIXED_BYTES = 27;
const CHECKSUM_AT = 22;
/** The start of a stream's first packet, and of the packet with its tags. */
const CODECS = [
  { first: '\x01vorbis', tags: '\x03vorbis', last: 1 },
  { first: 'OpusHead', tags: 'OpusTags', last: 0 },
] as const;

type Codec = (typeof CODECS)[number];

interface Stream {
  codec: Codec;
  /** Packets that have begun. */
  packet: number;
  /** Bytes of the packet with the tags so far. */
  offset: number;
}

/** Overwrites the tags with empty ones of the same length, so that no page moves. */
export function cleanOgg(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  const streams = new Map<number, Stream>();
  for (let at = 0; at < changed.length; ) at = cleanPage(changed, at, streams);
  if ([...streams.values()].some(({ packet }) => packet < 2)) throw new Error('an Ogg stream without tags');
  return changed;
}

/** @returns the end of the page. */
function cleanPage(content: Buffer, at: number, streams: Map<number, Stream>): number {
  if (content.toString('latin1', at, at + 4) !== 'OggS')
    throw new Error('an Ogg file without a page where one is due');
  const laces = content.subarray(at + FIXED_BYTES, at + FIXED_BYTES + content.readUInt8(at + 26));
  const begin = at + FIXED_BYTES + laces.length;
  const end = laces.reduce((sum, lace) => sum + lace, begin);
  if (laces.length < content.readUInt8(at + 26) || end > content.length)
    throw new Error('an Ogg page cut short');
  const serial = content.readUInt32LE(at + 14);
  const isFirst = (content.readUInt8(at + 5) & 2) !== 0;
  const stream = isFirst ? begun(content.subarray(begin, end)) : streams.get(serial);
  if (!stream) throw new Error('an Ogg page of no stream');
  streams.set(serial, stream);
  cleanPackets(content.subarray(begin, end), laces, stream);
  content.writeUInt32LE(0, at + CHECKSUM_AT);
  content.writeUInt32LE(checksumOf(content.subarray(at, end)), at + CHECKSUM_AT);
  return end;
}

function begun(body: Buffer): Stream {
  const codec = CODECS.find(({ first }) => body.toString('latin1', 0, first.length) === first);
  if (!codec) throw new Error('an Ogg stream that is neither Vorbis nor Opus');
  return { codec, packet: 0, offset: 0 };
}

/** A packet ends with a lace below 255. */
function cleanPackets(body: Buffer, laces: Buffer, stream: Stream): void {
  let at = 0;
  for (const lace of laces) {
    if (stream.packet === 1) blank(body.subarray(at, at + lace), stream);
    at += lace;
    if (lace < 255) stream.packet += 1;
  }
}

/** The tags begin with their name; empty ones are two lengths of zero and, in Vorbis, a last bit of one. */
function blank(part: Buffer, stream: Stream): void {
  const { tags, last } = stream.codec;
  const empty = Buffer.concat([Buffer.from(tags, 'latin1'), Buffer.alloc(8), Buffer.from([last])]);
  part.fill(0);
  if (stream.offset < empty.length) empty.copy(part, 0, stream.offset);
  stream.offset += part.length;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

function checksumOf(page: Buffer): number {
  return page.reduce((sum, byte) => ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0, 0);
}
