import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connections } from '../../../src/bot/connections.js';
import { BotConnector } from '../../../src/bot/connector.js';
import { DeliveryError, type DeliveryFailure } from '../../../src/platform/delivery/channel.js';
import { Notices } from '../../../src/platform/delivery/notices.js';
import { Contacts } from '../../../src/platform/people/contacts.js';
import { MemoryTables } from '../../support/memory-tables.js';

describe('a failed delivery', () => {
  const connector = new BotConnector(
    async () => undefined,
    { id: '28:bot', tenantId: 't' },
    new Connections().send,
  );
  /** The status of every response; undefined cuts the connection once the request has arrived. */
  let status: number | undefined;
  let server: Server;
  let serviceUrl: string;
  before(async () => {
    server = createServer((req, res) => {
      if (status === undefined) return void req.socket.destroy();
      res.statusCode = status;
      res.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  const failureOf = async (sending: Promise<unknown>) => {
    try {
      await sending;
    } catch (error) {
      assert.ok(error instanceof DeliveryError, String(error));
      return error.failure;
    }
    return undefined;
  };

  for (const [answer, failure] of [
    [400, 'refused'],
    [401, 'unavailable'],
    [403, 'unreachable'],
    [404, 'unreachable'],
    [408, 'ambiguous'],
    [412, 'unavailable'],
    [413, 'refused'],
    [429, 'throttled'],
    [500, 'ambiguous'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [undefined, 'ambiguous'],
  ] as [number | undefined, DeliveryFailure][]) {
    it(`is ${failure} after ${answer ?? 'a lost connection'}`, async () => {
      status = answer;
      const to = { serviceUrl, conversationId: 'c' };
      assert.equal(await failureOf(connector.post(to, { text: 'hola' })), failure);
    });
  }

  it('is none when a message to delete is gone already', async () => {
    const from = { serviceUrl, conversationId: 'c' };
    for (status of [200, 404]) assert.equal(await failureOf(connector.remove(from, '1')), undefined);
    status = 403;
    assert.equal(await failureOf(connector.remove(from, '1')), 'unreachable');
  });

  it('is retryable when the answer with the id of an opened chat broke off', async () => {
    status = 201;
    assert.equal(await failureOf(connector.open('29:ana', serviceUrl)), 'unavailable');
  });

  it('is retryable when a chat could not be opened, because nothing has been sent yet', async () => {
    const tables = new MemoryTables();
    const notices = new Notices({
      contacts: new Contacts(tables),
      channel: connector,
      defaultServiceUrl: () => serviceUrl,
    });
    const tell = () => failureOf(notices.tell('luis', () => ({ text: 'hola' })));
    for (status of [undefined, 500, 408]) assert.equal(await tell(), 'unavailable');
    status = 404;
    assert.equal(await tell(), 'unreachable');
  });
});
