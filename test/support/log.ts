import { EventEmitter, once } from 'node:events';
import { pino } from 'pino';
import { LOG_OPTIONS, type Logger } from '../../src/platform/log.js';

const PATIENCE_MS = 15_000;

/** A log whose lines a test can read and wait for. */
export function memoryLog(): { log: Logger; lines: string[]; until: (pattern: RegExp) => Promise<string> } {
  const lines: string[] = [];
  const written = new EventEmitter();
  const write = (line: string) => {
    lines.push(line);
    written.emit('line');
  };
  const log = pino({ ...LOG_OPTIONS, level: 'debug' }, { write });
  const until = async (pattern: RegExp) => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await once(written, 'line', { signal: patience });
    }
  };
  return { log, lines, until };
}
