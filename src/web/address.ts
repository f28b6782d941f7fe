/** Finds the client's address, for rate limits. */

/**
 * Returns the address that the outermost trusted proxy saw. Each proxy appends what it saw to
 * X-Forwarded-For; the client may have invented everything further left.
 * @param forwarded the header; empty when there is none.
 * @param proxies the number of proxies in front; 0 ignores the header.
 */
export function clientAddress(socketAddress: string, forwarded: string, proxies: number): string {
  if (proxies === 0) return socketAddress;
  const seen = forwarded
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  // Fewer entries than proxies: the request did not pass through all of them.
  return seen.at(-proxies) ?? socketAddress;
}

/**
 * Returns what belongs to one subscriber: an IPv4 address, or the first 64 bits of an IPv6 address. One
 * subscriber has 2^64 of those.
 */
export function subscriberOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [before = '', after = ''] = (address.split('%')[0] ?? '').split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after);
  const middle = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...middle, ...tail]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
