import assert from 'node:assert/strict';
import { clientAddress, subscriberOf } from '../../../src/web/address.js';

describe('the address of a client', () => {
  const of = (forwarded: string, proxies: number) => clientAddress('10.0.0.1', forwarded, proxies);

  it('is that of the connection when no proxy is trusted, whatever the header says', () => {
    assert.equal(of('1.1.1.1', 0), '10.0.0.1');
    assert.equal(of('', 0), '10.0.0.1');
  });

  it('is what the outermost trusted proxy saw, not what the client wrote before it', () => {
    assert.equal(of('9.9.9.9', 1), '9.9.9.9');
    assert.equal(of('1.1.1.1, 9.9.9.9', 1), '9.9.9.9');
    assert.equal(of('1.1.1.1 ,9.9.9.9, 10.0.0.7', 2), '9.9.9.9');
  });

  it('is that of the connection when the request did not pass through all proxies', () => {
    for (const forwarded of ['', ' , ', '9.9.9.9']) assert.equal(of(forwarded, 2), '10.0.0.1');
  });
});

describe('a subscriber', () => {
  for (const [address, subscriber] of [
    ['9.9.9.9', '9.9.9.9'],
    ['::ffff:9.9.9.9', '9.9.9.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['not an address', 'not an address'],
  ] as const) {
    it(`is ${subscriber} for ${address}`, () => assert.equal(subscriberOf(address), subscriber));
  }
});
