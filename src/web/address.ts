/** Whose request it is, for limits by address. */

/**
 * The address that the outermost trusted proxy saw. Each proxy adds to the end of X-Forwarded-For what it saw
 * itself; all further left may be made up by the client.
 * @param forwarded the header, empty where there is none.
 * @param proxies how many proxies stand in front; 0: the header is not believed.
 */
export function clientAddress(socketAddress: string, forwarded: string, proxies: number): string {
  if (proxies === 0) return socketAddress;
  const seen = forwarded
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  // Fewer entries than proxies: the request did not come through all of them.
  return seen.at(-proxies) ?? socketAddress;
}

/** What one subscriber holds: an IPv4 address, or the first 64 bits of an IPv6 one, of which each has 2^64. */
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
