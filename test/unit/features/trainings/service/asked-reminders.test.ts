import assert from 'node:assert/strict';
import { TrainingLinks } from '../../../../../src/features/trainings/cards/links.js';
import { TrainingCards } from '../../../../../src/features/trainings/cards/training-card.js';
import { AskedReminders } from '../../../../../src/features/trainings/service/asked-reminders.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { ReminderStore } from '../../../../../src/features/trainings/store/reminder-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { DeliveryError } from '../../../../../src/platform/delivery/channel.js';
import type { Notices } from '../../../../../src/platform/delivery/notices.js';
import type { WorkItem } from '../../../../../src/platform/delivery/work.js';
import { textOf } from '../../../../support/cards.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

const TRAINING = aTraining();
const PERSON = '00000000-0000-4000-8000-000000000001';
const MINUTE = 60_000;

describe('a reminder that a person asked for', () => {
  let now: Date;
  let told: string[];
  let queued: { item: WorkItem; inMs: number }[];
  let fail: DeliveryError | undefined;
  let trainings: TrainingStore;
  let attendance: AttendanceStore;
  let asked: AskedReminders;

  beforeEach(async () => {
    const tables = new MemoryTables();
    now = new Date('2026-11-24T12:00:00.000Z');
    told = [];
    queued = [];
    fail = undefined;
    trainings = new TrainingStore(tables);
    attendance = new AttendanceStore(tables);
    const links = new TrainingLinks({ publicUrl: () => 'https://bot.example', botId: '28:bot' });
    const tell: Notices['tell'] = async (_personId, messageFor) => {
      if (fail) throw fail;
      told.push(textOf(messageFor('es').card ?? {}));
    };
    asked = new AskedReminders({
      trainings,
      attendance,
      reminders: new ReminderStore(tables),
      cards: new TrainingCards({ renderer: new Renderer(), links }),
      notices: { tell } as Notices,
      work: { later: async (item, inMs) => void queued.push({ item, inMs }) },
      clock: () => now,
      log: memoryLog().log,
    });
    await trainings.insert(TRAINING);
  });

  const run = async (item = queued[0]?.item) => {
    const kind = asked.work['training-reminder'];
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
    assert.match(told[0] ?? '', /Me pediste que te recordara esta capacitación: empieza a las 9:00 a\. m\./);
  });

  it('is not promised when it would come too late', async () => {
    now = new Date('2026-11-24T13:45:00.000Z');
    assert.equal(await asked.ask(TRAINING, PERSON), 'late');
    assert.equal(queued.length, 0);
  });

  it('does not come to who has registered, after the end, or for a closed training', async () => {
    await asked.ask(TRAINING, PERSON);
    now = new Date('2026-11-24T16:00:01.000Z');
    await run();
    now = new Date('2026-11-24T13:45:00.000Z');
    await attendance.take(TRAINING.id, anAttendee(1, { key: `person:${PERSON}` }), 0);
    await run();
    await asked.ask(TRAINING, 'other');
    await trainings.change(TRAINING.id, (before) => ({ ...before, state: 'closed' }));
    await run({ kind: 'training-reminder', trainingId: TRAINING.id, personId: 'other' });
    assert.deepEqual(told, []);
  });

  it('is tried again when it certainly did not arrive, and only then', async () => {
    await asked.ask(TRAINING, PERSON);
    now = new Date('2026-11-24T13:45:00.000Z');
    fail = new DeliveryError('throttled', 3 * MINUTE);
    assert.equal(await run(), 3 * MINUTE);
    fail = undefined;
    assert.equal(await run(), undefined);
    assert.equal(told.length, 1);
    await asked.ask(aTraining({ startsAt: '2026-11-24T14:30:00.000Z' }), 'other');
    fail = new DeliveryError('ambiguous');
    assert.equal(
      await run({ kind: 'training-reminder', trainingId: TRAINING.id, personId: 'other' }),
      undefined,
    );
    fail = undefined;
    await run({ kind: 'training-reminder', trainingId: TRAINING.id, personId: 'other' });
    assert.equal(told.length, 1);
  });
});
