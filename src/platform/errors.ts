/**
 * The codes of every failure that a handler may meet. People read the sentence that `text/` has for the code;
 * the log gets the code and the cause. No other error message reaches a chat.
 */
import type { Language } from './text/shape.js';

export type ErrorCode =
  | 'storage-unavailable'
  | 'too-slow'
  | 'storage-conflict'
  | 'too-large'
  | 'not-found'
  | 'not-allowed'
  | 'not-cleaned'
  | 'unreadable'
  | 'busy'
  | 'invalid-input'
  | 'unexpected';

interface Details {
  cause?: unknown;
  /** For the log. */
  detail?: string;
  /** Replaces the sentence for the code. */
  sentence?: (language: Language) => string;
}

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

/** Refuses an action of another role; the sentence names that role and the alternative. */
export function onlyFor(sentence: (language: Language) => string): AppError {
  return new AppError('not-allowed', { sentence });
}

/** Returns the code of any thrown value; `unexpected` for one that is not ours. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected';
}
