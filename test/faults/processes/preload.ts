/**
 * Loaded before the bot: a clock that is ahead or behind, instances that wait less long for each other, and messages that
 * say when they left, since the harness may be busy when they arrive.
 */
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { LEFT_AT } from './left-at.js';

const aheadMs = Number(process.env.FAULTS_AHEAD_MS);
const trueNow = Date.now;

globalThis.Date = class extends Date {
  constructor(...given: Partial<ConstructorParameters<typeof Date>>) {
    if (given.length === 0) super(trueNow() + aheadMs);
    else super(...(given as ConstructorParameters<typeof Date>));
  }

  static override now(): number {
    return trueNow() + aheadMs;
  }
} as DateConstructor;

const { request } = https;
https.request = ((to: unknown, options: { headers?: Record<string, unknown> }, ...more: unknown[]) => {
  if (to instanceof URL && options.headers) options.headers[LEFT_AT] = String(trueNow());
  return Reflect.apply(request, https, [to, options, ...more]);
}) as typeof request;
syncBuiltinESMExports();

const { DELIVERY_TIMES } = await import('../../../src/platform/delivery/times.js');
Object.assign(DELIVERY_TIMES, JSON.parse(process.env.FAULTS_TIMES ?? '{}'));
