import { pino } from 'pino';
import { LOG_OPTIONS, type Logger } from '../../src/log.js';

/** A log whose lines the test can read. */
export function memoryLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = pino({ ...LOG_OPTIONS, level: 'debug' }, { write: (line: string) => lines.push(line) });
  return { log, lines };
}
