import { offerEmulator, stopEmulator } from './emulator.js';
import { beginTimes, noteTimes, tellTimes } from './times.js';

/** Before and after all tests, in the process that starts the others. */
export const mochaGlobalSetup = [offerEmulator, beginTimes];
export const mochaGlobalTeardown = [stopEmulator, tellTimes];

/** Before and after each test file. */
export const mochaHooks = noteTimes;
