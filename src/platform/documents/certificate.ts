/** Draws a certificate: one page of A4, landscape, with the fonts that every reader of PDF has. */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { nearestLetters } from '../text/letters.js';

export interface CertificateView {
  language: 'es' | 'en';
  /** Of the document, as readers show it. */
  title: string;
  organisation: string;
  heading: string;
  /** The words before the name, and between name and training. */
  certifies: string;
  attended: string;
  name: string;
  training: string;
  facts: readonly { label: string; value: string }[];
  /** How it is checked, with the address of the page. */
  check: string;
  code: string;
  /** PNG of a code that leads to that page. */
  qr: Buffer;
  issuedAt: Date;
}

/** Points: 1/72 inch. */
const [WIDTH, HEIGHT] = [841.89, 595.28];
const BAND = 26;
const LEFT = 86;
const RIGHT = WIDTH - 60;
const ROOM = RIGHT - LEFT;
const QR = 92;

const [INK, SOFT, BRAND, LINE] = [
  rgb(0.12, 0.12, 0.12),
  rgb(0.34, 0.34, 0.34),
  rgb(0.267, 0.278, 0.569),
  rgb(0.78, 0.78, 0.86),
];
const LARGEST_NAME = 38;
const SMALLEST_NAME = 16;
const MOST_LINES = 3;

export async function drawCertificate(view: CertificateView): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(view.title, { showInWindowTitleBar: true });
  document.setLanguage(view.language === 'es' ? 'es-CO' : 'en');
  document.setAuthor(view.organisation);
  document.setCreator(view.organisation);
  document.setProducer(view.organisation);
  document.setCreationDate(view.issuedAt);
  document.setModificationDate(view.issuedAt);
  const [plain, bold, serif] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.TimesRomanBold].map((font) =>
      document.embedFont(font),
    ),
  );
  if (!plain || !bold || !serif) throw new Error('no fonts');
  const page = document.addPage([WIDTH, HEIGHT]);
  const write = writerOn(page);

  page.drawRectangle({ x: 0, y: 0, width: BAND, height: HEIGHT, color: BRAND });
  page.drawRectangle({
    x: BAND + 20,
    y: 20,
    width: WIDTH - BAND - 40,
    height: HEIGHT - 40,
    borderColor: LINE,
    borderWidth: 1,
  });

  write(view.organisation, { font: bold, size: 15, y: 520, color: BRAND });
  write(view.heading, { font: bold, size: 34, y: 466 });
  page.drawRectangle({ x: LEFT, y: 448, width: 84, height: 3, color: BRAND });

  write(view.certifies, { font: plain, size: 15, y: 408, color: SOFT });
  const size = fitting(view.name, serif, LARGEST_NAME, SMALLEST_NAME);
  write(view.name, { font: serif, size, y: 366 });
  write(view.attended, { font: plain, size: 15, y: 332, color: SOFT });

  const lines = wrapped(view.training, bold, 20).slice(0, MOST_LINES);
  for (const [at, line] of lines.entries()) write(line, { font: bold, size: 20, y: 302 - at * 25 });
  let y = 302 - lines.length * 25 - 10;
  for (const { label, value } of view.facts) {
    const head = `${label}: `;
    write(head, { font: bold, size: 13, y, color: SOFT });
    const x = LEFT + bold.widthOfTextAtSize(printable(head, bold), 13);
    write(value, { font: plain, size: 13, y, x });
    y -= 20;
  }

  write(view.check, { font: plain, size: 10, y: 72, color: SOFT });
  write(view.code, { font: bold, size: 13, y: 52 });
  const picture = await document.embedPng(view.qr);
  page.drawImage(picture, { x: RIGHT - QR + 10, y: 42, width: QR, height: QR });
  return Buffer.from(await document.save());
}

type Writing = {
  font: PDFFont;
  size: number;
  y: number;
  x?: number;
  color?: ReturnType<typeof rgb>;
};

const writerOn =
  (page: PDFPage) =>
  (text: string, { font, size, y, x = LEFT, color = INK }: Writing): void =>
    page.drawText(printable(text, font), { x, y, size, font, color });

/** The largest size at which a text fits on one line. */
function fitting(text: string, font: PDFFont, largest: number, smallest: number): number {
  const width = font.widthOfTextAtSize(printable(text, font), largest);
  return Math.max(smallest, Math.min(largest, (largest * ROOM) / width));
}

function wrapped(text: string, font: PDFFont, size: number): string[] {
  const lines: string[] = [];
  for (const word of printable(text, font).split(/\s+/)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && font.widthOfTextAtSize(longer, size) <= ROOM) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The letters that the standard fonts have, which are those of Spanish and its neighbours; of other Latin letters the
 * nearest, and a question mark for what is of another script.
 */
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const has = (sign: string) => known.has(sign.codePointAt(0) ?? 0);
  const nearest = (sign: string) =>
    [...nearestLetters(sign)].map((each) => (has(each) ? each : '?')).join('');
  return [...text.normalize('NFC').replace(/\s+/g, ' ')]
    .map((sign) => (has(sign) ? sign : nearest(sign)))
    .join('');
}
