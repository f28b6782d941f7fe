/** The files of a message: how Teams describes them and how they are downloaded. */
import { z } from 'zod';
import { AppError } from '../platform/errors.js';
import type { InboundFile } from '../turn.js';
import type { InboundActivity } from './activity.js';
import type { ConnectorToken } from './sdk.js';

/**
 * A file that a person picks in the chat: it is in their OneDrive, behind an address that is valid for
 * minutes.
 */
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const TIMEOUT_MS = 15_000;
const MOST_FILES = 10;

const picked = z.object({
  contentType: z.literal(DOWNLOAD),
  name: z.string().max(1_000).catch(''),
  content: z.object({ downloadUrl: z.url() }),
});
const pasted = z.object({
  contentType: z.string().startsWith('image/'),
  name: z.string().max(1_000).catch(''),
  contentUrl: z.url(),
});

/** Returns the files that a person sent. Skips other attachments, such as the message as HTML. */
export function filesOf({ attachments = [] }: InboundActivity): InboundFile[] {
  return attachments.slice(0, MOST_FILES).flatMap((attachment): InboundFile[] => {
    const file = picked.safeParse(attachment);
    if (file.success) return [{ name: file.data.name, url: file.data.content.downloadUrl, by: 'link' }];
    const picture = pasted.safeParse(attachment);
    return picture.success ? [{ name: picture.data.name, url: picture.data.contentUrl, by: 'token' }] : [];
  });
}

/**
 * Downloads files only from where Teams keeps them: anybody can put an address into a message.
 * @param isFileHost tells whether files may be downloaded from a host without a token.
 */
export function createFetchFile(token: ConnectorToken, isFileHost: (url: URL) => boolean) {
  return async (file: InboundFile, serviceUrl: string, maxBytes: number): Promise<Buffer> => {
    const url = new URL(file.url);
    const isOurs = file.by === 'token' ? url.origin === new URL(serviceUrl).origin : isFileHost(url);
    if (!isOurs) throw new AppError('invalid-input', { detail: 'a file from elsewhere' });
    const bearer = file.by === 'token' ? await token() : undefined;
    const response = await fetch(url, {
      headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new AppError('storage-unavailable', { detail: `a file that answers ${response.status}` });
    }
    return readAtMost(response.body, maxBytes);
  };
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > maxBytes) throw new AppError('too-large', { detail: 'a file' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
