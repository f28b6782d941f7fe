import { AppError, type ErrorCode } from '../errors.js';

/**
 * `exists`: an insert found the row there. `stale`: a replace came with an old ETag.
 * `unavailable`: no answer in time, or a refusal that may pass; a write may have happened all the same.
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
    super(CODES[failure], { ...options, detail: failure });
    this.name = 'StorageError';
  }
}

/** Whether `error` is a storage error of one of these kinds. */
export function isFailure(error: unknown, ...failures: StorageFailure[]): boolean {
  return error instanceof StorageError && failures.includes(error.failure);
}
