import assert from 'node:assert/strict';
import { Teams } from '../teams.js';
import { Machine } from './machine.js';
import { Network } from './network.js';
import { sendTo } from './sending.js';

describe('a simulated process that asks Teams for what Teams does not know', () => {
  it('takes it for an error of the network, and the harness does not', async () => {
    const network = new Network(
      () => 0.5,
      () => 0,
    );
    const teams = new Teams(() => undefined, network.now, network.dice);
    const send = sendTo(teams, network);
    const url = new URL('http://127.0.0.1:1/connector/v3/conversations//activities');
    const asked = new Machine(0).run(() => send(url, { method: 'POST', headers: {}, body: '{}' }));
    await assert.rejects(asked, /Teams was asked for POST/);
    assert.throws(() => teams.assertPossible(), /Teams was asked for POST/);
  });
});
