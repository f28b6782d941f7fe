import assert from 'node:assert/strict';
import { once } from 'node:events';
import { textOf } from '../support/cards.js';
import {
  CATALOG_APP,
  claimsOf,
  IDENTITY_SECRET,
  Production,
  type Sent,
  TENANT,
} from '../support/production.js';
import { QUESTION } from '../support/sure-texts.js';

const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const [ANA, LUIS] = [id('1'), id('2')] as [string, string];
const NARRATIVE = 'En la ventanilla cuatro le gritaron a un señor mayor delante de todos.';

const cardOf = ({ body }: Sent) => body.attachments?.[0]?.content;
const to = (conversation: string) => (sent: Sent) => sent.path.includes(encodeURIComponent(conversation));

describe('a production process whose identity has no access yet', function () {
  this.timeout(60_000);

  it('is alive, names what is not ready, and starts to work by itself once it has access', async () => {
    const bot = await Production.listening({}, { identityIsDown: true });
    try {
      assert.equal((await fetch(`${bot.address}/healthz`)).status, 200);
      const red = await fetch(`${bot.address}/readyz`);
      assert.equal(red.status, 503);
      assert.deepEqual(((await red.json()) as { problems: string[] }).problems, [
        'tables',
        'queues',
        'blobs',
      ]);
      await bot.logged(/"storage":"tables",.*"msg":"storage is not ready"/);
      bot.identityIsDown = false;
      await bot.logged(/"msg":"ready"/);
      assert.equal((await fetch(`${bot.address}/readyz`)).status, 200);
    } finally {
      await bot.close();
    }
  });

  it('shuts down cleanly while it waits', async () => {
    const bot = await Production.listening({}, { identityIsDown: true });
    try {
      await bot.logged(/Serving/);
      const exited = once(bot.child, 'exit');
      bot.child.kill('SIGTERM');
      assert.deepEqual(await exited, [0, null], bot.output);
    } finally {
      await bot.close();
    }
  });
});

