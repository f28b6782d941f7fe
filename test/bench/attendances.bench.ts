/**
 * Registrations by the button in a channel, through the whole bot, beside raw inserts of the same rows: by people whose
 * client has just refreshed the card, as Teams does by itself, and by people of whom the bot has never heard.
 */

import { randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { TrainingStore } from '../../src/features/trainings/store/training-store.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { aPerson } from '../support/fixtures.js';
import { aTraining } from '../support/training-data.js';
import { Child } from './child.js';
import { Cloud, TENANT } from './cloud.js';
import { drive, type Run } from './load.js';
import { type Measurement, percentile } from './report.js';
import { alternate, inTurn, medians, ROUNDS } from './rounds.js';
import { personOf } from './turns.bench.js';

const IN_FLIGHT = 16;
/** Registrations of a round. */
const PEOPLE = 500;
const HOUR_MS = 3_600_000;

export async function benchAttendances(): Promise<Measurement[]> {
  await offerEmulator();
  const cloud = await Cloud.open();
  const connectionString = await freshAccount();
  const ours = await Child.start('ours', cloud.environment(connectionString));
  try {
    const tables = new AzureTables({ connectionString }, TABLE_NAMES);
    const all = 2 * PEOPLE * (ROUNDS + 1);
    await new TableDirectory(tables).save(Array.from({ length: all }, (_, at) => aPerson(personOf(at))));
    const now = Date.now();
    const training = aTraining({
      id: randomUUID(),
      startsAt: new Date(now - HOUR_MS).toISOString(),
      endsAt: new Date(now + HOUR_MS).toISOString(),
      serviceUrl: cloud.serviceUrl,
    });
    await new TrainingStore(tables).insert(training);
    const raw = TableClient.fromConnectionString(connectionString, 'Trainings', {
      allowInsecureConnection: true,
    });
    let next = 0;
    const tap = (at: number, verb: string) => ({
      ...cloud.click(personOf(at), verb, { id: training.id, code: '' }),
      conversation: { id: training.conversationId, conversationType: 'channel', tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, team: { id: '19:team@thread.tacv2', name: 'Servicio' } },
    });
    const round = (verb: string) => {
      const from = next;
      return drive({
        child: ours,
        tokens: cloud.tokens,
        activity: (at) => tap(from + at, verb),
        inFlight: IN_FLIGHT,
        count: PEOPLE,
        check: (body) => {
          if (!body.includes('AdaptiveCard')) throw new Error(`no card: ${body.slice(0, 300)}`);
        },
      });
    };
    const register = async () => {
      const run = await round('attendance.register');
      next += PEOPLE;
      return run;
    };
    const insert = async () => {
      const began = performance.now();
      await inTurn(PEOPLE, IN_FLIGHT, async () => {
        await raw.createEntity({ ...ROW, partitionKey: 'raw', rowKey: `attendee:${randomUUID()}` });
      });
      return (PEOPLE * 1_000) / (performance.now() - began);
    };
    const measured = async (name: string, run: () => Promise<Run>) => {
      const cpu: number[] = [];
      const pairs = await alternate(async () => {
        const { perSecond, cpuMs } = await run();
        cpu.push(cpuMs);
        return perSecond;
      }, insert);
      process.stderr.write(`${name}: ${percentile(cpu, 0.5).toFixed(1)} ms of the process each\n`);
      const about = { name, unit: 'attendances/s', peer: 'inserts by the SDK alone' };
      return medians(pairs, about, (rate) => rate);
    };
    return [
      await measured('attendances.stored', async () => {
        await round('training.view');
        return register();
      }),
      await measured('attendances.strangers', register),
    ];
  } finally {
    await ours.stop();
    await cloud.close();
    await stopEmulator();
  }
}

/** As long as the row of an attendee. */
const ROW = {
  verified: true,
  name: 'Persona 1',
  area: 'Servicio',
  contact: 'persona@demo.example',
  at: '2026-11-24T14:30:00.000Z',
  means: 'button',
  rotating: false,
  seat: -1,
};
