/** Which files a case takes, found out from what is in them. */
import { fileTypeFromBuffer } from 'file-type';

/** Bytes of one file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Pictures, sound, film and documents that no program runs by opening them. */
const ALLOWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/quicktime',
  'video/webm',
]);

/** The media type of a file that may be kept; undefined for any other. Its name has no say. */
export async function typeOf(content: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content);
  return found && ALLOWED.has(found.mime) ? found.mime : undefined;
}

/** Where the files of a case, or of the draft that it was, are kept. */
export const folderOf = (caseId: string) => `${caseId}/`;
