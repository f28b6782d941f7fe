/** A world with two cases, and the nightly copies of its tables on disk. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StoredBlobs } from '../../src/platform/storage/blobs.js';
import { rawBlobs } from './storage.js';
import { World } from './world.js';

const STORIES = [
  'Le gritaron a una usuaria en la fila de la caja.',
  'Nadie explicó qué papeles hacían falta.',
];

/** Ana has reported both stories, and Luis has them. The bot is stopped. */
export async function reportedWorld(options: Parameters<typeof World.open>[0]): Promise<World> {
  const world = await World.open(options);
  for (const narrative of STORIES) {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative });
    await ana.taps('report.submit');
  }
  await world.person('Luis').sees('HUM-', 'qué papeles');
  await world.close();
  return world;
}

/** Writes all copies into a folder. Returns where that of the day stands. */
export async function downloaded(copies: StoredBlobs, folder: string, day: string): Promise<string> {
  for (const { path, content } of await rawBlobs(copies)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, day);
}
