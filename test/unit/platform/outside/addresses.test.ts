import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { guardedLookup, mayReach, rangesOf } from '../../../../src/platform/outside/addresses.js';
import { post } from '../../../../src/platform/outside/post.js';
import { WebhookReceiver } from '../../../support/webhook-receiver.js';

const NONE = rangesOf([]);
/** A name server that leads every name to these addresses. */
const leadsTo = (...addresses: string[]) =>
  ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup;

describe('the addresses that a request to outside may reach', () => {
  for (const address of [
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
  ]) {
    it(`are not ${address}`, () => assert.equal(mayReach(address, NONE), false));
  }
  for (const address of ['20.50.1.1', '2603:1030::1']) {
    it(`are ${address}`, () => assert.equal(mayReach(address, NONE), true));
  }

  it('are private ones that somebody named, and no others', () => {
    const named = rangesOf(['10.1.0.0/16', 'fd00::/8']);
    const reached = ['10.1.9.9', '10.2.0.1', 'fd00::1', 'fe80::1'].map((address) => mayReach(address, named));
    assert.deepEqual(reached, [true, false, true, false]);
  });

  describe('are checked at the connection', () => {
    let receiver: WebhookReceiver;
    beforeEach(async () => {
      receiver = await WebhookReceiver.start();
    });
    afterEach(() => receiver.close());
    const asks = (url: string, named = NONE, ...addresses: string[]) =>
      post({
        url,
        headers: {},
        body: '{}',
        named,
        timeoutMs: 2_000,
        lookup: guardedLookup(named, leadsTo(...addresses)),
      });
    const port = () => new URL(receiver.url).port;

    it('so that a public name which leads inside reaches nothing', async () => {
      await assert.rejects(asks(`https://hooks.example:${port()}/`, NONE, '127.0.0.1'), /private address/);
      await assert.rejects(
        asks(`https://hooks.example:${port()}/`, NONE, '20.50.1.1', '127.0.0.1'),
        /private/,
      );
      assert.deepEqual(receiver.received, []);
    });

    it('also when they are written as numbers', async () => {
      for (const host of ['127.0.0.1', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]']) {
        await assert.rejects(asks(`https://${host}:${port()}/`), /private address/, host);
      }
      assert.deepEqual(receiver.received, []);
    });

    it('and only https is spoken', async () => {
      await assert.rejects(asks('http://20.50.1.1/'), /not https/);
    });

    it('and no redirect is followed', async () => {
      receiver.status = 302;
      const named = rangesOf(['127.0.0.0/8']);
      assert.equal((await asks(receiver.url, named)).status, 302);
      assert.equal(receiver.received.length, 1);
    });
  });

  it('have a time to answer', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const named = rangesOf(['127.0.0.0/8']);
    const asked = post({ url: `https://127.0.0.1:${port}/`, headers: {}, body: '', named, timeoutMs: 50 });
    await assert.rejects(asked, { name: 'AbortError' });
    silent.close();
  });
});
