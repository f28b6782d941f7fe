/** Decides by content which files a case accepts. */
import { fileTypeFromBuffer } from 'file-type';

/** Maximum size of a file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Images, audio, video, and documents that run no program when opened. */
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

/** The media type of an accepted file; undefined for any other. The file name is ignored. */
export async function typeOf(content: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content);
  return found && ALLOWED.has(found.mime) ? found.mime : undefined;
}

/** The blob folder of a case, and of the draft that it was. */
export const folderOf = (caseId: string) => `${caseId}/`;
