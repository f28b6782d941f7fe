import { randomUUID } from 'node:crypto';
import sinon from 'sinon';
import { type App, createApp } from '../../src/app.js';
import { Background } from '../../src/platform/background.js';
import type { Person } from '../../src/platform/people/person.js';
import type { Queue } from '../../src/platform/storage/queue.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import { memoryHost, someSettings } from './host.js';
import { answer, type Loopback, serve } from './loopback.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';

const TENANT = 't';

/** Records every call in `noted`, as `Cases page` or `queue put`. */
export function counting<T extends Tables | Queue>(of: T, noted: string[]): T {
  return new Proxy(of, {
    get(target, method: string & keyof T) {
      const call = (target[method] as (...args: unknown[]) => unknown).bind(target);
      return (...args: unknown[]) => {
        const where = 'page' in target ? `${args[0]} ${method}` : `queue ${method}`;
        noted.push(where);
        return call(...args);
      };
    },
  });
}

/** The number of times that each item is in the list. */
export const tally = (noted: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(noted)].sort().map((what) => [what, noted.filter((one) => one === what).length]),
  );

/** The whole bot on storage in memory that counts its requests. */
export class CountedBot {
  readonly tables = new MemoryTables();
  readonly #noted: string[] = [];
  readonly #behind: (() => Promise<void>)[] = [];
  readonly #run = sinon
    .stub(Background.prototype, 'run')
    .callsFake((_name, task) => void this.#behind.push(task));

  /** Caches of seconds stay valid, however slow the machine is. */
  readonly #now = sinon.stub(performance, 'now').returns(1_000_000);

  static async open(people: readonly Person[], now: () => Date): Promise<CountedBot> {
    const teams = await serve((_request, response) => answer(response, 201, { id: randomUUID() }));
    const bot = new CountedBot(teams, now);
    await bot.app.people.save(people);
    return bot;
  }

  readonly app: App;

  private constructor(
    private readonly teams: Loopback,
    now: () => Date,
  ) {
    const host = memoryHost({
      tables: counting(this.tables, this.#noted),
      queue: counting(new MemoryQueue(), this.#noted),
      clock: now,
      newId: randomUUID,
    });
    this.app = createApp(someSettings({ tenants: [TENANT] }), host);
  }

  async close(): Promise<void> {
    this.#run.restore();
    this.#now.restore();
    await this.teams.close();
  }

  /** The storage requests before the answer; later work runs afterwards. */
  async asked(run: () => Promise<unknown>): Promise<Record<string, number>> {
    this.#noted.splice(0);
    await run();
    const before = tally(this.#noted);
    await this.settle();
    return before;
  }

  /** Runs the work left for after the answer. */
  async settle(): Promise<void> {
    for (let task = this.#behind.shift(); task; task = this.#behind.shift()) await task();
  }

  write(personId: string, text: string): Promise<unknown> {
    return this.#receive(personId, { type: 'message', text });
  }

  /** @param where other fields of the activity: a channel instead of the person's own chat. */
  click(personId: string, verb: string, data: Record<string, unknown>, where: object = {}): Promise<unknown> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const name = 'adaptiveCard/action';
    return this.#receive(personId, { type: 'invoke', name, value, replyToId: 'card', ...where });
  }

  async #receive(personId: string, activity: object): Promise<unknown> {
    const { status, body } = await this.app.receive('', {
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: `${this.teams.url}/`,
      from: { id: `29:${personId}`, aadObjectId: personId, name: personId },
      recipient: { id: '28:test' },
      conversation: { id: `a:${personId}`, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      ...activity,
    });
    if (status !== 200) throw new Error(`answered ${status}`);
    return body;
  }
}
