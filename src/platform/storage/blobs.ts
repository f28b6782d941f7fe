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

export type BlobAccess = { endpoint: string; credential: TokenCredential } | { connectionString: string };

/** `Blobs` over one container. */
export class AzureBlobs implements Blobs {
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

  async get(path: string): Promise<Buffer | undefined> {
    try {
      return await guard(() =>
        this.#container.getBlobClient(path).downloadToBuffer(undefined, undefined, signal()),
      );
    } catch (error) {
      if (error instanceof StorageError && statusOf(error.cause) === 404) return undefined;
      throw error;
    }
  }

  async remove(path: string): Promise<void> {
    await guard(() => this.#container.getBlobClient(path).deleteIfExists(signal()));
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
