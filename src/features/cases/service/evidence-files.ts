/** Decides by content which files a case accepts, and where they are stored. */
import { fileTypeFromBuffer } from 'file-type';
import { EXTENSIONS } from '../domain/evidence.js';

/** Maximum size of a file, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** The media type of an accepted file, without parameters; undefined for any other. The file name is ignored. */
export async function typeOf(content: Buffer): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(content))?.mime.replace(/;.*/, '');
  return found && found in EXTENSIONS ? found : undefined;
}

/** The blob folder of a case, and of the draft that it was. */
export const folderOf = (caseId: string) => `${caseId}/`;

export const pathOf = (caseId: string, fileId: string) => `${folderOf(caseId)}${fileId}`;
