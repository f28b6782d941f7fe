import { extname } from 'node:path';
import type { Logger } from '../../../platform/log.js';
import { FileReader } from '../../../platform/reading/file-reader.js';
import { readReport } from '../domain/report-file.js';

const HOST = new URL(`./report-file-process${extname(import.meta.url)}`, import.meta.url);

/** Reads attendance reports; nothing of a file that is none. */
export const reportReader = (log: Logger) =>
  new FileReader({ read: readReport, host: HOST, unreadable: [] }, log);
