/** Removes from a file what it tells about the person who made it, by its type. */
import { cleanGif } from './gif.js';
import { cleanMp4Audio } from './mp4.js';
import { cleanMpegAudio } from './mpeg-audio.js';
import { cleanOgg } from './ogg.js';
import { redraw, redrawWebp } from './picture.js';
import { cleanWav } from './riff.js';

type Clean = (content: Buffer) => Buffer | Promise<Buffer>;

const office: Clean = async (content) => (await import('./office.js')).cleanOffice(content);

const CLEANERS: ReadonlyMap<string, Clean> = new Map([
  ['image/jpeg', (content) => redraw('jpeg', content)],
  ['image/png', (content) => redraw('png', content)],
  ['image/webp', redrawWebp],
  ['image/gif', cleanGif],
  ['application/pdf', async (content) => (await import('./pdf.js')).cleanPdf(content)],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', office],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', office],
  ['audio/mpeg', cleanMpegAudio],
  ['audio/mp4', cleanMp4Audio],
  ['audio/x-m4a', cleanMp4Audio],
  // Recorders of sound write this type too. A film is refused by its tracks.
  ['video/mp4', cleanMp4Audio],
  ['audio/ogg', cleanOgg],
  ['audio/wav', cleanWav],
] satisfies [string, Clean][]);

export const isCleanable = (type: string): boolean => CLEANERS.has(type);

/** @throws Error for a file of a type that cannot be cleaned, and for one that is not what its type says. */
export async function clean(type: string, content: Buffer): Promise<Buffer> {
  const cleaner = CLEANERS.get(type);
  if (!cleaner) throw new Error('a type that cannot be cleaned');
  return cleaner(content);
}
