import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The bytes that each call of `timingSafeEqual` during `run` compares. It throws when lengths differ. */
export async function comparisonsIn(run: () => unknown): Promise<number[]> {
  const original = crypto.timingSafeEqual;
  const bytes: number[] = [];
  crypto.timingSafeEqual = (one, other) => {
    bytes.push(one.byteLength);
    return original(one, other);
  };
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    crypto.timingSafeEqual = original;
    syncBuiltinESMExports();
  }
  return bytes;
}
