/** `npm run pictures`: the pictures of the user guide (`docs/guia/imagenes/`), taken anew from the local Teams. */
import { startAzurite } from '../../src/local/azurite.js';
import { openBrowser } from '../support/browser.js';
import { World } from '../support/world.js';
import { Camera } from './camera.js';
import { takeScenes } from './scenes.js';

const storage = await startAzurite();
const world = await World.open({ connectionString: storage.connectionString });
const browser = await openBrowser();
try {
  await takeScenes(world, new Camera(browser, world));
} finally {
  await browser.close();
  await world.close();
  await storage.stop();
}
