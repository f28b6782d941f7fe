/** Sends activities to a bot, so many at once, and measures how it keeps up. */
import { Agent, request } from 'node:http';
import type { Child } from './child.js';
import { percentile } from './report.js';

export interface Run {
  perSecond: number;
  p50: number;
  p99: number;
  /** Of the bot's process, for each activity. */
  cpuMs: number;
}

export interface Load {
  child: Pick<Child, 'port' | 'usage'>;
  tokens: readonly string[];
  activity: (at: number) => object;
  inFlight: number;
  /** Sends that many, or for that long. */
  count?: number;
  ms?: number;
  /** @throws Error if an answer is not as it should be. */
  check?: (body: string, at: number) => void;
}

export async function drive({ child, tokens, activity, inFlight, count, ms, check }: Load): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const times: number[] = [];
  const { cpuMs: before } = await child.usage();
  const began = performance.now();
  let next = 0;
  const isOver = () => (count === undefined ? performance.now() - began > (ms ?? 0) : next >= count);
  const one = async () => {
    while (!isOver()) {
      const at = next++;
      const sent = performance.now();
      const body = await post(agent, child.port, activity(at), tokens[at % tokens.length] ?? '');
      times.push(performance.now() - sent);
      check?.(body, at);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  const tookMs = performance.now() - began;
  const { cpuMs: after } = await child.usage();
  agent.destroy();
  return {
    perSecond: (times.length * 1_000) / tookMs,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuMs: (after - before) / times.length,
  };
}

/** @throws Error when the answer is not 200. */
export function post(agent: Agent, port: number, activity: object, token: string): Promise<string> {
  const body = Buffer.from(JSON.stringify(activity));
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/messages',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          ...(token !== '' && { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`answered ${response.statusCode} ${text}`)),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
