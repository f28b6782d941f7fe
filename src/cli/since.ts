import { parseArgs } from 'node:util';

/**
 * Reads how far back a command looks: `--since 30d`. Prints the usage and exits when the option is malformed.
 */
export function readSince(command: string, usual: number): { days: number; from: Date; now: Date } {
  const { values } = parseArgs({ options: { since: { type: 'string', default: `${usual}d` } } });
  const written = /^(\d{1,4})d$/.exec(values.since)?.[1];
  if (written === undefined) {
    process.stderr.write(`Usage: npm run ${command} -- --since ${usual}d\n`);
    process.exit(2);
  }
  const days = Number(written);
  const now = new Date();
  return { days, from: new Date(now.getTime() - days * 86_400_000), now };
}
