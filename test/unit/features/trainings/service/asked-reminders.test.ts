import assert from 'node:assert/strict';
import { TrainingLinks } from '../../../../../src/features/trainings/cards/links.js';
import { TrainingCards } from '../../../../../src/features/trainings/cards/training-card.js';
import { AskedReminders } from '../../../../../src/features/trainings/service/asked-reminders.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { ReminderStore } from '../../../../../src/features/trainings/store/reminder-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { DeliveryError } from '../../../../../src/platform/delivery/channel.js';
import { Notices } from '../../../../../src/platform/delivery/notices.js';
import type { WorkItem } from '../../../../../src/platform/delivery/work.js';
import { Contacts } from '../../../../../src/platform/people/contacts.js';
import { textOf } from '../../../../support/cards.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { unhurriedRates } from '../../../../support/rates.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

const TRAINING = aTraining();
const PERSON = '00000000-0000-4000-8000-000000000001';
const MINUTE = 60_000;

describe('a reminder that a person asked for', () => {
  let now: Date;
  let told: string[];
  let queued: { item: WorkItem; inMs: number }[];
  let fail: DeliveryError | undefined;
  let dead: string | undefined;
  let owner: string | undefined;
  let left: [to: string, item: WorkItem][];
  let onWay: (() => void) | undefined;
  let tables: MemoryTables;
  let trainings: TrainingStore;
  let attendance: AttendanceStore;
  let asked: AskedReminders;

  /** One instance of the bot. */
  const instance = (me: string) => {
    const links = new TrainingLinks({ publicUrl: () => 'https://bot.example', botId: '28:bot' });
    const contacts = new Contacts(tables);
    const post = async (_to: unknown, { card }: { card?: object | undefined }) => {
      if (fail) throw fail;
      if (onWay) {
        onWay();
        return new Promise<string>(() => undefined);
      }
      told.push(textOf(card ?? {}));
      return 'message';
    };
    return new AskedReminders({
      tables,
      trainings,
      attendance,
      reminders: new ReminderStore(tables),
      cards: new TrainingCards({ renderer: new Renderer(), links }),
      contacts,
      notices: new Notices({
        contacts,
        channel: { open: async (personId) => `chat of ${personId}`, post, update: async () => undefined },
        defaultServiceUrl: () => 'https://teams.example/',
      }),
      work: { later: async (item, inMs) => void queued.push({ item, inMs }) },
      instances: { me, isAlive: (id) => id !== dead, ownerOf: () => owner ?? me },
      handover: { give: async (to, item) => void left.push([to, item]) },
      rates: unhurriedRates(),
      clock: () => now,
      log: memoryLog().log,
    });
  };

  beforeEach(async () => {
    tables = new MemoryTables();
    now = new Date('2026-11-24T12:00:00.000Z');
    told = [];
    queued = [];
    left = [];
    fail = dead = owner = onWay = undefined;
    trainings = new TrainingStore(tables);
    attendance = new AttendanceStore(tables);
    asked = instance('one');
    await trainings.insert(TRAINING);
  });

  const run = async (item = queued[0]?.item, by = asked) => {
    const kind = by.work[String(item?.kind)];
    const read = kind?.read(item);
    assert.ok(kind && read);
    return kind.run(read);
  };

  it('goes out 15 minutes before the start, with the hour, once', async () => {
    assert.equal(await asked.ask(TRAINING, PERSON), 'asked');
    assert.equal(await asked.ask(TRAINING, PERSON), 'again');
    assert.equal(queued[0]?.inMs, 105 * MINUTE);
    now = new Date('2026-11-24T13:40:00.000Z');
    assert.equal(await run(), 5 * MINUTE, 'the queue hides a message for seven days at most');
    now = new Date('2026-11-24T13:45:00.000Z');
    assert.equal(await run(), undefined);
    assert.equal(await run(queued[1]?.item), undefined);
    assert.equal(told.length, 1);
    assert.match(
      told[0] ?? '',
      /Me pediste que te recordara esta capacitación: empieza a las 9:00\u00a0a\.\u00a0m\.\n/,
    );
  });

  it('is not promised when it would come too late', async () => {
    now = new Date('2026-11-24T13:45:00.000Z');
    assert.equal(await asked.ask(TRAINING, PERSON), 'late');
    assert.equal(queued.length, 0);
  });

  it('comes from another instance when the process ends in the moment of sending', async () => {
    await asked.ask(TRAINING, PERSON);
    now = new Date('2026-11-24T13:45:00.000Z');
    await new Promise<void>((resolve) => {
      onWay = resolve;
      void run();
    });
    // The queue gives the work to another one.
    dead = 'one';
    onWay = undefined;
    assert.equal(await run(queued[0]?.item, instance('two')), undefined);
    assert.equal(told.length, 1);
    assert.equal(await run(queued[0]?.item, instance('three')), undefined);
    assert.equal(told.length, 1, 'and only once');
  });

  it('is left to the instance that writes to the person', async () => {
    await asked.ask(TRAINING, PERSON);
    now = new Date('2026-11-24T13:45:00.000Z');
    owner = 'two';
    assert.ok(await run(), 'it looks again, since what it leaves may get lost');
    assert.deepEqual(told, []);
    const [[to, item] = []] = left;
    assert.equal(to, 'two');
    assert.equal(await run(item, instance('two')), undefined);
    assert.equal(await run(), undefined);
    assert.equal(told.length, 1);
  });

  for (const [when, prepare] of Object.entries({
    'who has registered': () => attendance.take(TRAINING.id, anAttendee(1, { key: `person:${PERSON}` }), 0),
    'a closed training': () => trainings.change(TRAINING.id, (before) => ({ ...before, state: 'closed' })),
    'one that has ended': async () => {
      now = new Date('2026-11-24T16:00:01.000Z');
    },
  })) {
    it(`does not come for ${when}`, async () => {
      await asked.ask(TRAINING, PERSON);
      now = new Date('2026-11-24T13:45:00.000Z');
      await prepare();
      assert.equal(await run(), undefined);
      assert.deepEqual(told, []);
    });
  }

  it('is tried again when it certainly did not arrive, and only then', async () => {
    await asked.ask(TRAINING, PERSON);
    now = new Date('2026-11-24T13:45:00.000Z');
    fail = new DeliveryError('throttled', 3 * MINUTE);
    assert.equal(await run(), 3 * MINUTE);
    now = new Date('2026-11-24T13:48:00.000Z');
    fail = new DeliveryError('ambiguous');
    assert.equal(await run(), undefined);
    fail = undefined;
    await run();
    assert.deepEqual(told, []);
    await asked.ask(aTraining({ startsAt: '2026-11-24T14:30:00.000Z' }), 'other');
    now = new Date('2026-11-24T14:15:00.000Z');
    await run(queued[1]?.item);
    assert.equal(told.length, 1);
  });
});
