import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { EffectHandler } from '../../../../src/platform/delivery/carrier.js';
import { DeliveryError, type DeliveryFailure } from '../../../../src/platform/delivery/channel.js';
import { Dispatcher, type DispatcherParts } from '../../../../src/platform/delivery/dispatcher.js';
import { OUTBOX_PREFIX, type OutboxItem, toOutboxRows } from '../../../../src/platform/delivery/outbox.js';
import { StorageError } from '../../../../src/platform/storage/errors.js';
import { type Row, rowsOf } from '../../../../src/platform/storage/tables.js';
import { memoryLog } from '../../../support/log.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const CASE = 'c0de';

/** The others as this instance sees them: all live, except one. */
class Others {
  constructor(
    readonly me: string,
    private readonly gone: () => string | undefined,
  ) {}

  isAlive(id: string): boolean {
    return id !== this.gone();
  }
}

describe('the dispatcher', () => {
  let tables: MemoryTables;
  let now: number;
  let done: string[];
  let gone: string | undefined;
  let left: string[];
  beforeEach(() => {
    left = [];
    tables = new MemoryTables();
    now = Date.parse('2026-11-24T15:00:00Z');
    done = [];
    gone = undefined;
  });

  /** One instance, which believes that the others live, except `gone`. */
  const instance = (me: string, handler: EffectHandler, more: Partial<DispatcherParts> = {}) =>
    new Dispatcher({
      tables,
      table: 'Cases',
      handlers: { notice: handler },
      instances: new Others(me, () => gone),
      permit: async () => ({ kind: 'now', release: () => undefined }),
      leave: async (to) => void left.push(to),
      clock: () => new Date(now),
      log: memoryLog().log,
      ...more,
    });
  const dispatcher = (handler: EffectHandler, onGivenUp?: (item: OutboxItem) => Promise<void>) =>
    instance('me', handler, { onGivenUp });

  const succeed: EffectHandler = async (item) => {
    done.push(`${item.target} ${item.rowKey}`);
    return [];
  };

  async function put(...targets: string[]): Promise<void> {
    const effects = targets.map((target) => ({
      kind: 'notice',
      target: target.replace('!', ''),
      urgent: target.endsWith('!'),
    }));
    for (const row of toOutboxRows(CASE, 1, effects)) await tables.write('Cases', { kind: 'insert', row });
  }

  async function statuses(): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const { row } of rowsOf(tables, 'Cases', CASE, OUTBOX_PREFIX)) found.push(row.status);
    return found;
  }

  const failing =
    (failure: DeliveryFailure, retryAfterMs?: number): EffectHandler =>
    async (item) => {
      done.push(item.target);
      throw new DeliveryError(failure, retryAfterMs);
    };

  it('carries out what has just been written without reading it, once, and reads it when it runs again', async () => {
    const notices = toOutboxRows(CASE, 1, [{ kind: 'notice', target: 'luis', urgent: false }]);
    const etags = await tables.commit(
      'Cases',
      notices.map((row) => ({ kind: 'insert', row })),
    );
    const written = notices.map((row, at) => ({ row, etag: String(etags[at]), changedAt: '' }));
    const reading = sinon.spy(tables, 'page');
    const dispatching = dispatcher(succeed);
    assert.equal(await dispatching.dispatch(CASE, written), undefined);
    assert.equal(reading.callCount, 0);
    assert.ok((await dispatching.dispatch(CASE, written)) !== undefined, 'it is no longer as written');
    assert.equal(await dispatching.dispatch(CASE), undefined);
    assert.deepEqual(done, ['luis outbox:000001:000']);
  });

  it('sends to people while much is to be brought up to date behind', async () => {
    const stuck = 5;
    let behind = 0;
    const handler: EffectHandler = async ({ target, partitionKey }) => {
      if (target === '') {
        behind += 1;
        return new Promise(() => undefined);
      }
      done.push(partitionKey);
      return [];
    };
    const effects = ['', 'luis'].map((target) => ({ kind: 'notice', target, urgent: false }));
    const dispatching = dispatcher(handler);
    const cases = Array.from({ length: stuck }, (_, at) => `case-${at}`);
    for (const id of cases) {
      for (const row of toOutboxRows(id, 1, effects)) await tables.write('Cases', { kind: 'insert', row });
      dispatching.dispatch(id).catch(() => undefined);
    }
    for (let turn = 0; turn < 1_000 && done.length < stuck; turn++) await Promise.resolve();
    assert.deepEqual({ done: done.sort(), behind }, { done: cases, behind: 4 });
  });

  it('carries out every row once, in order, and stores the rows that handlers return', async () => {
    await put('ana', 'luis');
    const place = { partitionKey: CASE, rowKey: 'card:ana', messageId: '7' };
    const keeping: EffectHandler = async (item) => {
      await succeed(item);
      return [place];
    };
    assert.equal(await dispatcher(keeping).dispatch(CASE), undefined);
    assert.equal(await dispatcher(keeping).dispatch(CASE), undefined);
    assert.deepEqual(done, ['ana outbox:000001:000', 'luis outbox:000001:001']);
    assert.deepEqual(await statuses(), ['sent', 'sent']);
    assert.equal((await tables.get('Cases', CASE, 'card:ana'))?.row.messageId, '7');
  });

  it('carries out each row once when two dispatchers run at the same time', async () => {
    await put('ana', 'luis', 'marta');
    const one = instance('one', succeed);
    const other = instance('other', succeed);
    await Promise.all([one.dispatch(CASE), other.dispatch(CASE), one.dispatch(CASE)]);
    await Promise.all([one.dispatch(CASE), other.dispatch(CASE)]);
    now += 60_000;
    await one.dispatch(CASE);
    assert.equal(new Set(done).size, 3);
    assert.equal(done.length, 3);
  });

  it('leaves a row to the instance that claimed it, and takes it over once that one is gone', async () => {
    await put('ana');
    void instance('other', () => new Promise(() => {})).dispatch(CASE);
    await new Promise(setImmediate);
    const one = instance('one', succeed);
    for (const later of [0, 31_000, 3_600_000]) {
      now += later;
      assert.ok((await one.dispatch(CASE)) !== undefined, 'in other hands, whatever the clock says');
    }
    gone = 'other';
    assert.equal(await one.dispatch(CASE), undefined);
    assert.equal(done.length, 1);
  });

  it('tells the instance that claimed a row: storage may have taken a claim whose answer was lost', async () => {
    await put('Ana');
    const write = tables.write.bind(tables);
    tables.write = async (...asked) => {
      await write(...asked);
      tables.write = write;
      throw new StorageError('unavailable');
    };
    await assert.rejects(instance('one', succeed).dispatch(CASE));
    await instance('two', succeed).dispatch(CASE);
    assert.deepEqual([done, left], [[], ['one']]);
    await instance('one', succeed).dispatch(CASE);
    assert.equal(done.length, 1);
  });

  it('takes over a row that version 0.1 claimed by a time', async () => {
    await put('ana');
    const stored = await tables.get('Cases', CASE, 'outbox:000001:000');
    assert.ok(stored);
    const { claimedBy: _claimedBy, version: _version, request: _request, ...row } = stored.row;
    const notBefore = new Date(now + 30_000).toISOString();
    await tables.write('Cases', { kind: 'upsert', row: { ...row, attempts: 1, notBefore } as Row });
    assert.ok((await dispatcher(succeed).dispatch(CASE)) !== undefined);
    now += 30_000;
    assert.equal(await dispatcher(succeed).dispatch(CASE), undefined);
    assert.equal(done.length, 1);
  });

  it('carries out a row when it may, and lets go of the moment', async () => {
    await put('ana', 'luis');
    const noted: string[] = [];
    const one = instance('one', succeed, {
      permit: async ({ target }) => {
        noted.push(`asked for ${target}`);
        if (target === 'luis') return { kind: 'later', inMs: 7_000 };
        return { kind: 'now', release: () => noted.push(`released after ${done.length}`) };
      },
    });
    assert.equal(await one.dispatch(CASE), 7_000);
    assert.deepEqual(await statuses(), ['sent', 'pending']);
    assert.deepEqual(noted, ['asked for ana', 'asked for luis', 'released after 1']);
  });

  describe('when storage does not take an outcome', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(() => {
      clock = sinon.useFakeTimers();
    });
    afterEach(() => clock.restore());

    /** Lets the claims pass and fails the next `times` commits, before or after they are stored. */
    function failing(times: number, when: 'before' | 'after'): void {
      const commit = tables.commit.bind(tables);
      tables.commit = async (table, operations) => {
        const fails = times-- > 0;
        const etags = !fails || when === 'after' ? await commit(table, operations) : [];
        if (fails) throw new StorageError('unavailable');
        return etags;
      };
    }

    for (const when of ['before', 'after'] as const) {
      it(`sends nothing again and stores the outcome later, when its commit failed ${when} it was stored`, async () => {
        await put('ana', 'ana');
        const place = { partitionKey: CASE, rowKey: 'card:ana', messageId: '7' };
        failing(5, when);
        const one = instance('one', async (item) => {
          await succeed(item);
          return [place];
        });
        const dispatching = one.dispatch(CASE);
        await clock.tickAsync(500);
        const other = instance('other', succeed);
        if (when === 'before') assert.ok((await other.dispatch(CASE)) !== undefined, 'others wait for it');
        await clock.tickAsync(60_000);
        assert.equal(await dispatching, undefined);
        assert.deepEqual(await statuses(), ['sent', 'sent']);
        assert.deepEqual(done, ['ana outbox:000001:000', 'ana outbox:000001:001']);
        assert.equal((await tables.get('Cases', CASE, 'card:ana'))?.row.messageId, '7');
      });
    }

    it('keeps what was sent although the rows that belong to it are refused', async () => {
      await put('ana');
      const row = { partitionKey: CASE, rowKey: 'card:ana', place: 'x'.repeat(40_000) };
      const sending = instance('one', async (item) => {
        await succeed(item);
        return [row];
      }).dispatch(CASE);
      assert.equal(await sending, undefined);
      assert.deepEqual(await statuses(), ['sent']);
    });

    it('leaves the row to the instance that has taken it over meanwhile', async () => {
      await put('ana');
      failing(3, 'before');
      const dispatching = instance('one', succeed).dispatch(CASE);
      await clock.tickAsync(100);
      gone = 'one';
      const other = instance('other', () => Promise.reject(new DeliveryError('refused')));
      const parking = other.dispatch(CASE);
      await clock.tickAsync(60_000);
      await Promise.all([dispatching, parking]);
      assert.deepEqual(await statuses(), ['parked']);
    });
  });

  for (const [failure, status] of [
    ['unreachable', 'parked'],
    ['refused', 'parked'],
    ['ambiguous', 'unknown'],
  ] as const) {
    it(`does not retry after the failure "${failure}"`, async () => {
      await put('ana', 'ana');
      assert.equal(await dispatcher(failing(failure)).dispatch(CASE), undefined);
      assert.deepEqual(await statuses(), [status, status]);
      assert.equal(done.length, 2);
    });
  }

  it('retries an urgent notice rather than leave it in doubt', async () => {
    await put('ana!');
    const wait = await dispatcher(failing('ambiguous')).dispatch(CASE);
    assert.ok(wait !== undefined && wait > 0);
    now += wait;
    assert.equal(await dispatcher(succeed).dispatch(CASE), undefined);
    assert.deepEqual(await statuses(), ['sent']);
  });

  it('never gives up an urgent notice that is in doubt', async () => {
    await put('ana!');
    const givenUp: string[] = [];
    const note = async ({ target }: OutboxItem) => void givenUp.push(target);
    for (let attempt = 0; attempt < 30; attempt++) {
      const wait = await dispatcher(failing('ambiguous'), note).dispatch(CASE);
      assert.ok(wait !== undefined && wait <= 300_000, `attempt ${attempt}`);
      now += wait;
    }
    assert.deepEqual(givenUp, []);
    await dispatcher(succeed).dispatch(CASE);
    assert.deepEqual(await statuses(), ['sent']);
  });

  it('waits at least as long as requested, and keeps the order for each person', async () => {
    await put('ana', 'ana', 'luis');
    const throttledForAna: EffectHandler = async (item) =>
      item.target === 'ana' ? failing('throttled', 20_000)(item) : succeed(item);
    assert.equal(await dispatcher(throttledForAna).dispatch(CASE), 20_000);
    assert.deepEqual(done, ['ana', 'luis outbox:000001:002']);
    now += 19_000;
    await dispatcher(succeed).dispatch(CASE);
    assert.equal(done.length, 2);
    now += 1_000;
    await dispatcher(succeed).dispatch(CASE);
    assert.deepEqual(done.slice(2), ['ana outbox:000001:000', 'ana outbox:000001:001']);
  });

  it('sets deadlines though a list that is for nobody either cannot be written', async () => {
    const effects = ['list', 'notice'].map((kind) => ({ kind, target: '', urgent: false }));
    for (const row of toOutboxRows(CASE, 1, effects)) await tables.write('Cases', { kind: 'insert', row });
    const handlers = { list: failing('unavailable'), notice: succeed };
    assert.equal(await instance('me', succeed, { handlers }).dispatch(CASE), 1_000);
    assert.deepEqual(await statuses(), ['pending', 'sent']);
  });

  describe('of notices that wait for their time', () => {
    const TWO_MINUTES = 120_000;
    const putOf = async (seq: number, waits: boolean) => {
      const notBefore = new Date(now + TWO_MINUTES).toISOString();
      const effect = { kind: 'notice', target: 'ana', urgent: false, ...(waits && { notBefore }) };
      for (const row of toOutboxRows(CASE, seq, [effect, effect]))
        await tables.write('Cases', { kind: 'insert', row });
    };

    it('sends none before', async () => {
      await putOf(1, true);
      assert.equal(await dispatcher(succeed).dispatch(CASE), TWO_MINUTES);
      assert.deepEqual(done, []);
      now += TWO_MINUTES;
      await dispatcher(succeed).dispatch(CASE);
      assert.equal(done.length, 2);
    });

    it('sends them before the next one for the same person, which does not wait for them', async () => {
      await putOf(1, true);
      await putOf(2, false);
      await putOf(3, true);
      assert.equal(await dispatcher(succeed).dispatch(CASE), TWO_MINUTES);
      assert.deepEqual(
        done.map((one) => one.slice(-10)),
        ['000001:000', '000001:001', '000002:000', '000002:001'],
      );
    });
  });

  it('retries through an outage without limit, with growing pauses up to a maximum', async () => {
    await put('ana');
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 30; attempt++) {
      const wait = await dispatcher(failing('unavailable')).dispatch(CASE);
      assert.ok(wait !== undefined);
      pauses.push(wait);
      now += wait;
    }
    assert.deepEqual(pauses.slice(0, 4), [1_000, 2_000, 4_000, 8_000]);
    assert.equal(Math.max(...pauses), 300_000);
    assert.deepEqual(await statuses(), ['pending']);
  });

  it('parks a row that fails ten times through its own fault, and lets the others pass', async () => {
    await put('ana', 'luis');
    const poisoned: EffectHandler = async (item) => {
      if (item.target === 'ana') throw new TypeError('a bug');
      return succeed(item);
    };
    for (let attempt = 0; attempt < 10; attempt++) {
      await dispatcher(poisoned).dispatch(CASE);
      now += 400_000;
    }
    assert.deepEqual(await statuses(), ['parked', 'sent']);
    assert.equal(done.length, 1);
  });

  describe('rows that only a later version understands', () => {
    const later = {
      kind: { kind: 'hologram' },
      status: { status: 'delegated' },
      version: { version: 2 },
      shape: { attempts: 'many' },
    };
    async function putLater(more: object): Promise<void> {
      await put('ana', 'luis');
      const stored = await tables.get('Cases', CASE, 'outbox:000001:000');
      const row = { ...(stored?.row ?? assert.fail()), ...more };
      await tables.write('Cases', { kind: 'upsert', row });
    }

    for (const [what, more] of Object.entries(later)) {
      it(`are passed over and stay as they are: ${what}`, async () => {
        await putLater(more);
        const before = await tables.get('Cases', CASE, 'outbox:000001:000');
        const told: string[] = [];
        const onPassedOver = async (partitionKey: string) => void told.push(partitionKey);
        const one = instance('one', succeed, { onPassedOver });
        const wait = await one.dispatch(CASE);
        assert.ok(wait !== undefined && wait > 60_000, 'it looks again');
        await one.dispatch(CASE);
        await instance('other', succeed, { onPassedOver }).dispatch(CASE);
        assert.deepEqual(done, ['luis outbox:000001:001']);
        assert.deepEqual(told, [CASE], 'told once');
        assert.deepEqual(await tables.get('Cases', CASE, 'outbox:000001:000'), before);
      });
    }

    it('are told of again when nobody could be told', async () => {
      await putLater(later.status);
      let isDown = true;
      let told = 0;
      const one = instance('one', succeed, {
        onPassedOver: async () => {
          if (isDown) throw new Error('nobody was told');
          told += 1;
        },
      });
      await one.dispatch(CASE);
      isDown = false;
      await one.dispatch(CASE);
      await one.dispatch(CASE);
      assert.equal(told, 1);
    });
  });

  describe('rows that were sent long ago', () => {
    const DAY_MS = 86_400_000;
    const effects = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'notice', target: 'ana', urgent: false }));
    async function putEvent(seq: number, count: number): Promise<void> {
      for (const row of toOutboxRows(CASE, seq, effects(count)))
        await tables.write('Cases', { kind: 'insert', row });
    }

    it('are deleted after a week, a hundred at a time, and no others', async () => {
      const stubborn: EffectHandler = async ({ rowKey }) => {
        if (rowKey === 'outbox:000001:007') throw new DeliveryError('refused');
        return [];
      };
      await putEvent(1, 90);
      await dispatcher(stubborn).dispatch(CASE);
      await putEvent(2, 90);
      now += DAY_MS;
      await dispatcher(stubborn).dispatch(CASE);
      now += 6.5 * DAY_MS;
      await dispatcher(stubborn).dispatch(CASE);
      assert.equal((await statuses()).length, 180, 'less than a hundred are not worth it');
      now += DAY_MS;
      await putEvent(3, 2);
      await dispatcher(stubborn).dispatch(CASE);
      const left = await statuses();
      assert.equal(left.length, 82);
      assert.deepEqual(left.slice(0, 2), ['parked', 'sent']);
    });

    it('stop no delivery when they cannot be deleted', async () => {
      await putEvent(1, 100);
      await dispatcher(succeed).dispatch(CASE);
      now += 8 * DAY_MS;
      const commit = tables.commit.bind(tables);
      tables.commit = async (table, operations) => {
        if (operations.some(({ kind }) => kind === 'delete')) throw new StorageError('refused');
        return commit(table, operations);
      };
      await putEvent(2, 1);
      assert.equal(await dispatcher(succeed).dispatch(CASE), undefined);
      assert.deepEqual([...new Set(await statuses())], ['sent']);
      assert.equal(done.length, 101);
    });

    it('include rows without a time of sending, from before it was stored', async () => {
      await putEvent(1, 100);
      await dispatcher(succeed).dispatch(CASE);
      for await (const { row } of rowsOf(tables, 'Cases', CASE, OUTBOX_PREFIX)) {
        const { sentAt: _, ...before } = row;
        await tables.write('Cases', { kind: 'upsert', row: before });
      }
      await dispatcher(succeed).dispatch(CASE);
      assert.deepEqual(await statuses(), []);
    });
  });

  describe('a row that is given up', () => {
    const givenUp: string[] = [];
    const note = async ({ target, kind }: OutboxItem) => void givenUp.push(`${kind} ${target}`);
    beforeEach(() => givenUp.splice(0));

    for (const failure of ['unreachable', 'refused'] as const) {
      it(`is reported once when the failure is "${failure}"`, async () => {
        await put('ana', 'luis');
        const one = dispatcher(
          async (item) => (item.target === 'ana' ? failing(failure)(item) : succeed(item)),
          note,
        );
        await one.dispatch(CASE);
        await one.dispatch(CASE);
        assert.deepEqual(givenUp, ['notice ana']);
        assert.deepEqual(await statuses(), ['parked', 'sent']);
      });
    }

    it('is reported after ten failures through its own fault', async () => {
      await put('ana');
      const poisoned = dispatcher(async () => {
        throw new TypeError('a bug');
      }, note);
      for (let attempt = 0; attempt < 10; attempt++) {
        assert.deepEqual(givenUp, []);
        await poisoned.dispatch(CASE);
        now += 400_000;
      }
      assert.deepEqual(givenUp, ['notice ana']);
    });

    it('does not include rows that are sent, in doubt or delayed', async () => {
      await put('ana');
      await dispatcher(succeed, note).dispatch(CASE);
      for (const failure of ['unavailable', 'throttled', 'ambiguous'] as const) {
        await tables.write('Cases', { kind: 'delete', partitionKey: CASE, rowKey: 'outbox:000001:000' });
        await put('ana');
        await dispatcher(failing(failure), note).dispatch(CASE);
      }
      assert.deepEqual(givenUp, []);
    });

    it('is reported again when the first report failed', async () => {
      await put('ana');
      let isDown = true;
      const told = async (item: OutboxItem) => {
        if (isDown) throw new Error('storage is down');
        await note(item);
      };
      const one = dispatcher(failing('unreachable'), told);
      assert.equal(await one.dispatch(CASE), 1_000, 'it comes again');
      isDown = false;
      now += 1_000;
      await instance('other', failing('unreachable'), { onGivenUp: told }).dispatch(CASE);
      assert.deepEqual(givenUp, ['notice ana'], 'also through another instance');
    });
  });
});
