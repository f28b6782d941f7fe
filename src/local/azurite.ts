import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The account and key that Azurite documents publicly; they open nothing else. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const QUIET = ['--skipApiVersionCheck', '--disableTelemetry', '--silent'];
const START_TIMEOUT_MS = 30_000;

export interface LocalStorage {
  connectionString: string;
  /** Writes everything to disk and exits. */
  stop(): Promise<void>;
}

/** Starts Azurite with the data of local mode. */
export const startAzuriteIn = (dataDir: string): Promise<LocalStorage> =>
  startAzurite(join(dataDir, 'azurite'));

/**
 * Starts Azurite on free loopback ports.
 * @param folder of its data; in memory by default.
 * @param more further options of Azurite.
 */
export async function startAzurite(folder?: string, more: readonly string[] = []): Promise<LocalStorage> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const kept = folder === undefined ? ['--inMemoryPersistence'] : ['--location', folder];
  const ports = ['blob', 'queue', 'table'].flatMap((service) => [
    `--${service}Host`,
    '127.0.0.1',
    `--${service}Port`,
    '0',
  ]);
  const host = fileURLToPath(new URL(`./azurite-host${extname(import.meta.url)}`, import.meta.url));
  const child = fork(host, [...ports, ...kept, ...more, ...QUIET], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  const exited = once(child, 'exit');
  const addresses = new Map<string, string>();
  const listening = new Promise<void>((resolve) => {
    if (!child.stdout) throw new TypeError('stdout is piped');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /Azurite (\w+) service .*listening at (\S+)/.exec(line);
      if (match?.[1] && match[2]) addresses.set(match[1].toLowerCase(), match[2]);
      if (addresses.size === 3) resolve();
    });
  });
  const failed = exited.then(() => Promise.reject(new Error('the storage emulator ended at its start')));
  const late = AbortSignal.timeout(START_TIMEOUT_MS);
  await Promise.race([
    listening,
    failed,
    once(late, 'abort').then(() => Promise.reject(new Error('the storage emulator does not start'))),
  ]);
  failed.catch(() => undefined);
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${ACCOUNT}`,
      `AccountKey=${KEY}`,
      ...['Blob', 'Queue', 'Table'].map(
        (service) => `${service}Endpoint=${addresses.get(service.toLowerCase())}/${ACCOUNT}`,
      ),
    ].join(';'),
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
