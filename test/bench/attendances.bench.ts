/** Registrations through the whole bot, beside raw inserts of the same rows. */

import { randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { TrainingStore } from '../../src/features/trainings/store/training-store.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { aPerson } from '../support/fixtures.js';
import { freshAccount, startTestStorage, stopTestStorage } from '../support/storage.js';
import { aTraining } from '../support/training-data.js';
import { Child } from './child.js';
import { Cloud } from './cloud.js';
import { drive } from './load.js';
import type { Measurement } from './report.js';
import { alternate, inTurn, medians, ROUNDS } from './rounds.js';
import { personOf } from './turns.bench.js';

const IN_FLIGHT = 16;
/** Registrations of a round. */
const PEOPLE = 100;
const HOUR_MS = 3_600_000;

export async function benchAttendances(): Promise<Measurement[]> {
  await startTestStorage();
  const cloud = await Cloud.open();
  const connectionString = freshAccount();
  const ours = await Child.start('ours', cloud.environment(connectionString));
  try {
    const tables = new AzureTables({ connectionString });
    const all = PEOPLE * (ROUNDS + 1);
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
    const pairs = await alternate(
      async () => {
        const from = next;
        next += PEOPLE;
        const { perSecond } = await drive({
          child: ours,
          tokens: cloud.tokens,
          activity: (at) =>
            cloud.click(personOf(from + at), 'attendance.register', { id: training.id, code: '' }),
          inFlight: IN_FLIGHT,
          count: PEOPLE,
          check: (body) => {
            if (!body.includes('AdaptiveCard')) throw new Error(`not registered: ${body.slice(0, 300)}`);
          },
        });
        return perSecond;
      },
      async () => {
        const began = performance.now();
        await inTurn(PEOPLE, IN_FLIGHT, async () => {
          await raw.createEntity({ ...ROW, partitionKey: 'raw', rowKey: `attendee:${randomUUID()}` });
        });
        return (PEOPLE * 1_000) / (performance.now() - began);
      },
    );
    const about = { name: 'attendances.stored', unit: 'attendances/s', peer: 'inserts by the SDK alone' };
    return [medians(pairs, about, (rate) => rate)];
  } finally {
    await ours.stop();
    await cloud.close();
    await stopTestStorage();
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
