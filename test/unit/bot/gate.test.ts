import assert from 'node:assert/strict';
import { createAdmission, isHostOf, isInsider, isLoopback, SeenActivities } from '../../../src/bot/gate.js';
import { StorageError } from '../../../src/platform/storage/errors.js';
import type { Tables } from '../../../src/platform/storage/tables.js';
import { LOCAL_TENANT } from '../../../src/settings.js';
import { anActivity } from '../../support/fixtures.js';
import { memoryLog } from '../../support/log.js';

const TEAMS = 'smba.trafficmanager.net';

describe('the loopback check', () => {
  for (const url of [
    'http://localhost:3978/',
    'http://127.0.0.1:56150/api',
    'http://[::1]:80/',
    'https://LOCALHOST/',
    // The URL parser turns these into 127.0.0.1.
    'http://127.1/',
    'http://0x7f000001/',
  ]) {
    it(`accepts ${url}`, () => assert.equal(isLoopback(new URL(url)), true));
  }

  for (const url of [
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://evil.example/?127.0.0.1',
    'http://127.0.0.1@evil.example/',
    'http://localhost:80@evil.example/',
    'http://0.0.0.0/',
    'http://[::2]/',
  ]) {
    it(`rejects ${url}`, () => assert.equal(isLoopback(new URL(url)), false));
  }
});

describe('the host check', () => {
  const isOurs = isHostOf([TEAMS, 'other.example']);

  for (const url of [
    `https://${TEAMS}/amer/`,
    `https://${TEAMS.toUpperCase()}/amer/`,
    `https://${TEAMS}:8443/`,
    `https://emea.${TEAMS}/`,
    'https://other.example/',
  ]) {
    it(`accepts ${url}`, () => assert.equal(isOurs(new URL(url)), true));
  }

  for (const url of [
    `http://${TEAMS}/amer/`,
    `https://evil${TEAMS}/`,
    `https://evil-${TEAMS}/`,
    `https://${TEAMS}.evil.example/`,
    `https://${TEAMS}@evil.example/`,
    `https://evil.example/?.${TEAMS}`,
    `https://evil.example#.${TEAMS}`,
    `https://evil.example\\.${TEAMS}/`,
    'https://trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    // A Cyrillic "а" instead of the Latin one.
    'https://smb\u0430.trafficmanager.net/',
  ]) {
    it(`rejects ${url}`, () => assert.equal(isOurs(new URL(url)), false));
  }

  it('rejects every host when the list is empty', () => {
    assert.equal(isHostOf([])(new URL(`https://${TEAMS}/`)), false);
  });
});

describe('admission', () => {
  const admits = createAdmission(isHostOf([TEAMS]));

  it('accepts Teams from its hosts', async () => {
    assert.equal(await admits(anActivity()), true);
  });

  it('rejects another channel or host', async () => {
    assert.equal(await admits(anActivity({ channelId: 'webchat' })), false);
    assert.equal(await admits(anActivity({ channelId: 'MSTEAMS' })), false);
    assert.equal(await admits(anActivity({ serviceUrl: 'https://evil.example/' })), false);
    assert.equal(await admits(anActivity({ serviceUrl: `http://${TEAMS}/` })), false);
  });
});

describe('an insider', () => {
  const from = (data: string | undefined, conversation: string | undefined) =>
    isInsider(
      anActivity({
        channelData: data === undefined ? undefined : { tenant: { id: data } },
        conversation: { id: 'c', tenantId: conversation },
      }),
      [LOCAL_TENANT],
    );
  const OTHER = '99999999-9999-4999-8999-999999999999';

  it('comes from an allowed tenant, whatever the letter case of its id', () => {
    assert.equal(from(LOCAL_TENANT, undefined), true);
    assert.equal(from(undefined, LOCAL_TENANT), true);
    assert.equal(from(LOCAL_TENANT.toUpperCase(), undefined), true);
  });

  it('does not come from another tenant, or without one', () => {
    assert.equal(from(OTHER, undefined), false);
    assert.equal(from(undefined, OTHER), false);
    assert.equal(from(undefined, undefined), false);
    assert.equal(from('', undefined), false);
    assert.equal(isInsider(anActivity({ channelData: {} }), [LOCAL_TENANT]), false);
  });

  it('is recognised by the tenant in channelData before that of the conversation', () => {
    assert.equal(from(OTHER, LOCAL_TENANT), false);
    assert.equal(from(LOCAL_TENANT, OTHER), true);
  });
});

describe('an incoming activity', () => {
  function seen(down = false) {
    const rows = new Set<string>();
    const write: Tables['write'] = async (table, operation) => {
      if (down) throw new StorageError('unavailable');
      assert.ok(table === 'Activities' && operation.kind === 'insert');
      const key = `${operation.row.partitionKey}/${operation.row.rowKey}`;
      if (rows.has(key)) throw new StorageError('exists');
      rows.add(key);
    };
    const { log, lines } = memoryLog();
    const clock = () => new Date('2026-11-24T14:00:00Z');
    return { gate: new SeenActivities({ write } as Tables, clock, log), rows, lines };
  }

  it('is new once in each conversation', async () => {
    const { gate, rows } = seen();
    const elsewhere = anActivity({ conversation: { id: 'other' } });
    const news = [];
    for (const one of [anActivity(), anActivity(), elsewhere, elsewhere]) news.push(await gate.isNew(one));
    assert.deepEqual(news, [true, false, true, false]);
    for (const key of rows) assert.match(key, /^2026-11-24\/[0-9a-f]{64}$/);
  });

  it('is always new without an id, and while storage is down, which is logged', async () => {
    const { gate, rows } = seen();
    for (const _ of [1, 2]) assert.equal(await gate.isNew(anActivity({ id: undefined })), true);
    assert.equal(rows.size, 0);
    const down = seen(true);
    assert.equal(await down.gate.isNew(anActivity()), true);
    assert.equal(down.lines.length, 1);
  });
});
