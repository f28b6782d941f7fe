/** How the requests of simulated processes get to Teams. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Send } from '../../../src/bot/connections.js';
import { between } from '../faults.js';
import type { Teams } from '../teams.js';
import { currentMachine } from './machine.js';
import type { Network } from './network.js';

/** How long the bot waits for an answer. */
const PATIENCE_MS = 10_000;
/** Longer than it waits. */
const LATE_MS = 12_000;

export const sendTo =
  (teams: Teams, network: Network): Send =>
  async (url, { method, body }) => {
    const machine = currentMachine();
    if (!machine) throw new Error('only simulated processes send requests');
    await machine.gate();
    const askedAt = network.now();
    const request = {
      instance: machine.instance,
      method,
      path: url.pathname,
      leftAt: askedAt,
      body: body === '' ? undefined : (JSON.parse(body) as unknown),
    };
    const fault = network.draw('connector');
    const receive = () => teams.receive(request, fault);
    await network.travel();
    if (fault === 'late') {
      void sleep(LATE_MS)
        .then(receive)
        .catch(() => undefined);
      await sleep(askedAt + PATIENCE_MS - network.now());
      await machine.gate();
      throw new Error('no response in time');
    }
    const { status, headers, json, isPartial } = receive();
    await (fault === 'slow' ? sleep(between(network.dice, 500, 8_000)) : network.travel());
    await machine.gate();
    if (network.now() > askedAt + PATIENCE_MS) throw new Error('no response in time');
    if (status === undefined) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const text = isPartial || json === undefined ? '' : JSON.stringify(json);
    return { status, retryAfter: headers['retry-after'], text };
  };
