/**
 * PDF, drawn page by page as a viewer shows it, by PDFium. Of properties, layers, notes, scripts, fonts and earlier
 * versions nothing is left, because a picture of a page has no place for them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument } from '@cantoo/pdf-lib';
import { init } from '@embedpdf/pdfium';
import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas';

/** They take some ten seconds on half a processor. */
const MOST_PAGES = 30;
/** Pixels a point: 144 an inch, as a screen shows a page. */
const SCALE = 2;
/** A page of A3 at that scale. Larger ones are drawn coarser. */
const MOST_PIXELS = 4_200_000;
const QUALITY = 75;
/** https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdfview.h */
const [WITH_NOTES, BYTES_AS_RGBA, BGRA, WHITE] = [0x01, 0x10, 4, 0xffffffff];

type Pdfium = Awaited<ReturnType<typeof init>>;
/** Its memory, which moves when it grows. The types of the package leave it to those of Emscripten. */
const memoryOf = ({ pdfium }: Pdfium) => (pdfium as typeof pdfium & { HEAPU8: Uint8Array }).HEAPU8;

/** @throws Error for a PDF with a password or with too many pages, and for one that PDFium cannot read. */
export async function redrawPdf(content: Buffer): Promise<Buffer> {
  const pdfium = await opened();
  const at = pdfium.pdfium.wasmExports.malloc(content.length);
  memoryOf(pdfium).set(content, at);
  const document = pdfium.FPDF_LoadMemDocument(at, content.length, '');
  const count = document === 0 ? 0 : pdfium.FPDF_GetPageCount(document);
  if (count === 0 || count > MOST_PAGES) throw new Error(`a PDF of ${count} pages`);
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo());
  pdfium.FPDF_SetFormFieldHighlightAlpha(form, 0);
  const copy = await PDFDocument.create({ updateMetadata: false });
  // One for all pages: the memory of each would be given back late.
  const canvas = createCanvas(1, 1);
  for (let index = 0; index < count; index++) await copyPage(pdfium, { document, form, index, canvas }, copy);
  return Buffer.from(await copy.save());
}

async function opened(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const { buffer } = new Uint8Array(readFileSync(path));
  const pdfium = await init({ wasmBinary: buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

async function copyPage(
  pdfium: Pdfium,
  from: { document: number; form: number; index: number; canvas: Canvas },
  copy: PDFDocument,
): Promise<void> {
  const page = pdfium.FPDF_LoadPage(from.document, from.index);
  if (page === 0) throw new Error('a page that cannot be read');
  const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  const picture = await copy.embedJpg(await drawPage(pdfium, { ...from, page }, size));
  copy.addPage([size.width, size.height]).drawImage(picture, { x: 0, y: 0, ...size });
  pdfium.FPDF_ClosePage(page);
}

/** A JPEG of the page. @param size in points, turned as the page is. */
async function drawPage(
  pdfium: Pdfium,
  { page, form, canvas }: { page: number; form: number; canvas: Canvas },
  size: { width: number; height: number },
): Promise<Buffer> {
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
  if (bitmap === 0) throw new Error('a page that cannot be drawn');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_NOTES | BYTES_AS_RGBA);
  pdfium.FORM_OnAfterLoadPage(page, form);
  pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, BYTES_AS_RGBA);
  pdfium.FORM_OnBeforeClosePage(page, form);
  const begin = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const pixels = new Uint8ClampedArray(memoryOf(pdfium).slice(begin, begin + width * height * BGRA));
  pdfium.FPDFBitmap_Destroy(bitmap);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas.encode('jpeg', QUALITY);
}
