import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { APP_ID, ISSUER, Production, TENANT } from '../support/production.js';
import { signingKey } from '../support/tokens.js';

const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const [ANA, LUIS, GUEST] = [id('1'), id('2'), id('9')] as [string, string, string];
const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const MINUTE = 60;
const now = () => Math.floor(Date.now() / 1_000);

describe('whom the bot believes', function () {
  this.timeout(60_000);
  let bot: Production;
  before(async () => {
    bot = await Production.start();
    bot.graph.add(
      { id: ANA, displayName: 'Ana' },
      { id: LUIS, displayName: 'Luis' },
      { id: GUEST, displayName: 'Guest', userType: 'Guest' },
    );
  });
  after(() => bot.close());

  /** Posts what must be refused, and sees that nothing came of it. */
  async function refused(
    status: number,
    changes: Record<string, unknown>,
    authorization: string | undefined,
  ): Promise<void> {
    const before = { sent: bot.sent.length, graph: bot.graph.requests.length };
    const response = await bot.post(bot.activity(ANA, changes), authorization);
    assert.equal(response.status, status);
    assert.equal(await response.text(), '', 'a refusal tells nothing');
    assert.deepEqual({ sent: bot.sent.length, graph: bot.graph.requests.length }, before);
    const stored = await Promise.all(['Activities', 'Conversations'].map((table) => bot.rows(table)));
    assert.deepEqual(stored, [[], []]);
  }

  it('is nobody while the keys cannot be had, and recover by itself', async () => {
    bot.keysAreDown = true;
    await refused(503, {}, undefined);
    bot.keysAreDown = false;
    // A token that holds is needed to see that; its activity comes from elsewhere, so that nothing is kept.
    const response = await bot.post(bot.activity(ANA, { channelData: { tenant: { id: OTHER_TENANT } } }));
    assert.equal(response.status, 200);
  });

  const other = signingKey('key-1');
  const cases: [string, (production: Production) => string][] = [
    ['no token', () => ''],
    ['garbage', () => 'Bearer garbage'],
    ['garbage in three parts', () => 'Bearer a.b.c'],
    ['another scheme', (production) => `Basic ${production.token()}`],
    ['two tokens', (production) => `Bearer ${production.token()} ${production.token()}`],
    ['an expired token', (production) => production.token({ exp: now() - 6 * MINUTE })],
    ['a token that begins later', (production) => production.token({ nbf: now() + 6 * MINUTE })],
    ['a token for another bot', (production) => production.token({ aud: OTHER_TENANT })],
    ['a token for nobody', (production) => production.token({ aud: undefined })],
    ['another issuer', (production) => production.token({ iss: 'https://evil.example' })],
    ['no issuer', (production) => production.token({ iss: undefined })],
    ['another service URL', (production) => production.token({ serviceurl: 'https://evil.example/' })],
    ['no service URL', (production) => production.token({ serviceurl: undefined })],
    ['an unknown key', (production) => production.token({}, { kid: 'key-9' })],
    ['no key id', (production) => production.token({}, { kid: '' })],
    ['a key that is for another channel', (production) => production.token({}, {}, production.otherKey)],
    ['alg: none', (production) => production.token({}, { alg: 'none' })],
    ['a signature made with the public key', (production) => production.token({}, { alg: 'HS256' })],
    ['a bad signature', (production) => production.token({}, {}, other)],
    ['a changed payload', (production) => changed(production.token({ aud: OTHER_TENANT }))],
    [
      "a token of the organisation's own tenant for this app, as the emulator sends",
      (production) =>
        production.token({
          iss: `https://sts.windows.net/${TENANT}/`,
          tid: TENANT,
          appid: APP_ID,
          ver: '1.0',
        }),
    ],
    [
      'a token of another bot, as skills send',
      (production) =>
        production.token({
          iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
          tid: OTHER_TENANT,
          azp: OTHER_TENANT,
          ver: '2.0',
        }),
    ],
  ];
  for (const [name, authorizationOf] of cases) {
    it(`is not whoever comes with ${name}`, async () => {
      const authorization = authorizationOf(bot);
      await refused(
        401,
        {},
        authorization === '' || / /.test(authorization) ? authorization : `Bearer ${authorization}`,
      );
    });
  }

  it('is not whoever names a service URL that is not of Teams, token or not', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'http://127.0.0.1:1/',
      'https://127.0.0.1.evil.example/',
    ]) {
      await refused(403, { serviceUrl }, `Bearer ${bot.token({ serviceurl: serviceUrl })}`);
    }
    await refused(400, { serviceUrl: undefined }, undefined);
    await refused(403, { channelId: 'webchat' }, undefined);
  });

  it('refuses people of other tenants kindly, and keep nothing about them', async () => {
    for (const tenant of [OTHER_TENANT, undefined]) {
      const before = bot.sent.length;
      const conversation = { id: `a:${ANA}`, conversationType: 'personal', tenantId: tenant };
      const changes = { channelData: { tenant: { id: tenant } }, conversation };
      assert.equal((await bot.post(bot.activity(ANA, changes))).status, 200);
      assert.match(bot.sent[before]?.body.text ?? '', /es para colaboradores de la organización/);
      assert.equal(bot.sent.length, before + 1);
    }
    assert.deepEqual(await bot.rows('Conversations'), []);
    assert.deepEqual(await bot.rows('Activities'), []);
  });

  it('refuses guests kindly, whom only the directory knows, and keep nothing about them', async () => {
    const before = bot.sent.length;
    await bot.post(bot.activity(GUEST, { text: 'What is the policy about?' }));
    assert.match(bot.sent[before]?.body.text ?? '', /for the people who work in the organisation/);
    const invoke = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'report.start' } },
    };
    const response = await bot.post(bot.activity(GUEST, invoke));
    assert.match(await response.text(), /es para colaboradores de la organización/);
    assert.deepEqual(await bot.rows('Conversations'), []);
  });

  it('takes a token at four minutes of skew, and not at six', async () => {
    const post = async (claims: Record<string, unknown>) =>
      (await bot.post(bot.activity(ANA), `Bearer ${bot.token(claims)}`)).status;
    assert.equal(await post({ exp: now() - 4 * MINUTE }), 200);
    assert.equal(await post({ nbf: now() + 4 * MINUTE }), 200);
    assert.equal(await post({ exp: now() - 6 * MINUTE }), 401);
    assert.equal(await post({ nbf: now() + 6 * MINUTE }), 401);
    assert.equal(await post({ iss: ISSUER }), 200);
  });

  it('goes by the Entra id alone: no name, no channel id, nothing in the card', async () => {
    assert.match(await bot.importPeople(`${LUIS},Luis,,,humanization,,`), /1 new/);
    const asks = async (from: Record<string, unknown>) => {
      const before = bot.sent.length;
      const value = { verb: 'menu', actorId: LUIS, roles: ['humanization'], aadObjectId: LUIS };
      await bot.post(bot.activity(ANA, { text: 'preguntas', from, value }));
      return bot.sent.slice(before).map(({ body }) => body.text ?? textOf(body.attachments?.[0]?.content));
    };
    assert.match((await asks({ id: '29:x', aadObjectId: LUIS, name: 'Luis' })).join(), /pregunt/i);
    for (const from of [
      { id: `29:${LUIS}`, aadObjectId: ANA, name: 'Luis', role: 'humanization' },
      { id: LUIS, aadObjectId: ANA, name: LUIS, roles: ['humanization'] },
    ]) {
      assert.deepEqual(await asks(from), ['Esa acción no te corresponde en este momento.']);
    }
    assert.deepEqual(await asks({ id: LUIS, name: 'Luis' }), [], 'nobody without an Entra id');
    assert.deepEqual(await asks({ id: LUIS, name: 'Luis', aadObjectId: 'luis' }), []);
  });

  it('reads roles at each action: one that is taken away is gone with the next', async () => {
    const asks = async () => {
      const before = bot.sent.length;
      await bot.post(bot.activity(LUIS, { text: 'preguntas' }));
      return bot.sent[before]?.body.text ?? 'a card';
    };
    assert.equal(await asks(), 'a card');
    assert.match(await bot.importPeople(`${LUIS},Luis,,,,,`), /1 replaced/);
    assert.equal(await asks(), 'Esa acción no te corresponde en este momento.');
  });
});

/** The token with another audience written into it, and the signature left as it was. */
function changed(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, aud: APP_ID })).toString('base64url');
  return [header, forged, signature].join('.');
}
