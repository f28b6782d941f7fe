import { type App, createApp } from '../../src/app.js';
import { memoryHost, someSettings } from './host.js';

/** The composed app on an in-memory host, for tests that read its route tables. */
export function bareApp(): App {
  return createApp(someSettings(), memoryHost());
}
