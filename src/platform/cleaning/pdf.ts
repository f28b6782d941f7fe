/** PDF, written anew from what its pages need. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { cleanJpeg } from './jpeg.js';

/** What programs write into any object about people and about themselves. */
const METADATA = ['Metadata', 'PieceInfo', 'LastModified'].map((name) => PDFName.of(name));
/** In a note: its author and its times. In a field of a form, `T` is the name of the field. */
const OF_NOTES = ['T', 'M', 'CreationDate'].map((name) => PDFName.of(name));
const [SUBTYPE, WIDGET, RECT, FILTER] = ['Subtype', 'Widget', 'Rect', 'Filter'].map((name) =>
  PDFName.of(name),
) as [PDFName, PDFName, PDFName, PDFName];
const FILES = PDFName.of('EF');
/** A signature says which of its file's bytes it is about, and who signs. */
const BYTE_RANGE = PDFName.of('ByteRange');
const [JPEG, JPEG_2000] = ['DCTDecode', 'JPXDecode'].map((name) => PDFName.of(name)) as [PDFName, PDFName];

/**
 * Saves a PDF without its properties and without what nothing refers to any more, such as the properties of an
 * earlier version. @throws Error for an encrypted or signed one, and for one with files or pictures in it that cannot
 * be cleaned.
 */
export async function cleanPdf(content: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  const { context } = document;
  const { Root } = context.trailerInfo;
  if (!(Root instanceof PDFRef) || document.isEncrypted) throw new Error('a PDF that cannot be read');
  context.trailerInfo = { Root };
  const reached = cleanFrom(context, Root);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
  return Buffer.from(
    await document.save({ rewrite: true, updateFieldAppearances: false, addDefaultPage: false }),
  );
}

/** Cleans every object that a reader can reach, and returns their references. */
function cleanFrom(context: PDFContext, root: PDFRef): Set<PDFRef> {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [root];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (!reached.has(object)) waiting.push(cleanedAt(context, object));
      reached.add(object);
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) {
      cleanDict(object);
      waiting.push(...object.values());
    }
  }
  return reached;
}

function cleanDict(dict: PDFDict): void {
  if (dict.has(FILES)) throw new Error('a PDF with files in it');
  if (dict.has(BYTE_RANGE)) throw new Error('a signed PDF');
  for (const name of METADATA) dict.delete(name);
  const isNote = dict.has(RECT) && dict.has(SUBTYPE) && dict.get(SUBTYPE) !== WIDGET;
  if (isNote) for (const name of OF_NOTES) dict.delete(name);
}

/** The object of a reference; a picture as it came from a camera is cleaned first. */
function cleanedAt(context: PDFContext, ref: PDFRef): PDFObject | undefined {
  const object = context.lookup(ref);
  if (!(object instanceof PDFRawStream)) return object;
  const filters = filtersOf(object);
  if (!filters.includes(JPEG) && !filters.includes(JPEG_2000)) return object;
  if (filters.length > 1 || filters[0] !== JPEG) throw new Error('a PDF with a picture of another kind');
  const picture = PDFRawStream.of(object.dict, cleanJpeg(Buffer.from(object.contents)));
  context.assign(ref, picture);
  return picture;
}

/** One name, or a list of them. */
function filtersOf({ dict }: PDFRawStream): (PDFObject | undefined)[] {
  const filter = dict.lookup(FILTER);
  return filter instanceof PDFArray ? filter.asArray().map((each) => dict.context.lookup(each)) : [filter];
}
