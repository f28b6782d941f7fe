import { AppError, type ErrorCode } from '../errors.js';

/**
 * `exists`: an insert found an existing row. `stale`: a replace had an old ETag, or its row is gone.
 * `unavailable`: no response in time, or a temporary refusal; a write may have happened anyway.
 * `refused`: the request can never succeed as it is.
 */
export type StorageFailure = 'exists' | 'stale' | 'unavailable' | 'refused';

const CODES: Record<StorageFailure, ErrorCode> = {
  exists: 'storage-conflict',
  stale: 'storage-conflict',
  unavailable: 'storage-unavailable',
  refused: 'unexpected',
};

export class StorageError extends AppError {
  constructor(
    readonly failure: StorageFailure,
    options?: { cause?: unknown },
  ) {
    super(CODES[failure], { ...options, detail: [failure, causeOf(options?.cause)].join(' ').trim() });
    this.name = 'StorageError';
  }
}

/** What kind of error it was, without its words, which may quote a row. */
function causeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? '');
}

/** Tells whether `error` is a storage error of one of these kinds. */
export function isFailure(error: unknown, ...failures: StorageFailure[]): boolean {
  return error instanceof StorageError && failures.includes(error.failure);
}
