/** JPEG, taken apart into segments (ITU T.81, annex B) without decoding the picture. */

const [SOI, EOI, SOS, APP0, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe2, 0xee, 0xef, 0xfe];
/** An APP0 without a thumbnail. */
const BARE_JFIF = 18;

interface Segment {
  marker: number;
  /** From its marker up to the next one; for a scan, with its data. */
  bytes: Buffer;
}

/** A JPEG with the segments that draw the picture, and nothing before, between or after them. */
export function cleanJpeg(content: Buffer): Buffer {
  return Buffer.concat([...segmentsOf(content)].filter(isDrawn).map(({ bytes }) => bytes));
}

/** @throws Error when no frame says the size. */
export function jpegSize(content: Buffer): { width: number; height: number } {
  for (const { marker, bytes } of segmentsOf(content)) {
    if (isFrame(marker)) return { width: bytes.readUInt16BE(7), height: bytes.readUInt16BE(5) };
  }
  throw new Error('a JPEG without a frame');
}

/** Keeps what decoders need: tables, frames, scans, and how colours are meant. */
function isDrawn({ marker, bytes }: Segment): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return bytes.length === BARE_JFIF && bytes.toString('latin1', 4, 8) === 'JFIF';
  if (marker === APP2) return bytes.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker === APP14 && bytes.toString('latin1', 4, 9) === 'Adobe';
}

/** Frames have the markers C0 to CF, without those of tables and of the arithmetic coder. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function* segmentsOf(content: Buffer): Generator<Segment> {
  let at = 0;
  for (;;) {
    if (content.readUInt8(at) !== 0xff) throw new Error('a JPEG without a marker where one is due');
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = endOf(content, at, marker);
    if (end > content.length) throw new Error('a JPEG that is cut short');
    yield { marker, bytes: content.subarray(at, end) };
    if (marker === EOI) return;
    at = end;
  }
}

function endOf(content: Buffer, at: number, marker: number): number {
  if (marker === SOI || marker === EOI) return at + 2;
  const end = at + 2 + content.readUInt16BE(at + 2);
  return marker === SOS ? endOfScan(content, end) : end;
}

/** The data of a scan ends at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return content.length + 1;
}
