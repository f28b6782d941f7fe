/**
 * Every failure that a handler may meet, by code. A person reads the sentence that `text/` holds for the
 * code; the log gets the code and the cause. No other message of an error reaches a chat.
 */
import type { Catalogue } from './text/shape.js';

export type ErrorCode =
  | 'storage-unavailable'
  | 'too-slow'
  | 'storage-conflict'
  | 'too-large'
  | 'not-found'
  | 'not-allowed'
  | 'invalid-input'
  | 'unexpected';

interface Details {
  cause?: unknown;
  /** For the log. */
  detail?: string;
  /** What the person reads in the place of the sentence for the code. */
  sentence?: (text: Catalogue) => string;
}

/** An error with a code, and the error that caused it. */
export class AppError extends Error {
  readonly sentence?: Details['sentence'];

  constructor(
    readonly code: ErrorCode,
    { cause, detail, sentence }: Details = {},
  ) {
    super(detail ? `${code}: ${detail}` : code, { cause });
    this.name = 'AppError';
    this.sentence = sentence;
  }
}

/** The code of any thrown value; what is not ours is `unexpected`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected';
}
