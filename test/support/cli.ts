import { type ExecFileException, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the project as `npm run` does, on the storage of the bot that runs in this data folder. */
export function runCommand(
  script: string,
  args: readonly string[],
  { dataDir, ...settings }: { dataDir: string; [setting: string]: string },
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `src/cli/${script}.ts`, ...args],
      { cwd: ROOT, env: { PATH, HOME, LOCAL_DATA_DIR: dataDir, ...settings } },
      (error: ExecFileException | null, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
