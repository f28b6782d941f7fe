/** Loads models into a fresh process with `--expose-gc`, and prints what that takes as JSON. */
import { loadHiddenModel, loadModel } from '../../src/platform/learning/model-file.js';

const kept: unknown[] = [];
const held = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = held();
const used = process.cpuUsage();
for (const name of process.argv.slice(2)) {
  kept.push(name.endsWith('-hidden') ? loadHiddenModel(name) : loadModel(name));
}
const { user, system } = process.cpuUsage(used);
const megabytes = (held() - before) / 1e6;
process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, megabytes, models: kept.length }));
