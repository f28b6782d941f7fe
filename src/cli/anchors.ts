/**
 * `npm run --silent anchors > anchors.jsonl`: prints the anchors of all days, one JSON line each, to be kept outside the
 * storage account. Names those that are not as they were signed.
 */
import { Anchors, anchorFaults } from '../features/cases/index.js';
import { openTables } from './storage.js';

const { tables, signer, close } = await openTables();
try {
  for await (const checked of new Anchors(tables, signer).all()) {
    const { verdict: _verdict, follows: _follows, ...anchor } = checked;
    process.stdout.write(`${JSON.stringify(anchor)}\n`);
    for (const fault of anchorFaults(checked)) {
      process.stderr.write(`${fault}\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await close();
}
