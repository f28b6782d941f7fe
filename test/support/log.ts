import { pino } from 'pino';
import { describeError, type Logger } from '../../src/log.js';

/** A log whose lines the test can read. */
export function memoryLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = pino(
    { level: 'debug', base: undefined, serializers: { err: describeError } },
    { write: (line: string) => lines.push(line) },
  );
  return { log, lines };
}
