import assert from 'node:assert/strict';
import { MsalTokenProvider } from '@microsoft/agents-hosting';
import sinon from 'sinon';
import { AgentsAdapter } from '../../../src/bot/agents-adapter.js';

const BOT: ConstructorParameters<typeof AgentsAdapter>[0] = {
  appId: '11111111-1111-4111-8111-111111111111',
  tenantId: '22222222-2222-4222-8222-222222222222',
  type: 'UserAssignedMSI',
  sdk: 'agents',
  serviceUrlHosts: [],
  defaultServiceUrl: 'https://teams.example/',
};

describe('the token for the Bot Connector by the successor of botbuilder', () => {
  afterEach(() => sinon.restore());

  it('is asked for once by all who need it at the same time, and anew after a failure', async () => {
    const asked = sinon.stub(MsalTokenProvider.prototype, 'getAccessToken');
    asked.onFirstCall().rejects(new Error('not yet'));
    asked.resolves('token');
    const { token } = new AgentsAdapter(BOT);
    const failed = await Promise.allSettled([token(), token()]);
    assert.deepEqual(new Set(failed.map(({ status }) => status)), new Set(['rejected']));
    assert.equal(asked.callCount, 1);
    assert.deepEqual(await Promise.all([token(), token(), token()]), ['token', 'token', 'token']);
    assert.equal(asked.callCount, 2);
  });

  it('is asked for anew when the identity does not answer', async () => {
    const clock = sinon.useFakeTimers({ toFake: ['performance', 'Date'] });
    const asked = sinon.stub(MsalTokenProvider.prototype, 'getAccessToken');
    asked.onFirstCall().returns(new Promise(() => undefined));
    asked.resolves('token');
    const { token } = new AgentsAdapter(BOT);
    void token();
    clock.tick(10_000);
    assert.equal(await token(), 'token');
  });
});
