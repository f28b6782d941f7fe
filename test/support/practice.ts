/** Brings the practices of the day without waiting for their waves. */
import { wavesOf } from '../../src/features/practice/store/practice-outbox.js';
import { AzureQueue } from '../../src/platform/storage/queue.js';
import { bogota } from './fixtures.js';
import type { HandClock } from './trainings.js';
import type { World } from './world.js';

/** Lets an hour of a day come: the round that chooses, and then the waves of these people. */
export async function hourComes(
  { world, clock }: { world: World; clock: HandClock },
  day: string,
  hour: string,
  personIds: readonly string[],
): Promise<void> {
  clock.set(bogota(`${day} ${hour}`).toISOString());
  const queue = new AzureQueue({ connectionString: world.connectionString }, 'work');
  await queue.put(JSON.stringify({ kind: 'practice-round', day, hour }), 0);
  await world.logged(new RegExp(`"day":"${day}","hour":"${hour}".*practices of the day chosen`));
  await wavesCome(world, personIds);
}

export async function wavesCome(world: World, personIds: readonly string[]): Promise<void> {
  const queue = new AzureQueue({ connectionString: world.connectionString }, 'work');
  for (const [partitionKey] of wavesOf(personIds)) {
    await queue.put(JSON.stringify({ kind: 'practice', partitionKey }), 0);
  }
}
