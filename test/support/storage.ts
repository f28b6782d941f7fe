import { type LocalStorage, startAzurite } from '../../src/local/azurite.js';

const KEY = Buffer.from('a key of the tests').toString('base64');
const ACCOUNTS = 400;
const BUILT_IN = 'devstoreaccount1';

let storage: LocalStorage | undefined;
let used = 0;

/** Starts one emulator for the whole run, in memory, with many accounts: each test world gets its own. */
export async function startTestStorage(): Promise<void> {
  process.env.AZURITE_ACCOUNTS = Array.from({ length: ACCOUNTS }, (_, at) => `test${at}:${KEY}`).join(';');
  storage = await startAzurite();
}

export async function stopTestStorage(): Promise<void> {
  await storage?.stop();
}

/** The connection string of an account that nobody has used yet. */
export function freshAccount(): string {
  if (!storage) throw new Error('the storage of the tests has not been started');
  if (used === ACCOUNTS) throw new Error('more worlds than accounts');
  return storage.connectionString
    .replace(/AccountKey=[^;]+/, `AccountKey=${KEY}`)
    .replaceAll(BUILT_IN, `test${used++}`);
}
