/**
 * `npm run import-people -- FILE.csv [--complete]`: imports the directory from a file. With `--complete`, the
 * file has everybody, and people who are not in it are removed. A file with errors changes nothing.
 */
import { readFileSync } from 'node:fs';
import { systemClock } from '../platform/clock.js';
import { decodeImport, type ImportProblem, readImport } from '../platform/people/import.js';
import { TableDirectory } from '../platform/people/table-directory.js';
import { Rounds } from '../platform/rounds.js';
import { runOnFile } from './file-command.js';
import { openTables } from './storage.js';

await runOnFile('import-people', 'complete', run);

async function run(path: string, isComplete: boolean): Promise<number> {
  const { csv, problem } = decodeImport(readFileSync(path));
  if (csv === undefined) return refuse(path, [problem]);
  const { tables, close } = await openTables();
  try {
    const directory = new TableDirectory(tables);
    const known = await directory.all();
    const { people, problems } = readImport(csv, isComplete ? [] : known, isComplete);
    if (problems.length > 0) return refuse(path, problems);
    const ids = new Set(people.map(({ id }) => id));
    const others = known.filter(({ id }) => !ids.has(id));
    await directory.save(people);
    if (isComplete) await directory.remove(others);
    await new Rounds(tables, systemClock).note('people', people.length);
    const added = ids.size - (known.length - others.length);
    const rest = isComplete
      ? `${others.length} taken out`
      : `${others.length} not in the file left as they are`;
    process.stdout.write(`${added} new, ${ids.size - added} replaced, ${rest}.\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Reports the errors by line. */
function refuse(path: string, problems: readonly ImportProblem[]): number {
  for (const { line, message } of problems) process.stdout.write(`${path}:${line} ${message}\n`);
  process.stdout.write(`${problems.length} to correct; nothing was changed.\n`);
  return 1;
}
