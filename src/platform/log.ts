import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, type LoggerOptions, pino } from 'pino';

export type { Logger };

const requests = new AsyncLocalStorage<string>();

/** Runs work for a request; every log line that it writes carries the request's id. */
export function inRequest<T>(id: string, work: () => T): T {
  return requests.run(id, work);
}

/** The id of the request that the present work is for; kept with what has to happen later. */
export function currentRequest(): string | undefined {
  return requests.getStore();
}

/** Is told of each line that is written. */
type OnLine = (message: string, fields: Readonly<Record<string, unknown>>) => void;

/** The format of a log line, for every destination. */
export const LOG_OPTIONS: LoggerOptions = {
  base: null,
  serializers: { err: describeError },
  mixin: () => {
    const request = requests.getStore();
    return request === undefined ? {} : { request };
  },
};

/**
 * The process's log: JSON lines on stderr with ids and codes only. Error messages of libraries may quote
 * their input (a narrative in a storage request), so only type, code and stack frames are logged.
 */
export function createLog(level: string, onLine?: OnLine): Logger {
  const hooks: LoggerOptions['hooks'] = onLine && {
    logMethod(args, write) {
      const [fields, message] = args as unknown[];
      if (typeof message === 'string') onLine(message, fields as Record<string, unknown>);
      else if (typeof fields === 'string') onLine(fields, {});
      write.apply(this, args);
    },
  };
  return pino({ ...LOG_OPTIONS, level, ...(hooks && { hooks }) }, pino.destination({ dest: 2, sync: true }));
}

/** Describes an error without its message: name, code, status, stack frames, and the same of its cause. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    frames: framesOf(error),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/**
 * Returns the stack frames. The stack begins with the message, which may itself contain lines that look like
 * frames.
 */
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}
