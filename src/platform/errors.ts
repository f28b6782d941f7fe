/**
 * Every failure that a handler may meet, by code. A person reads the sentence that `text/` holds for the
 * code; the log gets the code and the cause. No other message of an error reaches a chat.
 */
export type ErrorCode =
  | 'storage-unavailable'
  | 'too-slow'
  | 'storage-conflict'
  | 'too-large'
  | 'not-found'
  | 'not-allowed'
  | 'invalid-input'
  | 'unexpected';

/** An error with a code, and the error that caused it. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    options?: { cause?: unknown; detail?: string },
  ) {
    super(options?.detail ? `${code}: ${options.detail}` : code, { cause: options?.cause });
    this.name = 'AppError';
  }
}

/** The code of any thrown value; what is not ours is `unexpected`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected';
}
