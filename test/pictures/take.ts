/**
 * `npm run pictures`: takes the pictures of the user guide (`docs/guia/imagenes/`) from the local Teams.
 * `npm run pictures -- cards`: takes every card instead.
 */
import { DEFAULT_RETENTION } from '../../src/platform/storage/retention.js';
import { openBrowser } from '../support/browser.js';
import { HELPLINES } from '../support/host.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';
import { Camera } from './camera.js';
import { takeCards } from './gallery.js';
import { takeScenes } from './scenes.js';

// A fixed clock keeps the pictures the same in every run.
const clock = new HandClock();
const world = await World.open({
  clock: clock.now,
  // Whoever reads the guide may call: the tests' own number is of no use there.
  helplines: { ...HELPLINES, emergency: '123' },
  privacy: { organisation: 'Compensar', retention: DEFAULT_RETENTION },
});
const browser = await openBrowser();
try {
  if (process.argv.includes('cards')) await takeCards(world, browser);
  else await takeScenes(world, new Camera(browser, world), clock);
} finally {
  await browser.close();
  await world.close();
}
