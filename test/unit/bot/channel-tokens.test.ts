import assert from 'node:assert/strict';
import { ChannelTokens } from '../../../src/bot/channel-tokens.js';
import { answer, type Loopback, serve } from '../../support/loopback.js';
import { type SigningKey, signingKey, tokenOf } from '../../support/tokens.js';

const APP = '11111111-1111-4111-8111-111111111111';
const FROM = { serviceUrl: 'https://teams.example/', channelId: 'msteams' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the tokens of the channel', () => {
  const [old, young, invented] = [signingKey('old'), signingKey('young'), signingKey('invented')];
  let teams: Loopback;
  /** What was read, in order. */
  let read: string[];
  let keys: SigningKey[];
  let keysAt: string;
  let isDown: boolean;
  let now: number;
  let tokens: ChannelTokens;
  beforeEach(async () => {
    [read, keys, keysAt, isDown, now] = [[], [old], '/keys', false, 0];
    teams = await serve(({ url = '' }, response) => {
      read.push(url);
      if (isDown) return answer(response, 500);
      if (url === '/openid') return answer(response, 200, { jwks_uri: `${teams.url}${keysAt}` });
      return answer(response, url === keysAt ? 200 : 404, { keys: keys.map(({ jwk }) => jwk) });
    });
    tokens = new ChannelTokens({ appId: APP, openIdMetadataUrl: `${teams.url}/openid` }, () => now);
  });
  afterEach(() => teams.close());

  let made = 0;
  /** Returns 200, or the status of the refusal. Each token is another one. */
  async function statusOf(key: SigningKey): Promise<number> {
    const exp = Math.floor(Date.now() / 1_000) + 3_600;
    const claims = { iss: 'https://api.botframework.com', aud: APP, serviceurl: FROM.serviceUrl, exp };
    const token = tokenOf(key, { ...claims, jti: `${made++}` });
    return tokens.verify(`Bearer ${token}`, FROM).then(
      () => 200,
      (error: { status: number }) => error.status,
    );
  }

  it('are checked with keys that are read once, however many come at the same time', async () => {
    assert.deepEqual(await Promise.all([old, old, old].map(statusOf)), [200, 200, 200]);
    assert.deepEqual(read, ['/openid', '/keys']);
  });

  it('may be signed by a new key, from where the metadata says that the keys are now', async () => {
    await statusOf(old);
    [keys, keysAt] = [[old, young], '/moved'];
    now += MINUTE;
    assert.equal(await statusOf(young), 200);
    assert.deepEqual(read.slice(2), ['/openid', '/moved']);
  });

  it('with invented keys have the keys read again once a minute at most', async () => {
    await statusOf(old);
    now += MINUTE;
    const refused = await Promise.all(Array.from({ length: 20 }, () => statusOf(invented)));
    assert.deepEqual(new Set([...refused, await statusOf(invented)]), new Set([401]));
    assert.equal(read.length, 4);
    now += MINUTE;
    await statusOf(invented);
    assert.equal(read.length, 6);
  });

  it('are refused a day after their key was withdrawn, at the latest', async () => {
    await statusOf(old);
    keys = [young];
    now += DAY - HOUR - 1;
    assert.equal(await statusOf(old), 200);
    now += HOUR + 1;
    assert.equal(await statusOf(old), 401);
  });

  it('are accepted through an outage by a known key, and put off by one that could be new', async () => {
    await statusOf(old);
    isDown = true;
    now += DAY;
    assert.deepEqual([await statusOf(old), await statusOf(young)], [200, 503]);
    [keys, isDown] = [[old, young], false];
    now += MINUTE;
    assert.equal(await statusOf(young), 200);
  });

  it('are put off until the keys have been read, which the next one tries at once', async () => {
    isDown = true;
    assert.equal(await statusOf(old), 503);
    isDown = false;
    assert.equal(await statusOf(old), 200);
  });
});
