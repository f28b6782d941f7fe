import assert from 'node:assert/strict';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { clean } from '../../../../src/platform/cleaning/clean.js';
import { OWNER } from '../../../support/files/bytes.js';
import * as documents from '../../../support/files/documents.js';
import * as pictures from '../../../support/files/pictures.js';
import * as recordings from '../../../support/files/recordings.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Everything that is in a file, also where it is compressed. */
async function allOf(content: Buffer, type: string): Promise<string> {
  if (type === DOCX || type === XLSX) {
    const parts = Object.entries(unzipSync(content));
    return parts.map(([path, part]) => path + Buffer.from(part).toString('latin1')).join('\n');
  }
  if (type !== 'application/pdf') return content.toString('latin1');
  const { context } = await PDFDocument.load(content, { updateMetadata: false });
  return [content.toString('latin1'), ...context.enumerateIndirectObjects().map(String)].join('\n');
}

describe('a cleaned file', () => {
  for (const [type, make] of [
    ['image/jpeg', pictures.jpeg],
    ['image/png', pictures.png],
    ['image/webp', pictures.webp],
    ['image/webp', pictures.animatedWebp],
    ['image/gif', pictures.gif],
    ['application/pdf', documents.pdf],
    [DOCX, documents.docx],
    [XLSX, documents.xlsx],
    ['audio/mpeg', recordings.mp3],
    ['audio/x-m4a', recordings.m4a],
    ['video/mp4', recordings.recording],
    ['audio/ogg', recordings.opus],
    ['audio/ogg', recordings.vorbis],
    ['audio/wav', recordings.wav],
  ] as const) {
    it(`names nobody and is of the same type: ${type}, ${make.name}`, async () => {
      const content = await make();
      assert.match(await allOf(content, type), new RegExp(OWNER));
      const cleaned = await clean(type, content);
      assert.doesNotMatch(
        await allOf(cleaned, type),
        /Ana|Colaboradora|ActiveX|adobe|compensar\.com"|pdf-lib/i,
      );
      assert.equal((await fileTypeFromBuffer(cleaned))?.mime.split(';')[0], type);
    });
  }

  it('is a picture that stands upright, whatever its orientation said', async () => {
    const corners = { 1: [5, 5], 3: [75, 35], 6: [35, 5], 8: [5, 75] } as const;
    for (const orientation of [1, 3, 6, 8] as const) {
      const picture = await loadImage(await clean('image/jpeg', await pictures.jpeg(orientation)));
      const isTurned = orientation === 6 || orientation === 8;
      assert.deepEqual([picture.width, picture.height], isTurned ? [40, 80] : [80, 40]);
      const brush = createCanvas(picture.width, picture.height).getContext('2d');
      brush.drawImage(picture, 0, 0);
      const [x, y] = corners[orientation];
      const [red = 0, , blue = 0] = brush.getImageData(x, y, 1, 1).data;
      assert.ok(blue > 200 && red < 60, `${orientation}: the blue corner is elsewhere`);
    }
  });

  it('keeps frames, timing and repetition of an animation', async () => {
    const webp = (await clean('image/webp', await pictures.animatedWebp())).toString('latin1');
    assert.equal(Buffer.from(webp, 'latin1').readUInt8(20), pictures.ANIMATED, 'claims no metadata');
    assert.deepEqual([webp.match(/ANMF/g)?.length, webp.match(/ANIM/g)?.length], [2, 1]);
    const gif = await clean('image/gif', await pictures.gif());
    assert.match(gif.toString('latin1'), /NETSCAPE2\.0/);
    assert.equal((await loadImage(gif)).width, 80);
  });

  it('keeps the pages, pictures and notes of a PDF', async () => {
    const cleaned = await clean('application/pdf', await documents.pdf());
    const document = await PDFDocument.load(cleaned, { updateMetadata: false });
    assert.equal(document.getPageCount(), 1);
    const page = document.getPage(0).node;
    const text = cleaned.toString('latin1');
    assert.match(text, /DCTDecode/);
    assert.match(text, /\/Contents \(Nota\)|Annots/);
    assert.ok(page.has(PDFName.of('Contents')));
    assert.doesNotMatch(text, /\/Info|\/Metadata|\/Prev/);
  });

  it('keeps the words of a document', async () => {
    const word = unzipSync(await clean(DOCX, await documents.docx()));
    assert.match(strFromU8(word['word/document.xml'] as Uint8Array), /Lo que pasó &gt; ayer/);
    assert.match(strFromU8(word['word/_rels/settings.xml.rels'] as Uint8Array), /"Carta\.dotx"/);
    assert.match(
      strFromU8(word['word/_rels/settings.xml.rels'] as Uint8Array),
      /www\.compensar\.com\/inicio/,
    );
    const excel = unzipSync(await clean(XLSX, await documents.xlsx()));
    assert.match(
      strFromU8(excel['xl/worksheets/sheet1.xml'] as Uint8Array),
      /Fila.*<pageSetup orientation="portrait"\/>/,
    );
    assert.match(strFromU8(excel['xl/comments1.xml'] as Uint8Array), /<t>: revisar<\/t>/);
    const sheet = excel['xl/worksheets/_rels/sheet1.xml.rels'] as Uint8Array;
    assert.deepEqual(
      [/printerSettings/.test(strFromU8(sheet)), /comments/.test(strFromU8(sheet))],
      [false, true],
    );
  });

  it('cleans a document within a document', async () => {
    const cleaned = unzipSync(
      await clean(DOCX, await documents.docx({ 'word/embeddings/libro.xlsx': await documents.xlsx() })),
    );
    const inner = Buffer.from(cleaned['word/embeddings/libro.xlsx'] as Uint8Array);
    assert.doesNotMatch(await allOf(inner, XLSX), /Ana|Colaboradora/);
  });

  it('keeps the sound, and where a player looks for it', async () => {
    assert.deepEqual(await clean('audio/mpeg', recordings.mp3()), recordings.MP3_FRAMES);
    const m4a = await clean('audio/x-m4a', recordings.m4a());
    assert.equal(m4a.length, recordings.m4a().length);
    assert.equal(m4a.indexOf('mdat'), recordings.m4a().indexOf('mdat'));
    assert.equal(m4a.readUInt32BE(m4a.indexOf('stco') + 12), recordings.SOUND_AT);
    for (const time of [recordings.MADE_AT, recordings.CHANGED_AT]) {
      assert.ok(recordings.m4a().includes(time) && !m4a.includes(time), 'the times of the recording');
    }
    for (const make of [recordings.opus, recordings.vorbis]) {
      const cleaned = await clean('audio/ogg', make());
      assert.equal(cleaned.length, make().length);
      assert.ok(cleaned.includes(recordings.SOUND));
    }
    const wav = await clean('audio/wav', recordings.wav());
    assert.ok(wav.includes(recordings.SOUND));
    assert.equal(wav.readUInt32LE(4), wav.length - 8);
  });

  it('is not made of what cannot be cleaned', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, at) => [`p${at}.xml`, new Uint8Array()]),
    );
    const refused = {
      'a picture with too many pixels': () =>
        pictures.jpegOf(5_001, 5_000).then((it) => clean('image/jpeg', it)),
      'a picture that is none': () => clean('image/png', Buffer.from('\x89PNG\r\n\x1a\n')),
      'a type without a cleaner': () => clean('image/heic', pictures.heic()),
      'a video': () => clean('video/mp4', recordings.video()),
      'a PDF with files in it': () => documents.pdfWithFile().then((it) => clean('application/pdf', it)),
      'a signed PDF': () => documents.signedPdf().then((it) => clean('application/pdf', it)),
      'a PDF with a picture of JPEG 2000': () =>
        documents.pdfWithPicture('JPXDecode').then((it) => clean('application/pdf', it)),
      'a PDF with a picture that is packed twice': () =>
        documents.pdfWithPicture('ASCIIHexDecode', 'DCTDecode').then((it) => clean('application/pdf', it)),
      'a PDF with a password': () => documents.lockedPdf().then((it) => clean('application/pdf', it)),
      'a PDF that is none': () => clean('application/pdf', Buffer.from('%PDF-1.7\n%%EOF')),
      'a track of places': () => clean('audio/mp4', recordings.m4a('meta')),
      'MP4 without a track': () =>
        clean(
          'audio/mp4',
          Buffer.from(recordings.m4a().toString('latin1').replace('moov', 'free'), 'latin1'),
        ),
      'Ogg with another codec': () =>
        clean(
          'audio/ogg',
          Buffer.from(recordings.opus().toString('latin1').replace('OpusHead', 'Speex   '), 'latin1'),
        ),
      'a zip that unpacks to 101 MB': () =>
        documents
          .docx({ 'word/media/a.bmp': new Uint8Array(101 * 1024 * 1024) })
          .then((it) => clean(DOCX, it)),
      'a zip of 2,001 parts': () => clean(DOCX, Buffer.from(zipSync(many))),
      'a program in a document': () =>
        documents.docx({ 'word/vbaProject.bin': Buffer.from('MZ program') }).then((it) => clean(DOCX, it)),
      'a signed document': () =>
        documents
          .docx({
            '_xmlsignatures/sig1.xml': Buffer.from('<Signature xmlns="x"><X509SubjectName/></Signature>'),
          })
          .then((it) => clean(DOCX, it)),
      'a mail merge': () =>
        documents
          .docx({ 'word/settings.xml': Buffer.from('<w:settings><w:mailMerge/></w:settings>') })
          .then((it) => clean(DOCX, it)),
      'MP3 without sound': () => clean('audio/mpeg', Buffer.from('ID3 and nothing else')),
    };
    for (const [what, run] of Object.entries(refused)) await assert.rejects(run(), Error, what);
  });

  it('comes of any file, or an error does: no file keeps it busy for ever', async () => {
    const made = await Promise.all([
      pictures.jpeg(),
      pictures.png(),
      pictures.webp(),
      pictures.gif(),
      documents.pdf(),
      documents.docx(),
    ]);
    const types = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf', DOCX];
    const sounds = [recordings.mp3(), recordings.m4a(), recordings.opus(), recordings.wav()];
    const all = [...made, ...sounds];
    const allTypes = [...types, 'audio/mpeg', 'audio/x-m4a', 'audio/ogg', 'audio/wav'];
    for (const [at, content] of all.entries()) {
      for (let cut = 0; cut < content.length; cut += Math.max(1, Math.floor(content.length / 12))) {
        const damaged = Buffer.from(content.subarray(0, cut));
        if (cut > 20) damaged[Math.floor(cut / 2)] = 0xff;
        await clean(allTypes[at] ?? '', damaged).catch(() => undefined);
      }
    }
  });
});
