import assert from 'node:assert/strict';
import { RestError, TableClient } from '@azure/data-tables';
import { brokenPipeAsReset } from '../../../../src/platform/storage/broken-pipe.js';
import { answer, serve } from '../../../support/loopback.js';

const CONNECTION = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=';

describe('a connection that breaks while a request is written', () => {
  /** Asks a service whose connection breaks the first time. */
  async function asks(code: string): Promise<number> {
    const service = await serve((_request, response) => answer(response, 200, { value: [] }));
    let tries = 0;
    const client = TableClient.fromConnectionString(`${CONNECTION}${service.url}/a;`, 'Cases', {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 1, retryDelayInMs: 1 },
      additionalPolicies: [
        brokenPipeAsReset,
        {
          position: 'perRetry',
          policy: {
            name: 'breaksOnce',
            sendRequest: (request, next) => {
              tries += 1;
              return tries === 1 ? Promise.reject(new RestError(code, { code })) : next(request);
            },
          },
        },
      ],
    });
    try {
      for await (const _row of client.listEntities());
      return tries;
    } finally {
      await service.close();
    }
  }

  it('is tried again, as one that is reset', async () => {
    assert.equal(await asks('EPIPE'), 2);
    assert.equal(await asks('ECONNRESET'), 2);
  });

  it('is not tried again for anything else', async () => {
    await assert.rejects(asks('EACCES'));
  });
});
