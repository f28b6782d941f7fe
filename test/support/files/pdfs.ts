/** PDFs as people's programs make them, and a reader of their content. */
import {
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { OWNER, XMP } from './bytes.js';
import { jpeg } from './pictures.js';

const key = (name: string) => PDFName.of(name);
/** Stores an object, and returns its reference. */
const put = ({ doc: { context } }: PDFPage, literal: object): PDFRef =>
  context.register(context.obj(literal as never));

async function pdfOf(
  draw: (page: PDFPage) => unknown,
  size: [number, number] = [200, 100],
  options = {},
): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await draw(document.addPage(size));
  return Buffer.from(await document.save(options));
}

/** A page with a photograph and a note, whose properties were replaced in a later version of the file. */
export async function pdf(): Promise<Buffer> {
  const first = await pdfOf(
    async (page) => {
      const { doc } = page;
      page.drawImage(await doc.embedJpg(await jpeg()), { x: 0, y: 0, width: 80, height: 40 });
      page.drawText('La carta', { x: 10, y: 60 });
      const note = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(OWNER) };
      page.node.addAnnot(put(page, { ...note, Contents: PDFString.of('Nota') }));
      doc.catalog.set(key('Metadata'), doc.context.register(doc.context.stream(XMP, { Type: 'Metadata' })));
      doc.setAuthor(OWNER);
    },
    [200, 100],
    { useObjectStreams: false },
  );
  return laterVersion(first);
}

