import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { HttpRoute } from '../../src/platform/pages/route.js';
import { AddressLimits, limited } from '../../src/web/limits.js';
import { WebServer } from '../../src/web/server.js';
import { memoryLog } from '../support/log.js';

const ROUTES: HttpRoute[] = [
  { method: 'get', path: '/page', handle: async () => ({ status: 200, content: '<p>', type: 'text/html' }) },
  {
    method: 'get',
    path: '/whose',
    handle: async ({ address, id }) => ({ status: 200, json: { address, id } }),
  },
  {
    method: 'get',
    path: '/broken',
    handle: async () => {
      throw new Error('a secret of the inside');
    },
  },
  { method: 'post', path: '/echo', handle: async ({ body }) => ({ status: 200, json: body }) },
];

describe('the web server', () => {
  const { log, lines } = memoryLog();
  const running: WebServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
  });

  async function start(
    options?: ConstructorParameters<typeof WebServer>[2],
    routes: HttpRoute[] = ROUTES,
  ): Promise<{ address: string; port: number }> {
    const server = new WebServer(routes, log, options);
    running.push(server);
    const port = await server.listen(0, '127.0.0.1');
    return { address: `http://127.0.0.1:${port}`, port };
  }

  it('sends the security headers with every answer, errors included', async () => {
    const { address } = await start();
    for (const path of ['/page', '/broken', '/none', '/whose']) {
      const { headers } = await fetch(`${address}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('set-cookie'), null);
      assert.equal(headers.get('strict-transport-security'), null, 'local mode has no TLS');
      assert.equal(headers.get('server'), null);
    }
  });

  it('sends HSTS when it runs behind TLS', async () => {
    const { address } = await start({ trustedProxies: 0, isBehindTls: true });
    const { headers } = await fetch(`${address}/page`);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  });

  it('gives each request its own id, in the answer and the log, and ignores one from outside', async () => {
    const { address } = await start();
    const ids = new Set<string>();
    for (const path of ['/whose', '/whose', '/broken', '/none']) {
      const response = await fetch(`${address}${path}`, { headers: { 'x-request-id': 'mine' } });
      const id = response.headers.get('x-request-id') ?? '';
      assert.match(id, /^[0-9a-f-]{36}$/);
      ids.add(id);
      if (path === '/whose') assert.equal(((await response.json()) as { id: string }).id, id);
      if (path === '/broken') {
        const line = lines.find((one) => one.includes(id)) ?? '{}';
        assert.equal((JSON.parse(line) as { request: string }).request, id);
        assert.doesNotMatch(line, /secret/);
        assert.equal(await response.text(), '');
      }
    }
    assert.equal(ids.size, 4);
  });

  it('believes X-Forwarded-For only as far as proxies are trusted', async () => {
    const whose = async (trustedProxies: number) => {
      const { address } = await start({ trustedProxies, isBehindTls: true });
      const headers = { 'x-forwarded-for': '1.1.1.1, 9.9.9.9' };
      return ((await (await fetch(`${address}/whose`, { headers })).json()) as { address: string }).address;
    };
    assert.deepEqual([await whose(0), await whose(1), await whose(2)], ['127.0.0.1', '9.9.9.9', '1.1.1.1']);
  });

  it('answers 429 with Retry-After to an address that asks too often, and not to others', async () => {
    const limits = new AddressLimits(() => new Date(0), { burst: 2, everyMs: 90_000 });
    const { address } = await start(
      { trustedProxies: 1, isBehindTls: true },
      ROUTES.map((route) => limited(route, limits)),
    );
    const ask = (from: string) => fetch(`${address}/page`, { headers: { 'x-forwarded-for': from } });
    const answers = [await ask('9.9.9.9'), await ask('9.9.9.9'), await ask('9.9.9.9'), await ask('8.8.8.8')];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429, 200],
    );
    assert.equal(answers[2]?.headers.get('retry-after'), '90');
    assert.match(
      (await answers[2]?.text()) ?? '',
      /<h1>Demasiadas solicitudes<\/h1>\s*<p>[^<]*Espera un momento/,
    );
    const english = await fetch(`${address}/page`, {
      headers: { 'x-forwarded-for': '9.9.9.9', 'accept-language': 'en' },
    });
    assert.match(await english.text(), /<html lang="en">[\s\S]*Wait a moment/);
  });

  it('cuts off a client that never finishes its request', async () => {
    const { port, address } = await start({ trustedProxies: 0, isBehindTls: false, requestTimeoutMs: 50 });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const head =
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    socket.write(head);
    await once(socket, 'close');
    assert.equal((await fetch(`${address}/page`)).status, 200);
  });

  it('keeps a stream open beyond the request timeout', async () => {
    const limitMs = 50;
    const route: HttpRoute = {
      method: 'get',
      path: '/stream',
      handle: async () => ({
        open: (send) => {
          send({ at: 'once' });
          const later = setTimeout(() => send({ at: 'later' }), limitMs * 4);
          return () => clearTimeout(later);
        },
      }),
    };
    const options = { trustedProxies: 0, isBehindTls: false, requestTimeoutMs: limitMs };
    const { address } = await start(options, [route]);
    const { body } = await fetch(`${address}/stream`);
    let heard = '';
    for await (const piece of (body ?? assert.fail('no stream')).pipeThrough(new TextDecoderStream())) {
      heard += piece;
      if (heard.includes('later')) break;
    }
    assert.match(heard, /^data: \{"at":"once"\}\n\ndata: \{"at":"later"\}\n\n$/);
  });

  it('refuses headers of more than 16 KB', async () => {
    const { address } = await start();
    const response = await fetch(`${address}/page`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    assert.equal(response.status, 431);
  });
});
