/** Checks a file that comes: its size, its type, whether it can be opened, and whether others can get a copy. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { FeatureContext } from '../../../feature.js';
import type { Cleaner } from '../../../platform/cleaning/cleaner.js';
import { ACCEPTED, isCopied, isPdf } from '../../../platform/cleaning/evidence.js';
import { AppError } from '../../../platform/errors.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { InboundFile, Turn } from '../../../turn.js';

/** Maximum size of a file, in bytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_NAME = 120;

export interface CheckParts extends Pick<FeatureContext, 'fetchFile'> {
  cleaner: Pick<Cleaner, 'make'>;
}

export interface Checked {
  /** As much of the name as an answer to its sender shows. */
  name: string;
  /** The media type. */
  type: string;
  content: Buffer;
  /** Of the content, SHA-256. */
  hash: string;
  /** See `evidence` in src/platform/cleaning/evidence.ts. */
  cleans?: boolean | undefined;
}

/** A file that is not accepted, and why. */
export interface Refused {
  name: string;
  why: 'too-large' | 'not-allowed' | 'unreadable';
}

/**
 * Downloads a file and checks it.
 * @param isTried others may get only a copy of it.
 * @throws AppError when it cannot be downloaded, and `busy` when too many files are being checked.
 */
export async function check(
  { fetchFile, cleaner }: CheckParts,
  file: InboundFile,
  { actor, serviceUrl, isTried }: Pick<Turn, 'actor' | 'serviceUrl'> & { isTried: boolean },
): Promise<Checked | Refused> {
  const name = shortName(file.name);
  const content = await fetchFile(file, serviceUrl, MAX_FILE_BYTES).catch(tooLarge);
  if (!content) return { name, why: 'too-large' };
  const type = await typeOf(content);
  if (!type) return { name, why: 'not-allowed' };
  const makes = async (what: 'copy' | 'inert') =>
    (await cleaner.make({ what, type, content, personId: actor.id })) !== undefined;
  const cleans = isTried ? isCopied({ type }) && (await makes('copy')) : undefined;
  if (isPdf({ type }) && !cleans && !(await makes('inert'))) return { name, why: 'unreadable' };
  return { name, type, content, hash: createHash('sha256').update(content).digest('hex'), cleans };
}

function tooLarge(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'too-large') return undefined;
  throw error;
}

/** The media type of an accepted file, without parameters; undefined for any other. The file name is ignored. */
async function typeOf(content: Buffer): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(content))?.mime.replace(/;.*/, '');
  return found && found in ACCEPTED ? found : undefined;
}

function shortName(name: string): string {
  return makeVisible(name).replace(/\s+/g, ' ').trim().slice(0, MAX_NAME) || 'archivo';
}
