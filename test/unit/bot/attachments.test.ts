import assert from 'node:assert/strict';
import { createFetchFile } from '../../../src/bot/attachments.js';
import { isHostOf } from '../../../src/bot/gate.js';
import { answer, type Loopback, serve } from '../../support/loopback.js';

describe('a picture that is downloaded with the token', () => {
  let asked: (string | undefined)[];
  let server: Loopback;
  beforeEach(async () => {
    asked = [];
    server = await serve((request, response) => {
      asked.push(request.headers.authorization);
      answer(response, 200, {});
    });
  });
  afterEach(() => server.close());

  const fetchFrom = (url: string, serviceUrl: string) =>
    createFetchFile(async () => 'token', isHostOf([]))(
      { name: 'foto.png', url, by: 'token' },
      serviceUrl,
      100,
    );

  it('is downloaded from the origin of its message', async () => {
    assert.equal((await fetchFrom(`${server.url}/picture`, `${server.url}/connector/`)).toString(), '{}');
    assert.deepEqual(asked, ['Bearer token']);
  });

  it('is not downloaded from the same host without TLS, or from another port or host', async () => {
    const overTls = server.url.replace('http:', 'https:');
    for (const serviceUrl of [overTls, 'http://127.0.0.1:1/', 'https://teams.example/']) {
      await assert.rejects(fetchFrom(`${server.url}/picture`, serviceUrl), { code: 'invalid-input' });
    }
    assert.deepEqual(asked, []);
  });
});
