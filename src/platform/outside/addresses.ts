/** Which addresses a request to outside may reach: public ones, and private ones that somebody has named. */
import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';

/** Of IPv4, what is no public address. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure answers its own machines there.
  '168.63.129.16/32',
];
/** Of IPv6, all that is public, and what in it leads to another address. */
const PUBLIC_6 = ['2000::/3'];
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** @throws TypeError when one is no range, as `10.1.0.0/16`. */
export function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits)) throw new TypeError('not a range of addresses');
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

const notPublic = rangesOf(NOT_PUBLIC);
const [public6, notPublic6] = [rangesOf(PUBLIC_6), rangesOf(NOT_PUBLIC_6)];

/** @param named ranges that may be reached although they are private. */
export function mayReach(address: string, named: BlockList): boolean {
  if (isIPv4(address)) return !notPublic.check(address) || named.check(address);
  const isPublic = public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
  return isPublic || named.check(address, 'ipv6');
}

export class RefusedAddress extends Error {
  readonly code = 'private-address';

  constructor() {
    super('the name leads to a private address');
    this.name = 'RefusedAddress';
  }
}

/** Looks up a name for the connection itself, so that nobody changes where it leads after the check. */
export function guardedLookup(named: BlockList, resolve: typeof lookUp = lookUp): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error) callback(error, []);
      else if (!first || !found.every(({ address }) => mayReach(address, named)))
        callback(new RefusedAddress(), []);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
