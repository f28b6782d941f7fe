import { randomBytes } from 'node:crypto';

/** 256 bits; the HMAC key of the codes of a training. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 96 bits; no two forms ever get the same. */
export const newTicketId = (): string => randomBytes(12).toString('base64url');

/** 128 bits; what the key of a training's screen is made from. */
export const newScreenSeed = (): string => randomBytes(16).toString('base64url');
