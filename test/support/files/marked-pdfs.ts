/** PDFs with a name in each place that a page does not show. */
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { profileOf } from './colour-profile.js';
import { photograph, xmp } from './marked-pictures.js';
import { laterVersion, pdfOfPages } from './pdfs.js';

const key = (name: string) => PDFName.of(name);

interface Marking {
  /** What to hide. */
  name: string;
  document: PDFDocument;
  page: PDFPage;
  /** Makes an object. */
  made: (literal: object) => PDFDict;
  /** Stores an object, and returns its reference. */
  put: (literal: object) => PDFRef;
  /** Adds operators to the page. */
  draw: (operators: string | Uint8Array) => void;
  /** Adds something to the resources of the page. */
  resource: (kind: string, name: string, object: PDFObject) => void;
}

const stream = ({ document: { context } }: Marking, content: string | Uint8Array, dict = {}): PDFRef =>
  context.register(context.stream(content, dict));
const catalogue = ({ document }: Marking, name: string, object: PDFObject) =>
  document.catalog.set(key(name), object);
const annotation = (marking: Marking, dict: Record<string, unknown>) =>
  marking.page.node.addAnnot(marking.put({ Type: 'Annot', Rect: [9, 9, 29, 29], F: 4, ...dict }));

const MARKS: Readonly<Record<string, (marking: Marking) => unknown>> = {
  'its author': ({ document, name }) => document.setAuthor(name),
  XMP: (marking) =>
    catalogue(marking, 'Metadata', stream(marking, xmp(marking.name), { Type: 'Metadata', Subtype: 'XML' })),
  'XMP of a page': (marking) => marking.page.node.set(key('Metadata'), stream(marking, xmp(marking.name))),
  'the name of a layer': (marking) => {
    const layer = marking.put({ Type: 'OCG', Name: PDFString.of(marking.name) });
    catalogue(marking, 'OCProperties', marking.made({ OCGs: [layer], D: { Order: [layer] } }));
    marking.resource('Properties', 'L', layer);
    marking.draw('/OC /L BDC 0 0 5 5 re f EMC');
  },
  'who used a layer': (marking) => {
    const info = {
      Type: 'OCG',
      Name: PDFString.of('Capa'),
      Usage: { CreatorInfo: { Creator: PDFString.of(marking.name) } },
    };
    const layer = marking.put(info);
    catalogue(marking, 'OCProperties', marking.made({ OCGs: [layer], D: {} }));
  },
  'a hidden layer': (marking) => {
    const layer = marking.put({ Type: 'OCG', Name: PDFString.of('Capa') });
    catalogue(marking, 'OCProperties', marking.made({ OCGs: [layer], D: { OFF: [layer] } }));
    marking.resource('Properties', 'L', layer);
    marking.draw(`/OC /L BDC BT /F1 9 Tf (${marking.name}) Tj ET EMC`);
  },
  'who wrote a note': (marking) =>
    annotation(marking, { Subtype: 'Text', T: PDFString.of(marking.name), Contents: PDFString.of('Nota') }),
  'the words of a hidden note': (marking) =>
    annotation(marking, { Subtype: 'Square', F: 2, Contents: PDFString.of(marking.name) }),
  'the target of a link': (marking) =>
    annotation(marking, {
      Subtype: 'Link',
      A: { S: 'URI', URI: PDFString.of(`https://e.example/${marking.name}`) },
    }),
  'a hidden field': (marking) => {
    const field = marking.put({ FT: 'Tx', T: PDFString.of('campo'), V: PDFString.of(marking.name), Ff: 1 });
    catalogue(marking, 'AcroForm', marking.made({ Fields: [field] }));
  },
  'a form of XFA': (marking) => {
    const xfa = stream(marking, `<xdp><autor>${marking.name}</autor></xdp>`);
    catalogue(marking, 'AcroForm', marking.made({ Fields: [], XFA: xfa }));
  },
  'a file in it': ({ document, name }) =>
    document.attach(Buffer.from(name), 'notas.txt', { mimeType: 'text/plain' }),
  'the path of a file': (marking) =>
    annotation(marking, {
      Subtype: 'FileAttachment',
      FS: { Type: 'Filespec', F: PDFString.of(`C:/Users/${marking.name}/a.txt`) },
    }),
  'a script': ({ document, name }) => document.addJavaScript('saluda', `app.alert('${name}')`),
  'a title in its outline': (marking) => {
    const item = marking.put({ Title: PDFString.of(marking.name), Dest: [marking.page.ref, 'Fit'] });
    catalogue(marking, 'Outlines', marking.put({ Type: 'Outlines', First: item, Last: item, Count: 1 }));
  },
  'the words for readers of screens': (marking) => {
    const element = marking.put({
      Type: 'StructElem',
      S: 'Figure',
      Alt: PDFString.of(marking.name),
      ActualText: PDFString.of(marking.name),
    });
    catalogue(marking, 'StructTreeRoot', marking.put({ Type: 'StructTreeRoot', K: [element] }));
  },
  'the labels of its pages': (marking) =>
    catalogue(marking, 'PageLabels', marking.put({ Nums: [0, { P: PDFString.of(marking.name) }] })),
  'a photograph in its content': async (marking) => {
    const begin = Buffer.from('q 40 0 0 20 0 0 cm BI /W 80 /H 40 /BPC 8 /CS /RGB /F /DCT ID ');
    marking.draw(Buffer.concat([begin, await photograph(marking.name), Buffer.from('\nEI Q')]));
  },
  'a photograph': async (marking) => {
    const { context } = marking.document;
    const picture = await photograph(marking.name);
    const dict = { Type: 'XObject', Subtype: 'Image', Width: 80, Height: 40, ColorSpace: 'DeviceRGB' };
    const of = context.obj({ ...dict, BitsPerComponent: 8, Filter: 'DCTDecode', Length: picture.length });
    marking.resource('XObject', 'P', context.register(PDFRawStream.of(of as never, picture)));
    marking.draw('q 40 0 0 20 0 0 cm /P Do Q');
  },
  'a comment in its content': ({ draw, name }) => draw(`% ${name}\n0 0 5 5 re f`),
  'a property in its content': ({ draw, name }) => draw(`/Span << /Autor (${name}) >> BDC 0 0 5 5 re f EMC`),
  'text behind the page': ({ draw, name }) => draw(`BT 3 Tr /F1 9 Tf (${name}) Tj ET`),
  'the name of a font': async (marking) => {
    const font = marking.put({ Type: 'Font', Subtype: 'Type1', BaseFont: marking.name });
    marking.resource('Font', 'F9', font);
    marking.draw('BT /F9 9 Tf (hola) Tj ET');
  },
  'the data of a program': (marking) =>
    marking.page.node.set(
      key('PieceInfo'),
      marking.made({
        Illustrator: { LastModified: PDFString.of(marking.name), Private: PDFString.of(marking.name) },
      }),
    ),
  'an article': (marking) => {
    const bead = marking.put({ Type: 'Bead' });
    const thread = marking.put({ Type: 'Thread', F: bead, I: { Author: PDFString.of(marking.name) } });
    catalogue(marking, 'Threads', marking.put([thread]));
  },
  'the words of its colour profile': (marking) => {
    const profile = stream(marking, profileOf(marking.name), { N: 3 });
    marking.resource('ColorSpace', 'C', marking.made(['ICCBased', profile]));
    marking.draw('/C cs 1 0 0 sc 0 0 5 5 re f');
  },
  'the intent of its output': (marking) =>
    catalogue(
      marking,
      'OutputIntents',
      marking.made([{ Type: 'OutputIntent', S: 'GTS_PDFA1', Info: PDFString.of(marking.name) }]),
    ),
  'a destination': (marking) => {
    const names = marking.put({ Names: [PDFString.of(marking.name), [marking.page.ref, 'Fit']] });
    catalogue(marking, 'Names', marking.made({ Dests: names }));
  },
  'a key of a program': (marking) => marking.page.node.set(key('Autor'), PDFHexString.fromText(marking.name)),
};

