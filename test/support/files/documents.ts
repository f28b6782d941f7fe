/** Documents as people's programs make them: with the name of their author in every place that a format has for it. */
import { PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { OWNER, XMP } from './bytes.js';
import { jpeg } from './pictures.js';

/** A page with two photographs and a note, whose properties were replaced in a later version of the file. */
export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 100]);
  page.drawImage(await document.embedJpg(await jpeg()), { x: 0, y: 0, width: 80, height: 40 });
  page.drawText('La carta', { x: 10, y: 60 });
  addPicture(page, ['DCTDecode'], await jpeg());
  const { context } = document;
  const note = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 9, 9],
      T: PDFString.of(OWNER),
      Contents: PDFString.of('Nota'),
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([note]));
  document.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(XMP, { Type: 'Metadata', Subtype: 'XML' })),
  );
  document.setAuthor(OWNER);
  const first = Buffer.from(await document.save({ useObjectStreams: false }));
  return laterVersion(first);
}

/** Adds a picture with these filters to a page, as most programs write it. */
function addPicture(page: PDFPage, filters: string[], content: Uint8Array): void {
  const { context } = page.doc;
  const dict = context.obj({ Type: 'XObject', Subtype: 'Image', Width: 80, Height: 40, Filter: filters });
  page.node.setXObject(PDFName.of('Im2'), context.register(PDFRawStream.of(dict, content)));
}

export async function pdfWithPicture(...filters: string[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  addPicture(document.addPage([200, 100]), filters, await jpeg());
  return Buffer.from(await document.save());
}

export async function signedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 100]);
  const { context } = document;
  const signature = context.obj({ Type: 'Sig', Name: PDFString.of(OWNER), ByteRange: [0, 9, 20, 9] });
  const field = context.obj({ FT: 'Sig', T: PDFString.of('Firma'), V: context.register(signature) });
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [context.register(field)] }));
  return Buffer.from(await document.save());
}

/** Adds a version in which the properties are another object; the first one stays in the file. */
function laterVersion(first: Buffer): Buffer {
  const text = first.toString('latin1');
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1];
  const from = /startxref\s+(\d+)/.exec(text)?.[1];
  const at = first.length;
  const added = `900 0 obj\n<< /Author (${OWNER}) >>\nendobj\n`;
  const table = `xref\n900 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size 901 /Root ${root} /Info 900 0 R /Prev ${from} >>\nstartxref\n${at + added.length}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(added + table + trailer, 'latin1')]);
}

export async function lockedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 100]);
  document.encrypt({ userPassword: 'clave', ownerPassword: 'otra' });
  return Buffer.from(await document.save());
}

export async function pdfWithFile(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 100]);
  await document.attach(Buffer.from(OWNER), 'notas.txt', { mimeType: 'text/plain' });
  return Buffer.from(await document.save());
}

const OFFICE = 'http://schemas.openxmlformats.org';
const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const relationships = (...each: string[]) =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships">${each
    .map((one, at) => `<Relationship Id="rId${at + 1}" ${one}/>`)
    .join('')}</Relationships>`;
const type = (name: string) => `Type="${OFFICE}/officeDocument/2006/relationships/${name}"`;
const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
const contentTypes = (part: string, main: string) =>
  xml(
    `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/>` +
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  );

const about = {
  'docProps/core.xml': xml(
    `<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:creator>${OWNER}</dc:creator><cp:lastModifiedBy>${OWNER}</cp:lastModifiedBy></cp:coreProperties>`,
  ),
  'docProps/app.xml': xml(
    `<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"><Manager>${OWNER}</Manager></Properties>`,
  ),
  'docProps/custom.xml': xml(
    `<Properties xmlns="${OFFICE}/officeDocument/2006/custom-properties"><property name="Autor">${OWNER}</property></Properties>`,
  ),
  'customXml/item1.xml': xml(`<p:properties xmlns:p="x"><Owner>${OWNER}</Owner></p:properties>`),
};

/** A Word file with tracked changes, comments, a photograph, a template and further parts. */
export async function docx(more: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const zip = zipSync({
    '[Content_Types].xml': contentTypes('/word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': xml(relationships(`${type('officeDocument')} Target="word/document.xml"`)),
    ...about,
    'word/document.xml': xml(
      `<w:document ${W}><w:body><w:p><w:ins w:id="1" w:author="${OWNER}" w:date="2026-01-01T00:00:00Z">` +
        `<w:r><w:t>Lo que pasó &gt; ayer</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ),
    'word/comments.xml': xml(
      `<w:comments ${W}><w:comment w:id="0" w:author='${OWNER}' w:initials="AC"><w:p/></w:comment></w:comments>`,
    ),
    'word/people.xml': xml(
      `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${OWNER}"/></w15:people>`,
    ),
    'word/_rels/settings.xml.rels': xml(
      relationships(
        `${type('attachedTemplate')} Target="file:///C:\\Users\\${OWNER}\\Carta.dotx" TargetMode="External"`,
        `${type('hyperlink')} Target="https://www.compensar.com/inicio" TargetMode="External"`,
      ),
    ),
    'word/media/image1.jpeg': await jpeg(),
    ...more,
  });
  return Buffer.from(zip);
}

/** An Excel file with a note, a printer and the folder in which it was saved. */
export async function xlsx(): Promise<Buffer> {
  const main = `xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
  const zip = zipSync({
    '[Content_Types].xml': contentTypes('/xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': xml(relationships(`${type('officeDocument')} Target="xl/workbook.xml"`)),
    ...about,
    'xl/workbook.xml': xml(
      `<workbook ${main}><x15ac:absPath xmlns:x15ac="y" url="C:\\Users\\${OWNER}\\"/><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(relationships(`${type('worksheet')} Target="worksheets/sheet1.xml"`)),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fila</t></is></c></row></sheetData><pageSetup orientation="portrait" r:id="rId1"/></worksheet>`,
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': xml(
      relationships(
        `${type('printerSettings')} Target="../printerSettings/printerSettings1.bin"`,
        `${type('comments')} Target="../comments1.xml"`,
      ),
    ),
    'xl/printerSettings/printerSettings1.bin': strToU8(`\\\\printer\\${OWNER}`),
    'xl/comments1.xml': xml(
      `<comments ${main}><authors><author>${OWNER}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${OWNER}: revisar</t></text></comment></commentList></comments>`,
    ),
    'xl/persons/person.xml': xml(
      `<personList xmlns="z"><person displayName="${OWNER}" id="{1}" userId="ana@compensar.com" providerId="AD"/></personList>`,
    ),
  });
  return Buffer.from(zip);
}
