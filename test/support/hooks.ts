/** Runs before and after all tests, in the process that starts the others. */
import { startTestStorage, stopTestStorage } from './storage.js';

export const mochaGlobalSetup = startTestStorage;
export const mochaGlobalTeardown = stopTestStorage;
