/** Brings the practices of the day without waiting for their waves. */
import { wavesOf } from '../../src/features/practice/store/practice-outbox.js';
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
  await world.brings({ kind: 'practice-round', day, hour });
  await world.logged(new RegExp(`"day":"${day}","hour":"${hour}".*practices of the day chosen`));
  await wavesCome(world, personIds);
}

export async function wavesCome(world: World, personIds: readonly string[]): Promise<void> {
  for (const [partitionKey] of wavesOf(personIds)) await world.brings({ kind: 'practice', partitionKey });
}
