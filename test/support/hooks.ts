/** Runs before and after all tests, in the process that starts the others. */
import { offerEmulator, stopEmulator } from './emulator.js';

export const mochaGlobalSetup = offerEmulator;
export const mochaGlobalTeardown = stopEmulator;
