/** Colour profiles (ICC.1:2001, version 2.1) of screens with wider colours than sRGB, under any name. */
import { u16, u32 } from './bytes.js';

const fixed = (value: number) => u32(Math.round(value * 65_536) >>> 0);
const xyz = (x: number, y: number, z: number) =>
  Buffer.concat([Buffer.from('XYZ '), u32(0), fixed(x), fixed(y), fixed(z)]);
/** A curve of one number: its exponent, here 2.2. */
const GAMMA = Buffer.concat([Buffer.from('curv'), u32(0), u32(1), u16(0x0233), u16(0)]);

/** A profile with the primaries of Display P3. Its description and its copyright are the name. */
export function profileOf(name: string): Buffer {
  const words = Buffer.from(`${name}\0`, 'latin1');
  const description = Buffer.concat([
    Buffer.from('desc'),
    u32(0),
    u32(words.length),
    words,
    Buffer.alloc(78),
  ]);
  const tags: [string, Buffer][] = [
    ['desc', description],
    ['cprt', Buffer.concat([Buffer.from('text'), u32(0), words])],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.5151, 0.2412, -0.0011)],
    ['gXYZ', xyz(0.292, 0.6922, 0.0419)],
    ['bXYZ', xyz(0.1571, 0.0666, 0.7841)],
    ['rTRC', GAMMA],
    ['gTRC', GAMMA],
    ['bTRC', GAMMA],
  ];
  const bodies = tags.map(([, data]) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]));
  let at = 128 + 4 + tags.length * 12;
  const table = tags.map(([tag, data], index) => {
    const entry = Buffer.concat([Buffer.from(tag), u32(at), u32(data.length)]);
    at += bodies[index]?.length ?? 0;
    return entry;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyz(0.9642, 1, 0.8249).copy(header, 68, 8);
  return Buffer.concat([header, u32(tags.length), ...table, ...bodies]);
}
