/** Removes everything active from a PDF: scripts, programs, forms, embedded files and films. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

const names = (words: string) => words.split(' ').map((word) => PDFName.of(word));
/** Where actions are, other than in `ACTIONS`, and what holds scripts and files (ISO 32000-1, 7.7.4, 7.11.4, 12.6.3, 12.7.8). */
const DOING = names(
  'AA JavaScript JS XFA EmbeddedFiles EF AF RichMediaContent RichMediaSettings PresSteps PA',
);
/** Entries that hold an action, and the action that comes next (12.6.2). `OpenAction` may also be a place. */
const ACTIONS = names('OpenAction A Next');
/** They lead to a place in the document or, by a click and a question, to a page of the web (12.6.4). */
const HARMLESS = new Set<PDFObject | undefined>(names('GoTo URI Named'));
const WEB = /^(https?|mailto|tel):/i;
/** Notes that show something, and fields (12.5.6). Others hold films, sounds, files. */
const NOTES = new Set<PDFObject | undefined>(
  names(
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink ' +
      'Popup Widget Redact Watermark PrinterMark TrapNet',
  ),
);
const [ANNOTS, SUBTYPE, KIND, URI] = names('Annots Subtype S URI') as [PDFName, PDFName, PDFName, PDFName];
/** The begin of an object, and its number where it is written as usual. */
const OBJECT = /(?:(\d+)\s+\d+\s+)?(?<!end)obj\b/g;

/**
 * The same bytes if nothing has to go, so that a signature stays valid. A file that says an object twice is written
 * again, because viewers may choose the other one.
 * @throws Error for a PDF with a password, and for one that cannot be read.
 */
export async function makeInert(content: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  if (document.isEncrypted || document.getPageCount() === 0) throw new Error('a PDF that cannot be read');
  const { reached, taken } = takenFrom(document.context, document.context.trailerInfo.Root);
  if (taken === 0 && isSaidOnce(content)) return content;
  for (const [ref] of document.context.enumerateIndirectObjects())
    if (!reached.has(ref)) document.context.delete(ref);
  return Buffer.from(await document.save({ rewrite: true, updateFieldAppearances: false }));
}

function isSaidOnce(content: Buffer): boolean {
  const numbers = [...content.toString('latin1').matchAll(OBJECT)].map(([, number]) => Number(number));
  return new Set(numbers).size === numbers.length && !numbers.includes(Number.NaN);
}

/** Takes it out of every object that a reader can reach; returns those, and how often something was taken. */
function takenFrom(
  context: PDFContext,
  root: PDFObject | undefined,
): { reached: Set<PDFRef>; taken: number } {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [root];
  let taken = 0;
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (!reached.has(object)) waiting.push(context.lookup(object));
      reached.add(object);
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) {
      taken += takeFrom(object);
      waiting.push(...object.values());
    }
  }
  return { reached, taken };
}

function takeFrom(dict: PDFDict): number {
  const gone = [...DOING, ...ACTIONS.filter((name) => !isHarmless(dict.lookup(name)))];
  const taken = gone.filter((name) => dict.delete(name)).length;
  const notes = dict.lookup(ANNOTS);
  return notes instanceof PDFArray ? taken + takeNotes(notes) : taken;
}

function takeNotes(notes: PDFArray): number {
  let taken = 0;
  for (let at = notes.size() - 1; at >= 0; at--) {
    const note = notes.lookup(at);
    if (note instanceof PDFDict && NOTES.has(note.lookup(SUBTYPE))) continue;
    notes.remove(at);
    taken += 1;
  }
  return taken;
}

/** A place is an array, and a letter `A` of other objects a number or a name. */
function isHarmless(action: PDFObject | undefined): boolean {
  if (action instanceof PDFArray) return action.asArray().every((_, at) => isHarmless(action.lookup(at)));
  if (!(action instanceof PDFDict)) return true;
  const kind = action.lookup(KIND);
  if (kind === undefined) return true;
  if (!HARMLESS.has(kind)) return false;
  const address = action.lookup(URI);
  const isText = address instanceof PDFString || address instanceof PDFHexString;
  return address === undefined || (isText && WEB.test(address.decodeText()));
}
