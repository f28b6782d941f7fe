/** MP4 audio (ISO 14496-12): boxes within boxes. */

/** Boxes whose children are looked at. */
const PARENTS = new Set('moov trak mdia minf stbl edts dinf mvex moof traf'.split(' '));
/** Boxes that a player needs for the sound. */
const NEEDED = new Set(
  (
    'ftyp styp sidx mdat mvhd tkhd mdhd hdlr smhd nmhd dref stsd stts stsc stsz stz2 stco co64 ctts stss sgpd sbgp ' +
    'elst mehd trex mfhd tfhd tfdt trun'
  ).split(' '),
);
/** Their creation and change times begin behind version and flags. */
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);
const SOUND = 'soun';
/** Parents go no deeper. */
const MOST_DEPTH = 8;

/**
 * Overwrites with zeros what a player does not need (titles, artists, pictures, places, times), so that no box
 * moves and every offset stays right.
 */
export function cleanMp4Audio(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  if (cleanBoxes(changed, 0) === 0) throw new Error('no track of sound');
  return changed;
}

/** @returns the number of tracks. */
function cleanBoxes(boxes: Buffer, depth: number): number {
  if (depth > MOST_DEPTH) throw new Error('boxes too deep');
  let tracks = 0;
  for (let at = 0; at < boxes.length; ) {
    const { type, begin, end } = boxAt(boxes, at);
    const data = boxes.subarray(begin, end);
    if (PARENTS.has(type)) tracks += cleanBoxes(data, depth + 1);
    else if (TIMED.has(type)) data.fill(0, 4, data.readUInt8(0) === 1 ? 20 : 12);
    else if (type === 'hdlr') {
      cleanHandler(data);
      tracks += 1;
    } else if (!NEEDED.has(type)) {
      boxes.write('free', at + 4, 'latin1');
      data.fill(0);
    }
    at = end;
  }
  return tracks;
}

/** A track of anything but sound, such as places, is more than this can clean. The name of its program goes. */
function cleanHandler(data: Buffer): void {
  if (data.toString('latin1', 8, 12) !== SOUND) throw new Error('a track that is no sound');
  data.fill(0, 24);
}

function boxAt(boxes: Buffer, at: number): { type: string; begin: number; end: number } {
  const type = boxes.toString('latin1', at + 4, at + 8);
  const size = boxes.readUInt32BE(at);
  const isLong = size === 1;
  const begin = at + (isLong ? 16 : 8);
  const length = isLong ? Number(boxes.readBigUInt64BE(at + 8)) : size;
  const end = size === 0 ? boxes.length : at + length;
  if (end < begin || end > boxes.length) throw new Error('a box with a wrong length');
  return { type, begin, end };
}
