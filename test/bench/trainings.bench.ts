/**
 * Registrations under load through the whole bot: HTTP, turn, storage, the card in the channel and an open
 * screen. The peer keeps a counter in one row, guarded by its ETag, and is called without HTTP.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { isFailure } from '../../src/platform/storage/errors.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { execute } from '../support/activities.js';
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { announce, HandClock, rowsUnder } from '../support/trainings.js';
import { World } from '../support/world.js';
import { type Measurement, percentile } from './report.js';

const PEOPLE = 2_000;
const WITHIN_MS = 60_000;
const BURST = 300;
const PEER = 'counter in one row, ETag';
/** Attempts of a patient client of the peer before it gives up. */
const PEER_ROUNDS = 20;

interface Run {
  recorded: number;
  times: number[];
}

export async function benchTrainings(): Promise<Measurement[]> {
  await offerEmulator();
  try {
    const even = await ours(PEOPLE, WITHIN_MS, 0);
    const evenPeer = await peer(PEOPLE, WITHIN_MS);
    const burst = await ours(BURST, 0, BURST);
    const burstPeer = await peer(BURST, 0);
    return [
      ...measured(`trainings.${PEOPLE}-in-60s`, even, evenPeer),
      ...measured(`trainings.${BURST}-at-once-for-${BURST}-seats`, burst, burstPeer),
    ];
  } finally {
    await stopEmulator();
  }
}

function measured(name: string, own: Run, theirs: Run): Measurement[] {
  const line = (part: string, unit: string, of: (run: Run) => number) => ({
    name: `${name}.${part}`,
    value: of(own),
    unit,
    peer: PEER,
    peerValue: of(theirs),
  });
  return [
    line('recorded', 'people', ({ recorded }) => recorded),
    line('p50', 'ms', ({ times }) => Math.round(percentile(times, 0.5))),
    line('p99', 'ms', ({ times }) => Math.round(percentile(times, 0.99))),
  ];
}

/** People press the button on the card at even intervals, without waiting for the replies to others. */
async function ours(count: number, withinMs: number, capacity: number): Promise<Run> {
  const world = await World.open({ clock: new HandClock().now });
  try {
    const { id, screenUrl } = await announce(world, { capacity: String(capacity) });
    const watching = new AbortController();
    const screen = await fetch(screenUrl.replace('/screen?', '/screen/events?'), { signal: watching.signal });
    const times = await arrive(count, withinMs, async (at) => {
      const personId = `00000000-0000-4000-8000-1${String(at).padStart(11, '0')}`;
      const from = { id: `29:${personId}`, aadObjectId: personId, name: `Persona ${at}` };
      const data = { verb: 'attendance.register', id };
      const response = await world.post(execute(world, { verb: 'attendance.register', data }, { from }));
      await response.arrayBuffer();
    });
    watching.abort();
    await screen.body?.cancel().catch(() => undefined);
    return { recorded: (await rowsUnder(world, id, 'attendee:')).length, times };
  } finally {
    await world.close();
  }
}

async function peer(count: number, withinMs: number): Promise<Run> {
  const tables = new AzureTables({ connectionString: await freshAccount() }, TABLE_NAMES);
  await tables.prepare();
  const keys = { partitionKey: 'peer', rowKey: 'training' };
  await tables.write('Trainings', { kind: 'insert', row: { ...keys, count: 0 } });
  const times = await arrive(count, withinMs, async () => {
    for (let round = 0; round < PEER_ROUNDS; round++) {
      const stored = await tables.get('Trainings', keys.partitionKey, keys.rowKey);
      const row = { ...keys, count: Number(stored?.row.count) + 1 };
      try {
        await tables.write('Trainings', { kind: 'replace', row, etag: stored?.etag ?? '' });
        return;
      } catch (error) {
        if (!isFailure(error, 'stale', 'unavailable')) throw error;
      }
    }
  });
  const stored = await tables.get('Trainings', keys.partitionKey, keys.rowKey);
  return { recorded: Number(stored?.row.count), times };
}

/** Calls `come` for each person at even intervals; returns the duration of each call in milliseconds. */
async function arrive(
  count: number,
  withinMs: number,
  come: (at: number) => Promise<void>,
): Promise<number[]> {
  const started = performance.now();
  const coming = Array.from({ length: count }, async (_, at) => {
    await sleep((withinMs * at) / count);
    const came = performance.now();
    await come(at);
    return performance.now() - came;
  });
  const times = await Promise.all(coming);
  process.stderr.write(`${count} people in ${Math.round(performance.now() - started)} ms\n`);
  return times;
}
