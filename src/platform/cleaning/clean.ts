/** How a file is cleaned for everyone but its sender, by type. */

type Make = (content: Buffer) => Promise<Buffer>;

const picture: Make = async (content) => (await import('./picture.js')).redrawPicture(content);
const drawn: Make = async (content) => (await import('./drawn-pdf.js')).redrawPdf(content);
const inert: Make = async (content) => (await import('./inert-pdf.js')).makeInert(content);

const MAKERS: Readonly<Record<Making, Readonly<Record<string, Make>>>> = {
  copy: {
    'image/jpeg': picture,
    'image/png': picture,
    'image/webp': picture,
    'image/gif': picture,
    'application/pdf': drawn,
  },
  inert: {
    // What pdf-lib cannot read, a viewer may still show.
    'application/pdf': (content) => inert(content).catch(() => drawn(content)),
  },
};

/** `copy`: only the visible content. `inert`: the same file, which does nothing when opened. */
export type Making = 'copy' | 'inert';

/** @throws Error for a type of which that is not made, and for a file that is not what its type says. */
export async function make(what: string, type: string, content: Buffer): Promise<Buffer> {
  const maker = what in MAKERS ? MAKERS[what as Making][type] : undefined;
  if (!maker) throw new Error('a type of which that is not made');
  return maker(content);
}