for (const sdk of ['botbuilder', 'agents'])
  describe(`the process in production mode, by the SDK ${sdk}`, function () {
    this.timeout(60_000);
    let bot: Production;
    before(async () => {
      bot = await Production.start({ BOT_SDK: sdk });
      bot.graph.add(
        { id: ANA, displayName: 'Ana del Directorio', manager: LUIS },
        { id: LUIS, displayName: 'Luis del Directorio' },
      );
    });
    after(() => bot.close());

    it('is alive and ready, and reaches storage with its identity alone', async () => {
      for (const path of ['/healthz', '/readyz'])
        assert.equal((await fetch(`${bot.address}${path}`)).status, 200);
      assert.ok(bot.asked.some((resource) => resource.startsWith('https://storage.azure.com')));
      assert.equal((await fetch(`${bot.address}/`)).status, 404, 'the local Teams is not there');
      assert.equal((await fetch(`${bot.address}/local/state`)).status, 404);
    });

    it('answers a signed message, with a connector token from its identity', async () => {
      const response = await bot.post(bot.activity(ANA, { text: '¿Qué es la promesa de servicio?' }));
      assert.equal(response.status, 200);
      const sent = await bot.until(to(`a:${ANA}`));
      assert.match(textOf(cardOf(sent)), /respetar la individualidad/);
      const { aud, exp } = claimsOf(sent.authorization);
      assert.match(String(aud), /^https:\/\/api\.botframework\.com/);
      assert.ok(Number(exp) > 0);
    });

    it('takes null for whatever Teams may leave out', async () => {
      const nulls = Object.fromEntries(
        ['name', 'value', 'locale', 'timestamp', 'replyToId', 'entities', 'attachments', 'recipient'].map(
          (field) => [field, null],
        ),
      );
      const channelData = { tenant: { id: TENANT }, team: null, channel: null };
      const activity = bot.activity(ANA, { ...nulls, channelData, text: QUESTION });
      const conversation = { ...(activity.conversation as object), name: null, isGroup: null };
      const before = bot.sent.length;
      assert.equal((await bot.post({ ...activity, conversation })).status, 200);
      await bot.until((sent) => bot.sent.indexOf(sent) >= before && /robot/i.test(JSON.stringify(sent.body)));
    });

    /** Reports as Ana. Returns the receipt. */
    async function reports(): Promise<string> {
      const invoke = (verb: string, data: Record<string, unknown>) =>
        bot.post(
          bot.activity(ANA, {
            type: 'invoke',
            name: 'adaptiveCard/action',
            text: undefined,
            value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
          }),
        );
      const start = JSON.stringify(await (await invoke('report.start', {})).json());
      const draft = /"id":"([0-9a-f-]{36})"/.exec(start)?.[1];
      const confirm = textOf(
        await (await invoke('report.assess', { id: draft, narrative: NARRATIVE })).json(),
      );
      assert.match(confirm, /Luis del Directorio/);
      return textOf(await (await invoke('report.submit', { id: draft })).json());
    }

    it('takes a report, finds the superior in Graph, installs itself for him, and writes to him', async () => {
      bot.openStatus = 403;
      assert.match(await reports(), /HUM-\d{4}-000001/);

      const chat = `19:${LUIS}_installation-0@unq.gbl.spaces`;
      const pinged = await bot.until(to(chat));
      assert.match(textOf(cardOf(pinged)), /HUM-\d{4}-000001/);
      assert.deepEqual(bot.graph.installed.get(LUIS), [CATALOG_APP]);
      const [opened] = bot.sent.filter(({ path }) => path.endsWith('/v3/conversations'));
      assert.equal(opened?.body.members?.[0]?.id, LUIS);
    });

    it('installs itself again for a person who removed it, and remembers the new chat', async () => {
      const before = `19:${LUIS}_installation-0@unq.gbl.spaces`;
      bot.gone.add(before);
      bot.graph.installed.set(LUIS, ['another']);
      await reports();
      const chat = `19:${LUIS}_installation-1@unq.gbl.spaces`;
      const pinged = await bot.until(to(chat));
      assert.match(textOf(cardOf(pinged)), /HUM-\d{4}-000002/);
      const refused = () => bot.sent.filter(to(before)).length;
      const first = refused();
      await reports();
      await bot.until((sent) => to(chat)(sent) && /-000003/.test(JSON.stringify(sent.body)));
      assert.equal(refused(), first);
    });

    it('asks its identity for tokens of three resources, and sends Graph only the one for Graph', () => {
      const hosts = new Set(bot.asked.map((resource) => new URL(resource).host));
      const expected = ['api.botframework.com', 'storage.azure.com', new URL(bot.graph.endpoint).host];
      assert.deepEqual([...hosts].sort(), expected.sort());
      for (const { authorization } of bot.graph.requests) {
        assert.match(
          String(claimsOf(authorization).aud),
          new RegExp(`^${new URL(bot.graph.endpoint).origin}`),
        );
      }
    });

    it('keeps tokens, secrets, names and narratives out of its output, even at level trace', async () => {
      assert.equal((await bot.post(bot.activity(ANA), 'Bearer x.y.z')).status, 401);
      const forged = bot.token({}, {}, { ...bot.otherKey, kid: 'key-1' });
      assert.equal((await bot.post(bot.activity(ANA), `Bearer ${forged}`)).status, 401);
      assert.match(bot.output, /"msg":"activity refused"/);
      for (const secret of [forged, IDENTITY_SECRET, 'ventanilla', 'Directorio', 'promesa de servicio']) {
        assert.ok(!bot.output.includes(secret), `the output holds ${secret}`);
      }
      assert.doesNotMatch(bot.output, /eyJ[\w-]{10,}\./, 'the output holds a token');
    });

    it('shuts down cleanly on SIGTERM', async () => {
      const exited = once(bot.child, 'exit');
      bot.child.kill('SIGTERM');
      assert.deepEqual(await exited, [0, null], bot.output);
    });
  });
