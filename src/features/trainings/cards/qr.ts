import QRCode from 'qrcode';

/** `M`: can be read with 15 % of it covered or glaring. The margin is the four modules that readers need. */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** A QR code as a picture inside a card. Teams shows PNG in a `data:` address. */
export async function qrPicture(text: string): Promise<string> {
  return QRCode.toDataURL(text, { ...OPTIONS, type: 'image/png', scale: 4 });
}

/** A QR code for a page, sharp at any size. */
export async function qrDrawing(text: string): Promise<string> {
  const svg = await QRCode.toString(text, { ...OPTIONS, type: 'svg' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
