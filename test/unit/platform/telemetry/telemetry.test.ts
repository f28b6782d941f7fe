import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { azureMonitor } from '../../../../src/platform/telemetry/azure-monitor.js';
import { COUNTED_LINES, countLine } from '../../../../src/platform/telemetry/counted-lines.js';
import type { Attributes } from '../../../../src/platform/telemetry/telemetry.js';
import { timed } from '../../../../src/platform/telemetry/timed.js';
import { loopbackCertificate } from '../../../support/certificate.js';

const SOURCES = fileURLToPath(new URL('../../../../src/', import.meta.url));

describe('what is measured', () => {
  it('counts lines that the bot writes', () => {
    const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('counted-lines'))
      .map((path) => readFileSync(`${SOURCES}${path}`, 'utf8'))
      .join('\n');
    for (const message of Object.keys(COUNTED_LINES)) assert.ok(code.includes(`'${message}'`), message);
  });

  it('takes nothing of a line but the code of a failure', () => {
    const counted: [string, Attributes][] = [];
    const telemetry = {
      count: (name: string, attributes: Attributes) => void counted.push([name, attributes]),
    };
    countLine(telemetry, 'turn failed', { code: 'not-allowed', actor: 'ana', activity: '1' });
    countLine(telemetry, 'delivery given up', { target: 'luis', failure: 'unreachable' });
    countLine(telemetry, 'something else', { actor: 'ana' });
    assert.deepEqual(counted, [
      ['bot.turns.failed', { code: 'not-allowed' }],
      ['bot.notices', { result: 'given-up' }],
    ]);
  });

  it('times calls, whether they succeed or not, and changes nothing of them', async () => {
    const noted: Attributes[] = [];
    const telemetry = {
      time: (_name: string, _ms: number, attributes: Attributes) => void noted.push(attributes),
    };
    class Storage {
      readonly #secret = 7;
      get = async (key: string) => `${key}${this.#secret}`;
      async fails(): Promise<void> {
        throw new Error('no');
      }
      async *pages() {
        yield this.#secret;
      }
    }
    const storage = timed(new Storage(), 'tables', telemetry);
    assert.equal(await storage.get('a'), 'a7');
    await assert.rejects(storage.fails(), /no/);
    for await (const page of storage.pages()) assert.equal(page, 7);
    assert.deepEqual(noted, [
      { service: 'tables', call: 'get', result: 'done' },
      { service: 'tables', call: 'fails', result: 'failed' },
    ]);
  });

  describe('sent to Application Insights', () => {
    let server: Server;
    let bodies: string[];
    // The exporter speaks TLS only; the certificate is of this run.
    const trusts = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    before((done) => {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      bodies = [];
      server = createServer(loopbackCertificate(), async (req, res) => {
        const body = await buffer(req);
        bodies.push((req.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }));
      }).listen(0, '127.0.0.1', done);
    });
    after(() => {
      if (trusts === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = trusts;
      server.close();
    });

    it('arrives there when the bot stops: counters, durations, and the depth of the queue', async () => {
      const { port } = server.address() as AddressInfo;
      const telemetry = azureMonitor(
        `InstrumentationKey=00000000-0000-4000-8000-00000000c0de;IngestionEndpoint=https://127.0.0.1:${port}/`,
      );
      telemetry.count('bot.turns', {});
      telemetry.count('bot.notices', { result: 'sent' });
      telemetry.time('bot.storage.duration', 12, { service: 'tables', call: 'get', result: 'done' });
      telemetry.observe('bot.queue.depth', async () => ({ queued: 3, setAside: 0 }));
      await telemetry.stop();
      const sent = bodies.join('\n');
      for (const name of ['bot.turns', 'bot.notices', 'bot.storage.duration', 'bot.queue.depth']) {
        assert.ok(sent.includes(`"name":"${name}"`), `${name} in ${sent}`);
      }
    });
  });
});
