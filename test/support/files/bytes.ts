/** The parts that all made files share. */

/** The name in the hidden data. No cleaned file may contain it. */
export const OWNER = 'Ana Colaboradora';
export const XMP = Buffer.from(
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${OWNER}</dc:creator></x:xmpmeta>`,
);

export const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
export const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);
export const u32le = (value: number) => u32(value).reverse();

export const riffChunk = (id: string, data: Buffer) =>
  Buffer.concat([Buffer.from(id), u32le(data.length), data, Buffer.alloc(data.length % 2)]);
export const riff = (form: string, ...chunks: Buffer[]) =>
  riffChunk('RIFF', Buffer.concat([Buffer.from(form), ...chunks]));

/** A box of MP4 and HEIC files. */
export const box = (name: string, ...data: Buffer[]) => {
  const body = Buffer.concat(data);
  return Buffer.concat([u32(body.length + 8), Buffer.from(name), body]);
};
