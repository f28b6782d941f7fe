import assert from 'node:assert/strict';
import { Trust } from '../../../src/bot/trust.js';
import { memoryLog } from '../../support/log.js';
import { answer, type Loopback, serve } from '../../support/loopback.js';

describe('the trust between Teams and the bot', () => {
  let teams: Loopback;
  let areKeysDown: boolean;
  let isTokenRefused: boolean;
  let now: number;
  let trust: Trust;
  beforeEach(async () => {
    areKeysDown = false;
    isTokenRefused = false;
    now = 0;
    teams = await serve(({ url }, response) => {
      if (areKeysDown) return answer(response, 500);
      answer(response, 200, url === '/keys' ? { keys: [{ kid: 'k' }] } : { jwks_uri: `${teams.url}/keys` });
    });
    trust = new Trust({
      token: async () => {
        if (isTokenRefused) throw new Error('invalid_client');
        return 'token';
      },
      bot: { openIdMetadataUrl: `${teams.url}/openid` },
      log: memoryLog().log,
      now: () => now,
    });
  });
  afterEach(() => teams.close());

  it('is there when the bot has its token and the keys', async () => {
    assert.deepEqual(await trust.problems(), []);
  });

  it('is missing as long as the token is refused', async () => {
    isTokenRefused = true;
    assert.deepEqual(await trust.problems(), ['the token for Teams']);
    isTokenRefused = false;
    assert.deepEqual(await trust.problems(), []);
  });

  it('is missing until the keys have been read', async () => {
    areKeysDown = true;
    assert.deepEqual(await trust.problems(), ['the keys of Teams']);
    areKeysDown = false;
    assert.deepEqual(await trust.problems(), []);
  });

  it('outlives a short outage of the key server, and no long one', async () => {
    await trust.problems();
    areKeysDown = true;
    now += 59 * 60_000;
    assert.deepEqual(await trust.problems(), []);
    now += 60_001;
    assert.deepEqual(await trust.problems(), ['the keys of Teams']);
    areKeysDown = false;
    assert.deepEqual(await trust.problems(), []);
  });
});
