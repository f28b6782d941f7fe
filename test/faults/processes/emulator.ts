/** The storage emulator over TLS, and what the doubles of the cloud have in common: one for all schedules. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalStorage, startAzurite } from '../../../src/local/azurite.js';
import { type Certificate, loopbackCertificate } from '../../support/certificate.js';
import { offerAccounts } from '../../support/emulator.js';
import { signingKey } from '../../support/tokens.js';

export const STORAGE_SERVICES = ['Table', 'Queue', 'Blob'] as const;
export type StorageService = (typeof STORAGE_SERVICES)[number];

export class Emulator {
  readonly certificate: Certificate = loopbackCertificate();
  readonly certificateFile: string;
  /** Signs the tokens of Teams, and those of the managed identity. */
  readonly teamsKey = signingKey('teams');
  readonly identityKey = signingKey('identity');
  readonly #folder = mkdtempSync(join(tmpdir(), 'humanizacion-faults-'));
  #storage!: LocalStorage;
  #used = 0;

  static async start(): Promise<Emulator> {
    const emulator = new Emulator();
    const key = emulator.#file('key.pem', emulator.certificate.key);
    offerAccounts();
    const options = ['--oauth', 'basic', '--cert', emulator.certificateFile, '--key', key];
    emulator.#storage = await startAzurite(undefined, options);
    return emulator;
  }

  private constructor() {
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
    this.certificateFile = this.#file('cert.pem', this.certificate.cert);
  }

  portOf(service: StorageService): number {
    const address = new RegExp(`${service}Endpoint=([^;]+)`).exec(this.#storage.connectionString)?.[1];
    return Number(new URL(address ?? '').port);
  }

  /** The name of an account that nobody has used. */
  nextAccount(): string {
    return `test${this.#used++}`;
  }

  async stop(): Promise<void> {
    await this.#storage.stop();
  }

  #file(name: string, text: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }
}