/** Adds a version in which the properties are another object; the first one stays in the file. */
export function laterVersion(first: Buffer, added = `900 0 obj\n<< /Author (${OWNER}) >>\nendobj\n`): Buffer {
  const text = first.toString('latin1');
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1];
  const from = /startxref\s+(\d+)/.exec(text)?.[1];
  const at = first.length;
  const number = Number(added.split(' ', 1)[0]);
  const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const info = number === 900 ? '/Info 900 0 R ' : '';
  const trailer = `trailer\n<< /Size 901 /Root ${root} ${info}/Prev ${from} >>\nstartxref\n${at + added.length}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(added + table + trailer, 'latin1')]);
}

export const pdfOfText = () =>
  pdfOf(async (page) => {
    const font = await page.doc.embedFont(StandardFonts.TimesRoman);
    page.drawText('Lo que pasó el jueves', { x: 10, y: 44, size: 12, font });
  });

export async function pdfOfPages(
  count: number,
  size: [number, number] = [200, 100],
  options = {},
): Promise<Buffer> {
  const addMore = ({ doc }: PDFPage) => {
    for (let more = 1; more < count; more++) doc.addPage(size);
  };
  return pdfOf(addMore, size, options);
}

/** Black squares of ten points, 45 above the bottom, and whether a viewer shows them. */
export const SQUARES = {
  'a visible layer': { x: 10, shown: true },
  'a hidden layer': { x: 30, shown: false },
  'a note': { x: 50, shown: true },
  'a hidden note': { x: 70, shown: false },
  'a field of a form': { x: 90, shown: true },
} as const;

export const pdfOfSquares = () =>
  pdfOf((page) => {
    const { context, catalog } = page.doc;
    const layers = { On: layer(page), Off: layer(page) };
    catalog.set(key('OCProperties'), context.obj({ OCGs: Object.values(layers), D: { OFF: [layers.Off] } }));
    page.node.normalizedEntries().Resources.set(key('Properties'), context.obj(layers));
    for (const [name, { x }] of [
      ['On', SQUARES['a visible layer']],
      ['Off', SQUARES['a hidden layer']],
    ] as const)
      draw(page, `/OC /${name} BDC ${x} 45 10 10 re f EMC`);
    const square = context.register(
      context.flateStream('0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }),
    );
    const note = (x: number) => ({ Type: 'Annot', Rect: [x, 45, x + 10, 55], AP: { N: square }, F: 4 });
    page.node.addAnnot(put(page, { ...note(SQUARES['a note'].x), Subtype: 'Stamp' }));
    page.node.addAnnot(put(page, { ...note(SQUARES['a hidden note'].x), Subtype: 'Stamp', F: 2 }));
    const field = { FT: 'Btn', Ff: 65_536, T: PDFString.of('campo') };
    const widget = put(page, { ...note(SQUARES['a field of a form'].x), Subtype: 'Widget', ...field });
    page.node.addAnnot(widget);
    catalog.set(key('AcroForm'), context.obj({ Fields: [widget] }));
  });

const layer = (page: PDFPage) => put(page, { Type: 'OCG', Name: PDFString.of('Capa') });
const draw = ({ node, doc: { context } }: PDFPage, operators: string) =>
  node.addContentStream(context.register(context.flateStream(operators)));

/** What a PDF does by itself, wherever it stands in it. */
export const DOES =
  /\/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|Rendition|Movie|RichMedia|EmbeddedFiles?|FileAttachment|XFA|AA)\b/;

const action = (kind: string, more = {}) => ({ Type: 'Action', S: kind, ...more });
const script = action('JavaScript', { JS: PDFString.of('app.alert(1)') });
const launch = action('Launch', { F: PDFString.of('cmd.exe') });
const onOpening = (literal: object) =>
  pdfOf((page) => page.doc.catalog.set(key('OpenAction'), put(page, literal)));
const onClick = (literal: object, subtype = 'Link') =>
  pdfOf((page) =>
    page.node.addAnnot(put(page, { Type: 'Annot', Subtype: subtype, Rect: [0, 0, 9, 9], ...literal })),
  );
const go = { S: 'GoTo', D: ['x'] };

/** PDFs that do something when they are opened, looked at or clicked on. */
export const ACTIVE_PDFS: Readonly<Record<string, () => Promise<Buffer>>> = {
  'a script at the opening': () => onOpening(script),
  'a program at the opening': () => onOpening(launch),
  'a script by a name': () => pdfOf(({ doc }) => doc.addJavaScript('saluda', 'app.alert(1)')),
  'a script of a page': () =>
    pdfOf((page) => page.node.set(key('AA'), page.doc.context.obj({ O: put(page, script) }))),
  'a program behind a link': () => onClick({ A: launch }),
  'a program behind a place': () => onClick({ A: { ...go, Next: launch } }),
  'a script among several that come next': () => onClick({ A: { ...go, Next: [go, script] } }),
  'a form that is sent': () =>
    onClick({ FT: 'Btn', A: action('SubmitForm', { F: PDFString.of('x') }) }, 'Widget'),
  'a form that takes data': () => onClick({ A: action('ImportData', { F: PDFString.of('x') }) }),
  'a way into another file': () => onClick({ A: action('GoToR', { F: PDFString.of('\\\\server\\x') }) }),
  'a way into a file in it': () => onClick({ A: action('GoToE', { T: {} }) }),
  'a film': () => onClick({ A: action('Rendition', { JS: PDFString.of('x') }) }, 'Screen'),
  'a form with a film': () => onClick({ RichMediaContent: {} }, 'RichMedia'),
  'a file in it': () => pdfOf(({ doc }) => doc.attach(Buffer.from('x'), 'x.txt', { mimeType: 'text/plain' })),
  'a file pinned to a page': () =>
    onClick({ FS: { Type: 'Filespec', F: PDFString.of('x'), EF: {} } }, 'FileAttachment'),
  'a form of XFA': () =>
    pdfOf(({ doc: { catalog, context } }) =>
      catalog.set(key('AcroForm'), context.obj({ Fields: [], XFA: PDFString.of('x') })),
    ),
  'a script in an earlier version': async () => {
    const first = await pdfOf(
      (page) => page.doc.catalog.set(key('OpenAction'), put(page, script)),
      [200, 100],
      { useObjectStreams: false },
    );
    const number = /\/OpenAction (\d+) 0 R/.exec(first.toString('latin1'))?.[1];
    return laterVersion(first, `${number} 0 obj\n<< /S /Named /N /NextPage >>\nendobj\n`);
  },
};

/** A PDF with a place to begin at, links, bookmarks and a field. */
export const quietPdf = () =>
  pdfOf((page) => {
    const { catalog, context } = page.doc;
    const here = [page.ref, 'Fit'];
    catalog.set(key('OpenAction'), context.obj(here as never));
    const item = put(page, { Title: PDFString.of('Inicio'), Dest: here, A: { S: 'GoTo', D: here } });
    catalog.set(key('Outlines'), put(page, { First: item, Last: item, Count: 1 }));
    const web = { S: 'URI', URI: PDFString.of('https://www.compensar.com/') };
    page.node.addAnnot(put(page, { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: web }));
  });

export const signedPdf = () =>
  pdfOf((page) => {
    const signature = put(page, { Type: 'Sig', Name: PDFString.of(OWNER), ByteRange: [0, 9, 20, 9] });
    const field = put(page, { FT: 'Sig', T: PDFString.of('Firma'), V: signature });
    page.doc.catalog.set(key('AcroForm'), page.doc.context.obj({ Fields: [field] }));
  });

/** Asks for a password before it shows anything. */
export const lockedPdf = () =>
  pdfOf(({ doc }) => doc.encrypt({ userPassword: 'clave', ownerPassword: 'otra' }));

/** Can be read by anybody, and changed with a password only. */
export const guardedPdf = () => pdfOf(({ doc }) => doc.encrypt({ userPassword: '', ownerPassword: 'otra' }));

/** The sizes of its pages, in points. */
export async function pagesOf(content: Buffer): Promise<{ width: number; height: number }[]> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  return document.getPages().map((page) => page.getSize());
}

/** The only picture of a drawn PDF, and its colours by points from the top left of a page 200 points wide. */
export async function drawnPage(
  content: Buffer,
): Promise<{ width: number; at: (x: number, y: number) => number[] }> {
  const { context } = await PDFDocument.load(content, { updateMetadata: false });
  const [picture] = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isPicture = object instanceof PDFRawStream && object.dict instanceof PDFDict;
    return isPicture && object.dict.get(key('Subtype')) === key('Image') ? [object.contents] : [];
  });
  const image = await loadImage(Buffer.from(picture ?? []));
  const brush = createCanvas(image.width, image.height).getContext('2d');
  brush.drawImage(image, 0, 0);
  const scale = image.width / 200;
  return {
    width: image.width,
    at: (x, y) => [...brush.getImageData(x * scale, y * scale, 1, 1).data],
  };
}
