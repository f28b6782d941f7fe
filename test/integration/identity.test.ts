import assert from 'node:assert/strict';
import { textIn } from '../../src/features/answers/text/catalogue.js';
import { textOf } from '../support/cards.js';
import { APP_ID, ISSUER, Production, TENANT } from '../support/production.js';
import { signingKey } from '../support/tokens.js';

const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const [ANA, LUIS, GUEST] = [id('1'), id('2'), id('9')] as [string, string, string];
const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const MINUTE = 60;
const now = () => Math.floor(Date.now() / 1_000);

for (const sdk of ['botbuilder', 'agents'])
  describe(`authentication by the SDK ${sdk}`, function () {
    this.timeout(60_000);
    let bot: Production;
    before(async () => {
      bot = await Production.start({ BOT_SDK: sdk });
      bot.graph.add(
        { id: ANA, displayName: 'Ana' },
        { id: LUIS, displayName: 'Luis' },
        { id: GUEST, displayName: 'Guest', userType: 'Guest' },
      );
    });
    after(() => bot.close());

    /** Posts an activity that must be refused, and checks that it has no effect. */
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
      const stored = await Promise.all(['Conversations', 'Drafts'].map((table) => bot.rows(table)));
      assert.deepEqual(stored, [[], []]);
    }

    it('answers 503 to everybody while the signing keys are unavailable, and recovers by itself', async () => {
      bot.keysAreDown = true;
      await refused(503, {}, undefined);
      bot.keysAreDown = false;
      // To see that, the token must be valid; the activity is of another tenant, so that nothing is stored.
      const response = await bot.post(bot.activity(ANA, { channelData: { tenant: { id: OTHER_TENANT } } }));
      assert.equal(response.status, 200);
    });

    const other = signingKey('key-1');
    const cases: [string, (production: Production) => string][] = [
      ['a request without a token', () => ''],
      ['garbage', () => 'Bearer garbage'],
      ['garbage in three parts', () => 'Bearer a.b.c'],
      ['another authorization scheme', (production) => `Basic ${production.token()}`],
      ['two tokens', (production) => `Bearer ${production.token()} ${production.token()}`],
      ['an expired token', (production) => production.token({ exp: now() - 6 * MINUTE })],
      ['a token that is not valid yet', (production) => production.token({ nbf: now() + 6 * MINUTE })],
      ['a token for another bot', (production) => production.token({ aud: OTHER_TENANT })],
      ['a token without an audience', (production) => production.token({ aud: undefined })],
      ['a token of another issuer', (production) => production.token({ iss: 'https://evil.example' })],
      ['a token without an issuer', (production) => production.token({ iss: undefined })],
      [
        'a token for another service URL',
        (production) => production.token({ serviceurl: 'https://evil.example/' }),
      ],
      ['a token without a service URL', (production) => production.token({ serviceurl: undefined })],
      ['a token with an unknown key id', (production) => production.token({}, { kid: 'key-9' })],
      ['a token without a key id', (production) => production.token({}, { kid: '' })],
      [
        'a token signed with the key of another channel',
        (production) => production.token({}, {}, production.otherKey),
      ],
      ['a token that never expires', (production) => production.token({ exp: undefined })],
      [
        'a token with a critical extension that nobody here knows',
        (production) => production.token({}, { crit: ['bound'], bound: 'x' }),
      ],
      ['a token with alg: none', (production) => production.token({}, { alg: 'none' })],
      [
        'a token signed with the public key as HMAC secret',
        (production) => production.token({}, { alg: 'HS256' }),
      ],
      ['a token with a bad signature', (production) => production.token({}, {}, other)],
      ['a token with a changed payload', (production) => changed(production.token({ aud: OTHER_TENANT }))],
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
      it(`answers 401 to ${name}`, async () => {
        const authorization = authorizationOf(bot);
        await refused(
          401,
          {},
          authorization === '' || / /.test(authorization) ? authorization : `Bearer ${authorization}`,
        );
      });
    }

    it('refuses a service URL that is not of Teams, even with a token for it', async () => {
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

    it('refuses people of other tenants politely, and stores nothing about them', async () => {
      for (const tenant of [OTHER_TENANT, undefined]) {
        const before = bot.sent.length;
        const conversation = { id: `a:${ANA}`, conversationType: 'personal', tenantId: tenant };
        const changes = { channelData: { tenant: { id: tenant } }, conversation };
        assert.equal((await bot.post(bot.activity(ANA, changes))).status, 200);
        assert.match(bot.sent[before]?.body.text ?? '', /es para colaboradores de la organización/);
        assert.equal(bot.sent.length, before + 1);
      }
      assert.deepEqual(await bot.rows('Conversations'), []);
      assert.deepEqual(await bot.rows('Drafts'), []);
    });

    it('refuses guests politely, whom only the directory knows, and stores nothing about them', async () => {
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

    it('accepts a token with a clock skew of four minutes, and not of six', async () => {
      const post = async (claims: Record<string, unknown>) =>
        (await bot.post(bot.activity(ANA), `Bearer ${bot.token(claims)}`)).status;
      assert.equal(await post({ exp: now() - 4 * MINUTE }), 200);
      assert.equal(await post({ nbf: now() + 4 * MINUTE }), 200);
      assert.equal(await post({ exp: now() - 6 * MINUTE }), 401);
      assert.equal(await post({ nbf: now() + 6 * MINUTE }), 401);
      assert.equal(await post({ iss: ISSUER }), 200);
    });

    it('identifies people by the Entra id alone, not by a name, a channel id or card data', async () => {
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
        assert.deepEqual(await asks(from), [textIn('es').answers.onlyTeamLearns]);
      }
      assert.deepEqual(await asks({ id: LUIS, name: 'Luis' }), [], 'nobody without an Entra id');
      assert.deepEqual(await asks({ id: LUIS, name: 'Luis', aadObjectId: 'luis' }), []);
    });

    it('reads roles at each action, so that a removed role is gone at the next one', async () => {
      const asks = async () => {
        const before = bot.sent.length;
        await bot.post(bot.activity(LUIS, { text: 'preguntas' }));
        return bot.sent[before]?.body.text ?? 'a card';
      };
      assert.equal(await asks(), 'a card');
      assert.match(await bot.importPeople(`${LUIS},Luis,,,,,`), /1 replaced/);
      assert.equal(await asks(), textIn('es').answers.onlyTeamLearns);
    });
  });

/** The token with this bot's audience written into its payload, under the old signature. */
function changed(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, aud: APP_ID })).toString('base64url');
  return [header, forged, signature].join('.');
}
