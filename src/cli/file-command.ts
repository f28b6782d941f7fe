/** A command that takes one file and may have one flag. */
import { parseArgs } from 'node:util';
import { SettingsError } from '../settings.js';

/**
 * Runs a command on the file that was named, and sets the exit status to what it returns: 2 for a wrong call, a file that
 * there is not, and settings that are missing.
 * @param name of the npm script, for its usage.
 * @param flag its option, without the hyphens.
 */
export async function runOnFile(
  name: string,
  flag: string,
  run: (path: string, isSet: boolean) => Promise<number>,
): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { [flag]: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    process.stderr.write(`Usage: npm run ${name} -- FILE.csv [--${flag}]\n`);
    process.exit(2);
  }
  process.exitCode = await run(path, values[flag] === true).catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code !== 'ENOENT' && !(error instanceof SettingsError)) throw error;
    process.stderr.write(code === 'ENOENT' ? `There is no file ${path}.\n` : `${(error as Error).message}\n`);
    return 2;
  });
}
