import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noteRunning } from '../../src/local/running.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** The commands of the project, run as `npm run` does beside a bot that uses this storage. */
export class CommandLine {
  readonly #folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
  readonly #forget: () => void;

  constructor(connectionString: string) {
    this.#forget = noteRunning(this.#folder, connectionString);
  }

  run(script: string, args: readonly string[] = [], settings: Record<string, string> = {}): Promise<Ended> {
    const { PATH = '', HOME = '' } = process.env;
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', `src/cli/${script}.ts`, ...args],
        { cwd: ROOT, env: { PATH, HOME, LOCAL_DATA_DIR: this.#folder, ...settings } },
        (error: ExecFileException | null, stdout, stderr) =>
          resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  }

  close(): void {
    this.#forget();
    rmSync(this.#folder, { recursive: true });
  }
}
