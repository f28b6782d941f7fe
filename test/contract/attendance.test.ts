import assert from 'node:assert/strict';
import { AzureTables } from '../../src/storage/azure-tables.js';
import type { Tables } from '../../src/storage/tables.js';
import { AttendanceStore, toCorrectionRow } from '../../src/trainings/attendance-store.js';
import type { Attendee } from '../../src/trainings/attendee.js';
import { TrainingStore } from '../../src/trainings/store.js';
import type { Training } from '../../src/trainings/training.js';
import { MemoryTables } from '../support/memory-tables.js';
import { freshAccount } from '../support/storage.js';
import { anAttendee, aTraining } from '../support/training-data.js';

async function azureTables(): Promise<Tables> {
  const tables = new AzureTables({ connectionString: freshAccount() });
  await tables.prepare();
  return tables;
}

for (const [name, open] of [
  ['Azurite', azureTables],
  ['memory', async () => new MemoryTables()],
] as const) {
  describe(`stores of trainings: ${name}`, () => {
    let trainings: TrainingStore;
    let attendance: AttendanceStore;
    beforeEach(async () => {
      const tables = await open();
      trainings = new TrainingStore(tables);
      attendance = new AttendanceStore(tables);
    });

    it('should take somebody once, and give back the first entry', async () => {
      const first = anAttendee(1);
      assert.deepEqual(await attendance.take('t', first, 0), { kind: 'done' });
      const again = await attendance.take('t', { ...first, at: '2026-11-24T15:00:00.000Z' }, 0);
      assert.deepEqual(again, { kind: 'exists', attendee: first });
      assert.deepEqual(await attendance.all('t'), [first]);
      assert.deepEqual(await attendance.all('other'), []);
    });

    for (const [capacity, coming, expected] of [
      [1, 8, 1],
      [10, 30, 10],
      [30, 30, 30],
    ] as const) {
      it(`should seat ${expected} when ${coming} come at once for ${capacity}`, async () => {
        const results = await Promise.all(
          Array.from({ length: coming }, (_, at) => attendance.take('t', anAttendee(at), capacity)),
        );
        assert.equal(results.filter(({ kind }) => kind === 'done').length, expected);
        assert.equal(results.filter(({ kind }) => kind === 'full').length, coming - expected);
        const seats = (await attendance.all('t')).map(({ seat }) => seat);
        assert.equal(new Set(seats).size, expected);
        assert.ok(seats.every((seat) => seat >= 0 && seat < capacity));
      });
    }

    it('should free the seat of somebody who is struck off, and keep the record', async () => {
      const [first, second] = [anAttendee(1), anAttendee(2)];
      await attendance.take('t', first, 1);
      assert.equal((await attendance.take('t', second, 1)).kind, 'full');
      const stored = (await attendance.find('t', first.key)) as Attendee;
      const correction = {
        ...{ at: first.at, kind: 'removed' as const, attendeeKey: first.key, name: first.name },
        ...{ byId: 'x', byName: 'X', reason: 'No estuvo' },
      };
      await attendance.remove('t', stored, toCorrectionRow('t', '1', correction));
      assert.equal((await attendance.take('t', second, 1)).kind, 'done');
      assert.deepEqual(await attendance.corrections('t'), [correction]);
    });

    it('should write down nobody whose correction cannot be written with it', async () => {
      const row = { partitionKey: 't', rowKey: 'correction:x', text: 'x'.repeat(40_000) };
      await assert.rejects(attendance.take('t', anAttendee(1), 0, [row]), /too-large/);
      assert.equal(await attendance.find('t', anAttendee(1).key), undefined);
    });

    it('should remind somebody once of each occasion', async () => {
      const marks = await Promise.all([1, 2, 3].map(() => attendance.markReminded('t', 'ana', 'open')));
      assert.equal(marks.filter(Boolean).length, 1);
      assert.equal(await attendance.markReminded('t', 'ana', 'closed'), true);
    });

    it('should store a training once, and find it by its trainer, its month and while it is open', async () => {
      const training = aTraining();
      assert.equal(await trainings.insert(training), true);
      assert.equal(await trainings.insert({ ...training, title: 'Otro' }), false);
      assert.deepEqual(await trainings.find(training.id), training);
      assert.deepEqual(await trainings.ofMonth('2026-11'), [training]);
      assert.deepEqual(await trainings.ofMonth('2026-12'), []);
      assert.deepEqual((await trainings.ofTrainer(training.trainerId, 5)).trainings, [training]);
      const during = new Date(training.startsAt);
      assert.deepEqual(await trainings.open(during), [training]);
      await trainings.change(training.id, (before) => ({ ...before, state: 'closed' }));
      assert.deepEqual(await trainings.open(during), []);
    });

    it('should let no change undo another that came at the same time', async () => {
      const training = aTraining();
      await trainings.insert(training);
      const changes: ((before: Training) => Training)[] = [
        (before) => ({ ...before, messageId: 'm' }),
        (before) => ({ ...before, requiresCode: true }),
        (before) => ({ ...before, checkMessageId: 'c' }),
      ];
      await Promise.all(changes.map((change) => trainings.change(training.id, change)));
      const stored = await trainings.find(training.id);
      assert.deepEqual([stored?.messageId, stored?.requiresCode, stored?.checkMessageId], ['m', true, 'c']);
    });

    it('should look no longer for the code of what was over a day ago', async () => {
      const training = aTraining();
      await trainings.insert(training);
      const later = new Date(Date.parse(training.endsAt) + 26 * 3_600_000);
      assert.deepEqual(await trainings.open(later), []);
      assert.deepEqual(await trainings.open(new Date(training.startsAt)), [], 'it has left the index');
      assert.ok(await trainings.find(training.id));
    });
  });
}
