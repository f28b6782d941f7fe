/** The way from a simulated process to a service and back, with the faults of the weather. */
import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from '../../../src/platform/storage/errors.js';
import { between, type FaultKind, type Met, meetFault, type Service, type Weather } from '../faults.js';
import type { Machine } from './machine.js';

/** The Azure SDKs try this often, within the deadline of the bot's own. */
const TRIES = 3;
const DEADLINE_MS = 3_000;
const RETRY_MS = 300;
/** How long a request may stay on its way before it is carried out after all. */
const MOST_LATE_MS = 15_000;

export class Network {
  weather: Weather = {};
  readonly met: Met = {};

  constructor(
    readonly dice: () => number,
    readonly now: () => number,
  ) {}

  draw(service: Service): FaultKind | 'pass' {
    return meetFault(this.met, this.weather, service, this.dice);
  }

  /** One way. */
  async travel(): Promise<void> {
    await sleep(Math.round(between(this.dice, 1, 25)));
  }

  /**
   * A request to storage as the SDK makes it: tried again after what it takes for passing, until the deadline.
   * @param apply carries it out at the service; throws what the service answers.
   */
  async ask<T>(machine: Machine, service: Service, apply: () => Promise<T>): Promise<T> {
    const deadline = this.now() + DEADLINE_MS;
    for (let tried = 1; ; tried++) {
      await machine.gate();
      const answer = await this.#once(service, apply, deadline);
      await machine.gate();
      if (answer) return answer();
      if (tried === TRIES || this.now() + RETRY_MS >= deadline) throw new StorageError('unavailable');
      await sleep(RETRY_MS);
    }
  }

  /** @returns how to deliver the answer; undefined when there is none worth keeping. */
  async #once<T>(
    service: Service,
    apply: () => Promise<T>,
    deadline: number,
  ): Promise<(() => T) | undefined> {
    const fault = this.draw(service);
    await this.travel();
    if (fault === 'refuse' || fault === 'throttle' || fault === 'throttle-silent' || fault === 'cut') {
      return undefined;
    }
    if (fault === 'late') {
      const late = sleep(this.dice() * MOST_LATE_MS).then(apply);
      late.catch(() => undefined);
      await sleep(Math.max(0, deadline - this.now()));
      return undefined;
    }
    const answer = await apply().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    if (fault === 'lose' || fault === 'fail' || fault === 'partial') return undefined;
    await (fault === 'slow' ? sleep(between(this.dice, 300, 2_500)) : this.travel());
    return answer;
  }
}
