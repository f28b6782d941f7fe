import { App } from './app.js';
import { listen, loadState } from './server.js';

async function main(): Promise<void> {
  const app = new App(await loadState());
  let wasLost = false;
  listen(
    (event) => app.apply(event),
    async (isConnected) => {
      app.connected(isConnected);
      if (isConnected && wasLost) app.catchUp(await loadState());
      wasLost = !isConnected;
    },
  );
}

void main();
