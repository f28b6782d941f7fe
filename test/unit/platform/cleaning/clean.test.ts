import assert from 'node:assert/strict';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileTypeFromBuffer } from 'file-type';
import { make } from '../../../../src/platform/cleaning/clean.js';
import { OWNER } from '../../../support/files/bytes.js';
import * as documents from '../../../support/files/documents.js';
import { everythingIn } from '../../../support/files/hidden.js';
import * as pdfs from '../../../support/files/pdfs.js';
import * as pictures from '../../../support/files/pictures.js';
import * as recordings from '../../../support/files/recordings.js';

describe('the copy of a picture', () => {
  for (const [type, picture] of [
    ['image/jpeg', pictures.jpeg],
    ['image/png', pictures.png],
    ['image/webp', pictures.webp],
    ['image/gif', pictures.gif],
  ] as const) {
    it(`names nobody, has no program behind it, and is of the same type: ${type}`, async () => {
      const content = await picture();
      assert.match(content.toString('latin1'), new RegExp(OWNER));
      const copy = await make('copy', type, content);
      assert.doesNotMatch(everythingIn(copy), /Ana|Colaboradora|ActiveX|adobe/i);
      assert.equal((await fileTypeFromBuffer(copy))?.mime, type);
      assert.equal((await loadImage(copy)).width, 80);
    });
  }

  it('stands upright, whatever its orientation said', async () => {
    const corners = { 1: [5, 5], 3: [75, 35], 6: [35, 5], 8: [5, 75] } as const;
    for (const orientation of [1, 3, 6, 8] as const) {
      const picture = await loadImage(await make('copy', 'image/jpeg', await pictures.jpeg(orientation)));
      const isTurned = orientation === 6 || orientation === 8;
      assert.deepEqual([picture.width, picture.height], isTurned ? [40, 80] : [80, 40]);
      const brush = createCanvas(picture.width, picture.height).getContext('2d');
      brush.drawImage(picture, 0, 0);
      const [x, y] = corners[orientation];
      const [red = 0, , blue = 0] = brush.getImageData(x, y, 1, 1).data;
      assert.ok(blue > 200 && red < 60, `${orientation}: the blue corner is elsewhere`);
    }
  });

  it('is not made of an animation, of too many pixels, nor of what is no picture', async () => {
    for (const [what, type, content] of [
      ['an animated WebP', 'image/webp', await pictures.animatedWebp()],
      ['an animated GIF', 'image/gif', await pictures.animatedGif()],
      ['an animated PNG', 'image/png', await pictures.animatedPng()],
      ['too many pixels', 'image/jpeg', await pictures.jpegOf(5_001, 5_000)],
      ['no picture', 'image/png', Buffer.from('\x89PNG\r\n\x1a\n')],
      ['HEIC', 'image/heic', pictures.heic()],
    ] as const)
      await assert.rejects(make('copy', type, content), Error, what);
  });
});

const PDF = 'application/pdf';

