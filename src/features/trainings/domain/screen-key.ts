/** The key in the link to the screen of a training: all that opening it takes. */
import { hashOf, hmac, isSame } from './codes.js';
import type { Training } from './training.js';

/**
 * 128 bits of HMAC-SHA256 under the training's secret: the same each time, until a new seed ends the link. So the trainer
 * finds the link again while it is projected, and it is not stored.
 */
export function screenKeyOf({ secret, screenSeed }: Pick<Training, 'secret' | 'screenSeed'>): string {
  return hmac(secret, `screen:${screenSeed}`).subarray(0, 16).toString('base64url');
}

/** The columns of a training with a new link, which ends the one before. */
export function newScreen(
  secret: string,
  screenSeed: string,
): Pick<Training, 'screenSeed' | 'screenKeyHash'> {
  return { screenSeed, screenKeyHash: hashOf(screenKeyOf({ secret, screenSeed })) };
}

/** Also with a random key of version 0.1, of which only the hash is known. */
export function opensScreen(training: Training, key: string): boolean {
  const isSpare = isSame(training.screenKeyHash, hashOf(key));
  return isSame(screenKeyOf(training), key) || isSpare;
}
