import assert from 'node:assert/strict';
import { createAdmission, isHostOf, isInsider, isLoopback } from '../../../src/bot/gate.js';
import { LOCAL_TENANT } from '../../../src/settings.js';
import { anActivity } from '../../support/fixtures.js';

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

  it('comes from one tenant: those in channelData and in the conversation must agree', () => {
    assert.equal(from(LOCAL_TENANT, LOCAL_TENANT.toUpperCase()), true);
    assert.equal(from(OTHER, LOCAL_TENANT), false);
    assert.equal(from(LOCAL_TENANT, OTHER), false);
  });
});
