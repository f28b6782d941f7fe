/** One storage emulator for all test files of a run. It starts when a file asks for it first. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalStorage, startAzurite } from '../../src/local/azurite.js';

/** Of the accounts that every emulator of the tests has. */
export const ACCOUNT_KEY = Buffer.from('a key of the tests').toString('base64');
const ACCOUNTS = 2_400;
const ACCOUNTS_OF_A_PROCESS = 600;
const BUILT_IN = 'devstoreaccount1';
/** Where the processes that run test files ask for the emulator. */
const DOOR = 'TEST_EMULATOR';

let emulator: Promise<LocalStorage> | undefined;
let door: Server | undefined;
let used = 0;

/** Lets the processes that run test files ask for the emulator: once, in the process that starts them. */
export async function offerEmulator(): Promise<void> {
  door = createServer((_request, response) => {
    emulator ??= start();
    emulator.then(
      ({ connectionString }) => response.end(connectionString),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => door?.listen(0, '127.0.0.1', resolve));
  process.env[DOOR] = String((door.address() as AddressInfo).port);
}

export async function stopEmulator(): Promise<void> {
  door?.close();
  await (await emulator)?.stop();
}

/** Emulators that are started from now on have the accounts `test0`, `test1` and so on. */
export function offerAccounts(): void {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => `test${at}:${ACCOUNT_KEY}`);
  process.env.AZURITE_ACCOUNTS = accounts.join(';');
}

/** The connection string of an unused account. */
export async function freshAccount(): Promise<string> {
  const port = process.env[DOOR];
  if (!port) throw new Error('nobody offers an emulator');
  if (used === ACCOUNTS_OF_A_PROCESS) throw new Error('more worlds than accounts');
  // Each process that runs test files has a number.
  const first = Number(process.env.MOCHA_WORKER_ID ?? 0) * ACCOUNTS_OF_A_PROCESS;
  const account = `test${first + used++}`;
  const connectionString = await (await fetch(`http://127.0.0.1:${port}`)).text();
  return connectionString
    .replace(/AccountKey=[^;]+/, `AccountKey=${ACCOUNT_KEY}`)
    .replaceAll(BUILT_IN, account);
}

function start(): Promise<LocalStorage> {
  offerAccounts();
  return startAzurite();
}
