/**
 * Time that passes only when nothing else can happen: timers fire in order, at once, so that hours take a second and
 * every run of a schedule is the same.
 */
import { AsyncResource } from 'node:async_hooks';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { SinonFakeTimers, SinonStatic } from 'sinon';
import { currentMachine } from './machine.js';

/** Its build as an ES module knows nothing of `node:timers/promises`. */
const sinon = createRequire(import.meta.url)('sinon') as SinonStatic;

const nextTurn = setImmediate;
/** Timers that fire without an end are a fault of their own. */
const MOST_TIMERS = 2_000_000;

export class VirtualTime {
  readonly #clock: SinonFakeTimers;
  readonly #restore: () => void;

  constructor(start: Date) {
    this.#clock = sinon.useFakeTimers({
      now: start,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    });
    bindTimers();
    const timeout = AbortSignal.timeout;
    const monotonic = performance.now;
    performance.now = () => this.#clock.now - start.getTime();
    AbortSignal.timeout = (ms) => {
      const late = new AbortController();
      setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), ms);
      return late.signal;
    };
    // Modules hold the exports of `node:timers/promises` that they imported.
    syncBuiltinESMExports();
    this.#restore = () => {
      AbortSignal.timeout = timeout;
      performance.now = monotonic;
      // The clock as well; only this lets go of it, with all that waits for its timers.
      sinon.restore();
      syncBuiltinESMExports();
    };
  }

  now(): number {
    return this.#clock.now;
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    for (let fired = 0; ; fired++) {
      // All that needs no time happens first.
      await new Promise<void>((resolve) => nextTurn(resolve));
      if (isDone) return work;
      if (fired === MOST_TIMERS) throw new Error('time passes, and nothing ends');
      this.#clock.next();
    }
  }

  end(): void {
    this.#restore();
  }
}

/**
 * A timer belongs to the simulated process that set it: it fires late when that process is paused, and never when it is
 * dead.
 */
function bindTimers(): void {
  const {
    setTimeout: timeout,
    setInterval: interval,
    clearTimeout: clear,
    clearInterval: clearRepeated,
  } = globalThis;
  const cleared = new WeakSet<object>();
  const bound =
    (set: SetTimer): SetTimer =>
    (run, ms, ...args) => {
      const context = new AsyncResource('Timer');
      const machine = currentMachine();
      const timer = set(
        (...given) => {
          if (machine?.isDead) (clear as ClearTimer)(timer);
          const fire = () => {
            if (!cleared.has(timer)) context.runInAsyncScope(run, undefined, ...given);
          };
          if (machine) machine.whenRunning(fire);
          else fire();
        },
        ms,
        ...args,
      );
      return timer;
    };
  const clearing =
    (clearTimer: ClearTimer): ClearTimer =>
    (timer) => {
      if (timer) cleared.add(timer);
      clearTimer(timer);
    };
  globalThis.setTimeout = bound(timeout as SetTimer) as typeof setTimeout;
  globalThis.setInterval = bound(interval as SetTimer) as typeof setInterval;
  globalThis.clearTimeout = clearing(clear as ClearTimer) as typeof clearTimeout;
  globalThis.clearInterval = clearing(clearRepeated as ClearTimer) as typeof clearInterval;
}

type SetTimer = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => object;
type ClearTimer = (timer: object | undefined) => void;
