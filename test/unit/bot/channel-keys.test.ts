import assert from 'node:assert/strict';
import { ChannelKeys } from '../../../src/bot/channel-keys.js';
import type { KeySet } from '../../../src/bot/openid.js';
import { type SigningKey, signingKey } from '../../support/tokens.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the keys of the channel', () => {
  const [old, young] = [signingKey('old'), signingKey('young')];
  /** What their server has been asked, and has not answered. */
  let asked: { answer: (keys: KeySet) => void; fail: (error: Error) => void }[];
  let now: number;
  let keys: ChannelKeys;
  beforeEach(async () => {
    [asked, now] = [[], 0];
    const read = () => new Promise<KeySet>((answer, fail) => asked.push({ answer, fail }));
    keys = new ChannelKeys(read, () => now);
    const first = find(old);
    serverSays(old);
    await first;
  });

  const find = async ({ kid }: SigningKey) =>
    keys.find({ alg: 'RS256', kid }, { payload: '', signature: '' });
  const serverSays = (key: SigningKey) => asked.shift()?.answer({ keys: [key.jwk] });

  it('are renewed beside who asks with a known one, before they are a day old', async () => {
    now += DAY - MINUTE;
    await find(old);
    assert.equal(asked.length, 1);
    serverSays(young);
    await find(young);
    await assert.rejects(find(old), { code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('are waited for once they are a day old, since the known one may be withdrawn', async () => {
    now += DAY;
    const withdrawn = find(old);
    serverSays(young);
    await assert.rejects(withdrawn, { code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('are not waited for again when their server hangs for longer', async () => {
    now += DAY;
    const first = find(old);
    asked.shift()?.fail(new Error('hung'));
    await first;
    for (let attempt = 1; attempt <= 3; attempt++) {
      now += MINUTE;
      await find(old);
      assert.equal(asked.length, 1, 'renewed beside it');
      asked.shift()?.fail(new Error('hung'));
    }
  });
});
