import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connections } from '../../../src/bot/connections.js';
import { BotConnector } from '../../../src/bot/connector.js';

const CONVERSATION = '19:general@thread.tacv2';
const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** A connector with this number of members, two on a page. */
function serve(members: number, paths: string[]): Promise<Server> {
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://127.0.0.1');
    paths.push(url.pathname);
    const from = Number(url.searchParams.get('continuationToken') ?? 0);
    const page = Array.from({ length: Math.min(2, members - from) }, (_, at) => ({
      id: `29:${from + at}`,
      aadObjectId: idOf(from + at).toUpperCase(),
      name: null,
    }));
    const next = from + 2 < members ? String(from + 2) : undefined;
    if (url.pathname.endsWith('/pagedmembers')) {
      res.end(JSON.stringify({ members: page, continuationToken: next }));
      return;
    }
    if (url.pathname.includes('/teams/')) {
      res.end(JSON.stringify({ conversations: [{ id: CONVERSATION }, { id: '19:x', name: 'Ventas' }] }));
      return;
    }
    res.statusCode = url.pathname.endsWith(idOf(1)) ? 200 : 404;
    res.end(JSON.stringify({ id: '29:1', aadObjectId: idOf(1), name: 'Ana' }));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the roster of the connector', () => {
  let server: Server;
  let paths: string[];
  let serviceUrl: string;
  const connector = new BotConnector(
    async () => undefined,
    { id: '28:bot', tenantId: 't' },
    new Connections().send,
  );
  const open = async (members: number) => {
    paths = [];
    server = await serve(members, paths);
    serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  for (const count of [0, 1, 2, 3, 7]) {
    it(`reads ${count} members up to the last page`, async () => {
      await open(count);
      const members = await connector.members({ serviceUrl, conversationId: CONVERSATION });
      assert.deepEqual(
        members.map(({ id }) => id),
        Array.from({ length: count }, (_, at) => idOf(at)),
      );
    });
  }

  it('requests the members of the channel, not of a thread in it', async () => {
    await open(1);
    await connector.members({ serviceUrl, conversationId: `${CONVERSATION};messageid=1700000000000` });
    assert.deepEqual(paths, [`/v3/conversations/${encodeURIComponent(CONVERSATION)}/pagedmembers`]);
  });

  it('distinguishes members from others', async () => {
    await open(1);
    const at = { serviceUrl, conversationId: CONVERSATION };
    assert.equal(await connector.isMember(at, idOf(1)), true);
    assert.equal(await connector.isMember(at, idOf(2)), false);
  });

  it('lists the channels of a team; the first one has no name', async () => {
    await open(1);
    assert.deepEqual(await connector.channels({ serviceUrl, teamId: CONVERSATION }), [
      { id: CONVERSATION, name: '' },
      { id: '19:x', name: 'Ventas' },
    ]);
  });
});
