import { randomBytes } from 'node:crypto';

/** 256 bits, from which the codes of a training are made. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 128 bits, which alone open the screen of a training. */
export const newScreenKey = (): string => randomBytes(16).toString('base64url');