const PLACES = Object.keys(MARKS);
/** So many that no two marks of one file need the same entry of its catalogue. */
const FILES = 5;

async function pdfWith(places: readonly string[], nameOf: (place: string) => string): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const made = (literal: object) => context.obj(literal as never) as unknown as PDFDict;
  const page = document.addPage([200, 100]);
  page.drawText('La carta', { x: 10, y: 60, font: await document.embedFont(StandardFonts.Helvetica) });
  page.node.normalize();
  for (const place of places)
    await MARKS[place]?.({
      name: nameOf(place),
      document,
      page,
      made,
      put: (literal) => context.register(made(literal)),
      draw: (operators) => page.node.addContentStream(context.register(context.flateStream(operators))),
      resource: (kind, name, object) => {
        const { Resources } = page.node.normalizedEntries();
        const entries = Resources.lookupMaybe(key(kind), PDFDict) ?? made({});
        Resources.set(key(kind), entries);
        entries.set(key(name), object);
      },
    });
  return Buffer.from(await document.save());
}

const EARLIER = 'its earlier version';

/** PDFs with a name in each place. */
export const MARKED_PDFS = [
  ...Array.from({ length: FILES }, (_, file) => PLACES.filter((_place, at) => at % FILES === file)).map(
    (places, file) => ({
      kind: `PDF ${file + 1}`,
      places,
      make: (nameOf: (place: string) => string) => pdfWith(places, nameOf),
    }),
  ),
  {
    kind: 'PDF of two versions',
    places: [EARLIER],
    make: async (nameOf: (place: string) => string) => {
      const first = await pdfOfPages(1, [200, 100], { useObjectStreams: false });
      return laterVersion(first, `900 0 obj\n<< /Author (${nameOf(EARLIER)}) >>\nendobj\n`);
    },
  },
];
