/**
 * `npm run import-sources -- FILE.csv [--preview]`: keeps the rows of PQRS, cliente incógnito and plataforma de desarrollo
 * for the team to review. A file with errors changes nothing; the same file again keeps only what is missing. With
 * `--preview`, says what the file brings and keeps nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Alerts, Importing, problemLine, readSourceFile, SourceRows } from '../features/sources/index.js';
import { bogotaDay } from '../platform/calendar/days.js';
import { randomId, systemClock } from '../platform/clock.js';
import { loadAssess } from '../platform/impact/load.js';
import { TableDirectory } from '../platform/people/table-directory.js';
import { runOnFile } from './file-command.js';
import { openDirectory, openTables } from './storage.js';

/** Whoever corrects a file starts with the first ones. */
const MOST_PROBLEMS = 50;

await runOnFile('import-sources', 'preview', run);

async function run(path: string, isPreview: boolean): Promise<number> {
  const content = readFileSync(path);
  const reading = readSourceFile(content, bogotaDay(systemClock()));
  if (!reading) return refuse(path, ['faltan las columnas «fuente» y «texto»; mira docs/sources.md']);
  if (reading.problems.length > 0) {
    return refuse(
      path,
      reading.problems.map((problem) => problemLine(problem, 'es')),
    );
  }
  const { tables, close } = await openTables();
  try {
    const directory = openDirectory(tables);
    const importing = new Importing({
      clock: systemClock,
      everyone: () => new TableDirectory(tables).all(),
      rows: new SourceRows(tables, randomId),
      opinionOn: loadAssess(),
      alert: async (fileId) => new Alerts(tables).add(fileId, await directory.withRole('humanization')),
    });
    const rows = await importing.assess(reading.rows);
    process.stdout.write(`${JSON.stringify(await importing.count(rows))}\n`);
    if (isPreview) return 0;
    const fileId = createHash('sha256').update(content).digest('hex').slice(0, 32);
    const added = await importing.keep(fileId, rows, async (done) => {
      process.stdout.write(`${done} / ${rows.length}\n`);
    });
    process.stdout.write(`${added} new, ${rows.length - added} known already.\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Reports what is wrong, by row. */
function refuse(path: string, problems: readonly string[]): number {
  for (const words of problems.slice(0, MOST_PROBLEMS)) process.stdout.write(`${path}: ${words}\n`);
  process.stdout.write(`${problems.length} to correct; nothing was changed.\n`);
  return 1;
}
