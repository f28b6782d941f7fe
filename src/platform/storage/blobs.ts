import type { TokenCredential } from '@azure/identity';
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { StorageError } from './errors.js';

const OWN_DEADLINE_MS = 10_000;

/** Files in Azure Blob Storage. Every method throws StorageError `unavailable` or `refused`. */
export interface Blobs {
  /** Stores a file under a path that we choose, such as `CASE/FILE`; replaces an existing file. */
  put(path: string, content: Buffer, type: string): Promise<void>;
  get(path: string): Promise<Buffer | undefined>;
  /** Deletes a file; a missing file is no error. */
  remove(path: string): Promise<void>;
  /** Deletes all files whose path begins with `prefix`. */
  removeUnder(prefix: string): Promise<void>;
}

/** Files as they are stored, which can be gone through one by one. */
export interface StoredBlobs extends Blobs {
  paths(): AsyncGenerator<string>;
  /**
   * Changes a file, unless it is replaced or deleted meanwhile; then the result is `missed`.
   * @param change returns undefined to leave the file as it is.
   */
  update(
    path: string,
    change: (content: Buffer) => Buffer | undefined,
  ): Promise<'changed' | 'same' | 'missed'>;
}

/** The container of the files about cases. */
export const EVIDENCE = 'evidence';
/** The container of the nightly copies of the tables. */
export const BACKUPS = 'backups';

export type BlobAccess = { endpoint: string; credential: TokenCredential } | { connectionString: string };

/** `Blobs` over one container. */
export class AzureBlobs implements StoredBlobs {
  readonly #container: ContainerClient;

  constructor(access: BlobAccess, container: string) {
    const options = { retryOptions: { maxTries: 3, retryDelayInMs: 150, maxRetryDelayInMs: 600 } };
    const service =
      'connectionString' in access
        ? BlobServiceClient.fromConnectionString(access.connectionString, options)
        : new BlobServiceClient(access.endpoint, access.credential, options);
    this.#container = service.getContainerClient(container);
  }

  async prepare(): Promise<void> {
    await this.#container.createIfNotExists();
  }

  async put(path: string, content: Buffer, type: string): Promise<void> {
    await guard(() =>
      this.#container
        .getBlockBlobClient(path)
        .uploadData(content, { blobHTTPHeaders: { blobContentType: type }, ...signal() }),
    );
  }

  get(path: string): Promise<Buffer | undefined> {
    const blob = this.#container.getBlobClient(path);
    return unless(404, () => blob.downloadToBuffer(undefined, undefined, signal()));
  }

  async remove(path: string): Promise<void> {
    await guard(() => this.#container.getBlobClient(path).deleteIfExists(signal()));
  }

  async *paths(): AsyncGenerator<string> {
    const pages = this.#container.listBlobsFlat().byPage();
    for (;;) {
      const { value, done } = await guard(() => pages.next());
      if (done) return;
      for (const { name } of value.segment.blobItems) yield name;
    }
  }

  async update(
    path: string,
    change: (content: Buffer) => Buffer | undefined,
  ): Promise<'changed' | 'same' | 'missed'> {
    const blob = this.#container.getBlockBlobClient(path);
    const properties = await unless(404, () => blob.getProperties(signal()));
    if (!properties?.etag) return 'missed';
    const conditions = { ifMatch: properties.etag };
    const read = () => blob.downloadToBuffer(undefined, undefined, { conditions, ...signal() });
    const content = await unless(404, () => unless(412, read));
    if (!content) return 'missed';
    const changed = change(content);
    if (!changed) return 'same';
    const written = await unless(412, () => blob.uploadData(changed, { conditions, ...signal() }));
    return written ? 'changed' : 'missed';
  }

  async removeUnder(prefix: string): Promise<void> {
    const paths = await guard(async () => {
      const found: string[] = [];
      for await (const { name } of this.#container.listBlobsFlat({ prefix, ...signal() })) found.push(name);
      return found;
    });
    for (const path of paths) await this.remove(path);
  }
}

const signal = () => ({ abortSignal: AbortSignal.timeout(OWN_DEADLINE_MS) });

/** The result of a request; undefined when it is answered with this status. */
async function unless<T>(status: number, request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await guard(request);
  } catch (error) {
    if (error instanceof StorageError && statusOf(error.cause ?? error) === status) return undefined;
    throw error;
  }
}

async function guard<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const status = statusOf(error);
    const passing = status === undefined || status === 408 || status === 429 || status >= 500;
    throw new StorageError(passing ? 'unavailable' : 'refused', { cause: error });
  }
}

function statusOf(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
