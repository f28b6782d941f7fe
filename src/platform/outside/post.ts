/** Posts to an address outside, which an administrator has named: https only, no redirects, no private address. */
import { request } from 'node:https';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { guardedLookup, mayReach, RefusedAddress } from './addresses.js';

export interface Posting {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Private ranges that it may reach. */
  named: BlockList;
  timeoutMs: number;
  lookup?: LookupFunction;
}

export interface Answer {
  status: number;
  /** `Retry-After` in seconds, when it says so. */
  retryAfter?: number | undefined;
}

/** @throws Error when there is no answer in time, or the address may not be reached. What the answer says is not read. */
export async function post({ url, headers, body, named, timeoutMs, ...more }: Posting): Promise<Answer> {
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'https:') throw new TypeError('not https');
  // An address in numbers is not looked up.
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayReach(literal, named)) throw new RefusedAddress();
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: more.lookup ?? guardedLookup(named),
      signal: AbortSignal.timeout(timeoutMs),
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const { statusCode = 0, headers: answered } = response;
      const retryAfter = Number(answered['retry-after'] ?? Number.NaN);
      resolve({ status: statusCode, ...(Number.isFinite(retryAfter) && { retryAfter }) });
      // Nor is the connection used again: it was checked for this request.
      response.destroy();
    });
    asked.end(body);
  });
}
