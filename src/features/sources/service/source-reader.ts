import { extname } from 'node:path';
import type { Logger } from '../../../platform/log.js';
import { FileReader } from '../../../platform/reading/file-reader.js';
import { type Reading, readSourceFile } from '../domain/source-file.js';

const HOST = new URL(`./source-file-process${extname(import.meta.url)}`, import.meta.url);
const UNREADABLE: Reading = { rows: [], problems: [{ row: 1, why: 'not-csv' }] };

/** Reads files of other channels; undefined for one that is none. */
export const sourceReader = (log: Logger) =>
  new FileReader<[today: string], Reading | undefined>(
    { read: readSourceFile, host: HOST, unreadable: UNREADABLE },
    log,
  );
