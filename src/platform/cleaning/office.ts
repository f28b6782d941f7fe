/** Word and Excel files (ECMA-376): a zip of XML parts, pictures, and files in them. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { cleanGif } from './gif.js';
import { cleanJpeg } from './jpeg.js';
import { scrubXml } from './office-xml.js';
import { cleanPng } from './png.js';
import { cleanWebp } from './riff.js';

const MOST_PARTS = 2_000;
/** Unpacked. Word and Excel files unpack to ten times their size and more. */
const MOST_BYTES = 100 * 1024 * 1024;
/** A file in a file in a file is more than a report needs. */
const MOST_DEPTH = 2;
/** The zip needs a date; this is the earliest. */
const LONG_AGO = new Date(1980, 0, 1);

/** Names of printers lead to places and people. Excel writes new settings. */
const DROPPED = /(^|\/)printerSettings\/[^/]+\.bin$/i;
/** Drawings and fonts, without room for anything about people. */
const PLAIN = /\.(emf|wmf|bmp|odttf|fntdata)$/i;

/** Pictures stay as they are drawn: the document turns and cuts them. */
const CLEANERS: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};
const OFFICE = /^application\/vnd\.openxmlformats-officedocument\./;

/** Clears properties, names of authors, and what pictures say. @throws Error for a part of another kind. */
export async function cleanOffice(content: Buffer, depth = 0): Promise<Buffer> {
  if (depth > MOST_DEPTH) throw new Error('too many files in files');
  const cleaned: Zippable = {};
  for (const [path, part] of Object.entries(unzipped(content))) {
    if (path.endsWith('/') || DROPPED.test(path)) continue;
    cleaned[path] = [await cleanPart(path, Buffer.from(part), depth), { mtime: LONG_AGO }];
  }
  return Buffer.from(zipSync(cleaned));
}

/** Room is made by the sizes that the zip states; a part that turns out longer is cut. */
function unzipped(content: Buffer): Record<string, Uint8Array> {
  let parts = 0;
  let bytes = 0;
  return unzipSync(content, {
    filter: ({ originalSize }) => {
      parts += 1;
      bytes += originalSize;
      if (parts > MOST_PARTS || bytes > MOST_BYTES) throw new Error('a zip that unpacks to too much');
      return true;
    },
  });
}

async function cleanPart(path: string, part: Buffer, depth: number): Promise<Buffer> {
  if (isXml(part)) return Buffer.from(scrubXml(path, part.toString('utf8')));
  if (part.length === 0 || PLAIN.test(path)) return part;
  const type = (await fileTypeFromBuffer(part))?.mime ?? '';
  const cleanPicture = CLEANERS[type];
  if (cleanPicture) return cleanPicture(part);
  if (OFFICE.test(type)) return cleanOffice(part, depth + 1);
  throw new Error('a part that is neither XML nor a picture');
}

/** Office writes UTF-8. */
function isXml(part: Buffer): boolean {
  return /^\ufeff?\s*</.test(part.toString('utf8', 0, 100));
}