describe('the copy of a PDF', () => {
  it('has the same pages, as a viewer shows them, and nothing to read in its bytes', async () => {
    const copy = await make('copy', PDF, await pdfs.pdf());
    assert.doesNotMatch(everythingIn(copy), /Ana|Colaboradora|carta|pdf-lib/i);
    assert.deepEqual(await pdfs.pagesOf(copy), [{ width: 200, height: 100 }]);
    const { at } = await pdfs.drawnPage(copy);
    const [red = 0, green = 0, blue = 0] = at(60, 80);
    assert.ok(red > 200 && green < 60 && blue < 60, 'the red photograph');
    assert.ok(isWhite(at(150, 90)), 'the margin');
  });

  it('shows visible layers, notes and fields, and no hidden ones', async () => {
    const { at } = await pdfs.drawnPage(await make('copy', PDF, await pdfs.pdfOfSquares()));
    for (const [what, { x, shown }] of Object.entries(pdfs.SQUARES))
      assert.equal(isWhite(at(x + 5, 50)), !shown, what);
  });

  it('draws text in fonts that are not in the file', async () => {
    const { at } = await pdfs.drawnPage(await make('copy', PDF, await pdfs.pdfOfText()));
    const isInked = Array.from({ length: 180 }, (_, x) => at(10 + x, 54)).some((pixel) => !isWhite(pixel));
    assert.ok(isInked);
  });

  it('is made of 30 pages, and of none with more, with a password, or damaged', async () => {
    const copy = await make('copy', PDF, await pdfs.pdfOfPages(30));
    assert.equal((await pdfs.pagesOf(copy)).length, 30);
    for (const [what, content] of [
      ['31 pages', await pdfs.pdfOfPages(31)],
      ['a password', await pdfs.lockedPdf()],
      ['no PDF', Buffer.from('%PDF-1.7\n%%EOF')],
    ] as const)
      await assert.rejects(make('copy', PDF, content), Error, what);
  });

  it('is coarser where a page is huge', async () => {
    const copy = await make('copy', PDF, await pdfs.pdfOfPages(1, [14_400, 14_400]));
    assert.deepEqual(await pdfs.pagesOf(copy), [{ width: 14_400, height: 14_400 }]);
    const { width } = await pdfs.drawnPage(copy);
    assert.ok(width > 2_000 && width < 2_100, `${width} pixels wide`);
  });
});

describe('an inert PDF', () => {
  for (const [what, content] of Object.entries(pdfs.ACTIVE_PDFS)) {
    it(`does nothing when it is opened, and shows its page: ${what}`, async () => {
      const active = await content();
      assert.ok(pdfs.DOES.test(everythingIn(active)), 'it does something');
      const inert = await make('inert', PDF, active);
      assert.ok(!pdfs.DOES.test(everythingIn(inert)), 'it does nothing');
      assert.deepEqual(await pdfs.pagesOf(inert), [{ width: 200, height: 100 }]);
    });
  }

  it('is the same file, byte for byte, when it does nothing: links, bookmarks and a signature stay', async () => {
    for (const content of [await pdfs.quietPdf(), await pdfs.signedPdf()])
      assert.deepEqual(await make('inert', PDF, content), content);
  });

  it('is a drawn copy where only a viewer can read it', async () => {
    const inert = await make('inert', PDF, await pdfs.guardedPdf());
    assert.deepEqual(await pdfs.pagesOf(inert), [{ width: 200, height: 100 }]);
  });

  it('is not made of a PDF with a password, nor of what is none', async () => {
    for (const content of [await pdfs.lockedPdf(), Buffer.from('%PDF-1.7\n%%EOF')])
      await assert.rejects(make('inert', PDF, content), Error);
  });
});

describe('cleaning', () => {
  it('takes apart no Office document, sound or film', async () => {
    const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    for (const [type, content] of [
      [office, await documents.docx()],
      ['audio/mpeg', recordings.mp3()],
      ['video/mp4', recordings.video()],
    ] as const)
      for (const what of ['copy', 'inert']) await assert.rejects(make(what, type, content), Error, type);
  });

  it('ends with any file, also with a damaged one', async () => {
    const files = [
      ['copy', 'image/jpeg', await pictures.jpeg()],
      ['copy', 'image/png', await pictures.png()],
      ['copy', 'image/webp', await pictures.webp()],
      ['copy', 'image/gif', await pictures.gif()],
      ['copy', PDF, await pdfs.pdf()],
      ['inert', PDF, await pdfs.pdf()],
    ] as const;
    for (const [what, type, content] of files) {
      for (let cut = 0; cut < content.length; cut += Math.max(1, Math.floor(content.length / 12))) {
        const damaged = Buffer.from(content.subarray(0, cut));
        if (cut > 20) damaged[Math.floor(cut / 2)] = 0xff;
        await make(what, type, damaged).catch(() => undefined);
      }
    }
  });
});

const isWhite = (pixel: readonly number[]) => pixel.slice(0, 3).every((value) => value > 240);
