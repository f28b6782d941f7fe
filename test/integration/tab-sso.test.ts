import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TabSettings } from '../../src/settings.js';
import { answer, type Loopback, serve } from '../support/loopback.js';
import { signingKey, tokenOf } from '../support/tokens.js';
import { HandClock, NINE } from '../support/trainings.js';
import { Visitor, wordsOf } from '../support/visitor.js';
import { World } from '../support/world.js';

const TENANT = '22222222-2222-4222-8222-222222222222';
const APP = '44444444-4444-4444-8444-444444444444';
const URI = `api://bot.example/${APP}`;
const TEAMS = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const LUIS = '00000000-0000-4000-8000-000000000002';
const NOW = NINE.getTime() / 1_000;
const MINUTE = 60;

describe('the tab in Teams', () => {
  const clock = new HandClock();
  const key = signingKey('entra-1');
  const stranger = signingKey('entra-1');
  let entra: Loopback;
  let world: World;
  let isDown = false;

  before(async () => {
    entra = await serve((_, response) =>
      isDown ? answer(response, 500) : answer(response, 200, { keys: [key.jwk] }),
    );
    const tab: TabSettings = { appId: APP, uri: URI, tenantId: TENANT, keysUrl: `${entra.url}/keys` };
    world = await World.open({ clock: clock.now, tab });
  });
  after(async () => {
    await world.close();
    await entra.close();
  });

  const claims = (changes: Record<string, unknown> = {}) => ({
    aud: APP,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    tid: TENANT,
    oid: LUIS,
    scp: 'access_as_user',
    azp: TEAMS,
    nbf: NOW - MINUTE,
    exp: NOW + 60 * MINUTE,
    ...changes,
  });
  const send = async (token: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.address}/app/teams`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify({ token }),
    });
    return { status: response.status, cookie: response.headers.get('set-cookie') ?? '' };
  };

  it('cannot be reached while the keys of Entra cannot be loaded, and recovers by itself', async () => {
    isDown = true;
    const { status, cookie } = await send(tokenOf(key, claims()));
    assert.deepEqual([status, cookie], [503, '']);
    isDown = false;
    assert.equal((await send(tokenOf(key, claims()))).status, 204);
  });

  it('opens for the person of a token of Entra, with a cookie that works in the frame of Teams alone', async () => {
    const { status, cookie } = await send(tokenOf(key, claims()));
    assert.equal(status, 204);
    assert.match(cookie, /; HttpOnly; Secure; SameSite=None; Partitioned$/);
    const luis = new Visitor(world.address);
    luis.cookie = cookie.split(';')[0] ?? '';
    const page = await luis.get('/app');
    assert.match(wordsOf(page), /Mi página Luis Líder/);
    assert.match(page.text, /<script src="\/app\/tab\.js" type="module">/);
  });

  it('takes the tokens of both versions, with the id or the URI as audience, and clocks that differ by 4 minutes', async () => {
    for (const change of [
      { aud: URI, iss: `https://sts.windows.net/${TENANT}/`, azp: undefined, appid: TEAMS },
      { scp: 'openid access_as_user' },
      { exp: NOW - 4 * MINUTE },
      { nbf: NOW + 4 * MINUTE },
    ]) {
      assert.equal((await send(tokenOf(key, claims(change)))).status, 204, JSON.stringify(change));
    }
  });

  it('takes tokens of the clients that the guide has authorised, which are seven', async () => {
    const [, listed = ''] =
      /as authorised for it([\s\S]+?)and of no other/.exec(readFileSync('docs/deploy.md', 'utf8')) ?? [];
    const clients = listed.match(/`[\da-f-]{36}`/g) ?? [];
    assert.equal(new Set(clients).size, 7);
    for (const client of clients) {
      assert.equal((await send(tokenOf(key, claims({ azp: client.slice(1, -1) })))).status, 204, client);
    }
  });

  const wrong: Record<string, string> = {
    'that is for another app': tokenOf(key, claims({ aud: '55555555-5555-4555-8555-555555555555' })),
    'of another tenant': tokenOf(key, claims({ tid: '99999999-9999-4999-8999-999999999999' })),
    'of another issuer': tokenOf(
      key,
      claims({ iss: 'https://login.microsoftonline.com/99999999-9999-4999-8999-999999999999/v2.0' }),
    ),
    'of the bot channel': tokenOf(key, claims({ iss: 'https://api.botframework.com' })),
    'without the permission': tokenOf(key, claims({ scp: 'User.Read' })),
    'of an app instead of a person': tokenOf(key, claims({ scp: undefined, roles: ['access_as_user'] })),
    'of a client that is none of Teams': tokenOf(
      key,
      claims({ azp: '66666666-6666-4666-8666-666666666666', appid: TEAMS }),
    ),
    'of version 1 of a client that is none of Teams': tokenOf(
      key,
      claims({ azp: undefined, appid: '66666666-6666-4666-8666-666666666666' }),
    ),
    'of no client': tokenOf(key, claims({ azp: undefined })),
    'that is expired': tokenOf(key, claims({ exp: NOW - 6 * MINUTE })),
    'that is not valid yet': tokenOf(key, claims({ nbf: NOW + 6 * MINUTE })),
    'that never expires': tokenOf(key, claims({ exp: undefined })),
    'of nobody': tokenOf(key, claims({ oid: undefined })),
    'of somebody who is named by no id': tokenOf(key, claims({ oid: 'luis' })),
    'with the signature of another key': tokenOf(stranger, claims()),
    'without a signature': tokenOf(key, claims(), { alg: 'none' }),
    'that uses the public key as a secret': tokenOf(key, claims(), { alg: 'HS256' }),
    'of an unknown key': tokenOf(key, claims(), { kid: 'other' }),
    'with an extension that nobody checks': tokenOf(key, claims(), { crit: ['x'], x: 1 }),
    'that is none': 'no.token.atall',
  };
  for (const [what, token] of Object.entries(wrong)) {
    it(`does not open for a token ${what}`, async () => {
      assert.deepEqual(await send(token), { status: 401, cookie: '' });
    });
  }

  it('takes a token from its own page alone', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }]) {
      assert.equal((await send(tokenOf(key, claims()), headers)).status, 403);
    }
  });

  it('may be framed by Teams and by nobody else', async () => {
    const nobody = new Visitor(world.address);
    for (const path of ['/app', '/app/bandeja']) {
      const { headers } = await nobody.get(path);
      const [, allowed = ''] =
        /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? [];
      assert.deepEqual(allowed.split(' '), [
        'https://teams.microsoft.com',
        'https://*.teams.microsoft.com',
        'https://*.cloud.microsoft',
      ]);
    }
    const screen = await fetch(`${world.address}/certificado`);
    assert.match(screen.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });

  it('tells its script whether the browser kept the session', async () => {
    const visitor = new Visitor(world.address);
    assert.equal((await visitor.get('/app/teams')).status, 401);
    visitor.cookie = (await send(tokenOf(key, claims()))).cookie.split(';')[0] ?? '';
    assert.equal((await visitor.get('/app/teams')).status, 204);
  });

  it('writes no token and no name into the log', async () => {
    const token = tokenOf(key, claims());
    await send(token);
    await send(wrong['of nobody'] ?? '');
    const log = world.logLines.join('\n');
    assert.match(log, /signed in to the tab/);
    assert.ok(!log.includes(token.split('.')[1] ?? 'x'));
    assert.doesNotMatch(log, /Luis Líder/);
  });
});
