import QRCode from 'qrcode';

/** Level `M` stays readable with 15 % of the code covered. Readers need a margin of four modules. */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** A QR code for a card, as PNG. */
export async function qrPicture(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...OPTIONS, type: 'png', scale: 6 });
}

/** A QR code for a page, as SVG in a `data:` URL, sharp at any size. */
export async function qrDrawing(text: string): Promise<string> {
  const svg = await QRCode.toString(text, { ...OPTIONS, type: 'svg' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
