import { startTestStorage, stopTestStorage } from './storage.js';

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await startTestStorage();
  },
  afterAll: stopTestStorage,
};
