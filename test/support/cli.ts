import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteRunning } from '../../src/local/running.js';
import { ROOT } from '../../src/platform/root.js';
import { builtCommand } from './built.js';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the project, in a separate environment. The doubles of this process keep answering. */
export async function runCommand(
  name: string,
  args: readonly string[] = [],
  { input = '', settings = {} }: { input?: string; settings?: Record<string, string> } = {},
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  return ended([await builtCommand(name), ...args], { input, env: { PATH, HOME, ...settings } });
}

/** Runs a command for developers from its source. @param file from the root of the project. */
export const runSource = (file: string, args: readonly string[]): Promise<Ended> =>
  ended(['--import=tsx', file, ...args], { input: '', env: process.env });

function ended(
  args: readonly string[],
  { input, env }: { input: string; env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: ROOT, env },
      (error: ExecFileException | null, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** The commands of the project, next to a bot on the same storage. */
export class CommandLine {
  readonly #folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
  readonly #forget: () => void;

  constructor(connectionString: string) {
    this.#forget = noteRunning(this.#folder, connectionString);
  }

  run(name: string, args: readonly string[] = [], settings: Record<string, string> = {}): Promise<Ended> {
    return runCommand(name, args, { settings: { LOCAL_DATA_DIR: this.#folder, ...settings } });
  }

  /** Runs a command on a file with this content; its output names the file without the folder. */
  async runOn(
    name: string,
    file: { name: string; content: string | Buffer },
    options: readonly string[],
  ): Promise<{ code: number; out: string }> {
    const path = join(this.#folder, file.name);
    writeFileSync(path, file.content);
    const { code, stdout, stderr } = await this.run(name, [path, ...options]);
    return { code, out: `${stdout}${stderr}`.replaceAll(path, file.name) };
  }

  close(): void {
    this.#forget();
    rmSync(this.#folder, { recursive: true });
  }
}
