/** `fetch` for simulated processes: everything goes to Teams. */
import { setTimeout as sleep } from 'node:timers/promises';
import { between } from '../faults.js';
import type { Teams } from '../teams.js';
import { currentMachine } from './machine.js';
import type { Network } from './network.js';

/** Longer than any caller waits. */
const LATE_MS = 12_000;

export function fetchFrom(teams: Teams, network: Network): typeof fetch {
  return async (input, { method = 'GET', body, signal } = {}) => {
    const machine = currentMachine();
    if (!machine) throw new Error('only simulated processes send requests');
    await machine.gate();
    const path = new URL(String(input)).pathname;
    const request = {
      instance: machine.instance,
      method,
      path,
      leftAt: network.now(),
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    };
    const fault = network.draw('connector');
    await network.travel();
    if (fault === 'late') {
      void sleep(LATE_MS).then(() => teams.receive(request, fault));
      await aborted(signal ?? undefined);
    }
    const { status, headers, json, isPartial } = teams.receive(request, fault);
    await (fault === 'slow' ? sleep(between(network.dice, 500, 8_000)) : network.travel());
    await machine.gate();
    signal?.throwIfAborted();
    if (status === undefined) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    return response(status, headers, json, isPartial);
  };
}

/** Never returns; throws once the caller has given up. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** The part of a response that the bot reads. A real one takes turns of the event loop, in which time would pass. */
function response(
  status: number,
  headers: Record<string, string>,
  json: unknown,
  isPartial: boolean,
): Response {
  const read = async () => {
    if (isPartial) throw new SyntaxError('Unexpected end of JSON input');
    return json;
  };
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: new Headers(headers),
    json: read,
    body: null,
  } as unknown as Response;
}
