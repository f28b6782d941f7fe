import assert from 'node:assert/strict';
import { WebServer } from '../../src/web/server.js';
import { memoryLog } from '../support/log.js';

describe('the address of a client', () => {
  let server: WebServer;
  afterEach(() => server.close());

  async function ask(isBehindProxy: boolean, forwarded: string): Promise<string> {
    server = new WebServer(
      [{ method: 'get', path: '/', handle: async ({ address }) => ({ status: 200, json: address }) }],
      memoryLog().log,
      isBehindProxy,
    );
    const port = await server.listen(0, '127.0.0.1');
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': forwarded } });
    return (await response.json()) as string;
  }

  for (const [forwarded, address] of [
    ['203.0.113.7', '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7:51234', '203.0.113.7'],
    ['1.2.3.4, [2001:db8::7]:443', '2001:db8::7'],
    ['', '127.0.0.1'],
  ] as const) {
    it(`should be what our proxy wrote last: "${forwarded}"`, async () => {
      assert.equal(await ask(true, forwarded), address);
    });
  }

  it('should be the socket’s where no proxy of ours stands in front', async () => {
    assert.equal(await ask(false, '203.0.113.7'), '127.0.0.1');
  });
});
