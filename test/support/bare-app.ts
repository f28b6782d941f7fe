import { type App, createApp } from '../../src/app.js';
import { memoryHost, someSettings } from './host.js';

/** The bot as it is put together, with nobody to talk to: for what its tables of routes say. */
export function bareApp(): App {
  return createApp(someSettings(), memoryHost());
}
