import assert from 'node:assert/strict';
import { VerifiedTokens } from '../../../src/bot/verified-tokens.js';

describe('a verified token', () => {
  const sent = { authorization: 'Bearer a.b.c', serviceUrl: 'https://teams.example/', channelId: 'msteams' };
  let now: number;
  let verifications: number;
  let tokens: VerifiedTokens<string>;
  beforeEach(() => {
    now = 1_000_000;
    verifications = 0;
    tokens = new VerifiedTokens(() => now);
  });
  const verify = async () => {
    verifications += 1;
    return 'somebody';
  };

  it('is known until it expires, and not a moment longer', async () => {
    for (let time = 0; time < 3; time++) assert.equal(await tokens.verified(sent, 1_100, verify), 'somebody');
    assert.equal(verifications, 1);
    now = 1_099_999;
    await tokens.verified(sent, 1_100, verify);
    assert.equal(verifications, 1);
    now = 1_100_000;
    await tokens.verified(sent, 1_100, verify);
    assert.equal(verifications, 2);
  });

  it('is verified anew for another service URL, another channel, and when a character differs', async () => {
    await tokens.verified(sent, 1_100, verify);
    await tokens.verified({ ...sent, serviceUrl: 'https://elsewhere.example/' }, 1_100, verify);
    await tokens.verified({ ...sent, channelId: 'webchat' }, 1_100, verify);
    await tokens.verified({ ...sent, authorization: 'Bearer a.b.d' }, 1_100, verify);
    assert.equal(verifications, 4);
  });

  it('is not known when it was refused', async () => {
    const refuse = async () => {
      throw new Error('refused');
    };
    await assert.rejects(tokens.verified(sent, 1_100, refuse));
    await tokens.verified(sent, 1_100, verify);
    assert.equal(verifications, 1);
  });

  it('gives way to newer ones, so that memory stays bounded', async () => {
    await tokens.verified(sent, 1_100, verify);
    for (let other = 0; other < 1_000; other++) {
      await tokens.verified({ ...sent, authorization: `Bearer ${other}` }, 1_100, verify);
    }
    await tokens.verified(sent, 1_100, verify);
    assert.equal(verifications, 1_002);
  });
});
