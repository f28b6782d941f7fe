import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type Attendee, idOfKey } from '../../../../../src/features/trainings/domain/attendee.js';
import type { Training } from '../../../../../src/features/trainings/domain/training.js';
import { TrainingExpiry } from '../../../../../src/features/trainings/service/expiry.js';
import { trainingData } from '../../../../../src/features/trainings/service/personal-data.js';
import { correctionRow } from '../../../../../src/features/trainings/store/attendance-rows.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { MeetingStore } from '../../../../../src/features/trainings/store/meeting-store.js';
import { ReminderStore } from '../../../../../src/features/trainings/store/reminder-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { EncryptedTables } from '../../../../../src/platform/storage/encrypted-tables.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import type { Tables } from '../../../../../src/platform/storage/tables.js';
import { ENCRYPTED } from '../../../../../src/tables.js';
import { aFieldKey } from '../../../../support/field-keys.js';
import { interrupted } from '../../../../support/interrupted.js';
import { freshStores } from '../../../../support/storage.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

for (const [name, open] of [
  ['plain', async () => (await freshStores()).tables],
  ['encrypted', async () => new EncryptedTables((await freshStores()).tables, [aFieldKey('k1')], ENCRYPTED)],
] as const) {
  describe(`training storage: ${name}`, () => {
    let trainings: TrainingStore;
    let attendance: AttendanceStore;
    let tables: Tables;
    beforeEach(async () => {
      tables = await open();
      trainings = new TrainingStore(tables);
      attendance = new AttendanceStore(tables);
    });

    it('stores an attendee once, and returns the first entry', async () => {
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
      it(`seats ${expected} of ${coming} people who register at once for ${capacity} seats`, async () => {
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

    it('fills every seat when people register through two instances', async () => {
      // Each instance begins at a random seat; with several pairs, some are far apart.
      for (let pair = 0; pair < 5; pair++) {
        const id = `t${pair}`;
        const [one, other] = [new AttendanceStore(tables), new AttendanceStore(tables)];
        // One instance caches the seats; then the other fills all but one of them.
        await one.take(id, anAttendee(0), 60);
        for (let person = 1; person < 59; person++) await other.take(id, anAttendee(person), 60);
        assert.deepEqual(await one.take(id, anAttendee(59), 60), { kind: 'done' });
        const late = await Promise.all([one, other].map((store) => store.take(id, anAttendee(60), 60)));
        assert.deepEqual(late, [{ kind: 'full' }, { kind: 'full' }]);
        assert.equal(await one.count(id), 60);
      }
    });

    it('frees the seat of a removed attendee, and keeps the correction', async () => {
      const [first, second] = [anAttendee(1), anAttendee(2)];
      await attendance.take('t', first, 1);
      assert.equal((await attendance.take('t', second, 1)).kind, 'full');
      const stored = (await attendance.find('t', first.key)) as Attendee;
      const correction = {
        at: first.at,
        kind: 'removed' as const,
        attendeeKey: first.key,
        name: first.name,
        byId: 'x',
        byName: 'X',
        reason: 'No estuvo',
      };
      await attendance.remove('t', stored, { ...correction, id: '1' });
      assert.equal((await attendance.take('t', second, 1)).kind, 'done');
      assert.deepEqual(await attendance.corrections('t'), [correction]);
    });

    it('stores no attendee when the correction cannot be stored', async () => {
      const { at, key, name } = anAttendee(1);
      const by = { byId: 'x', byName: 'X', reason: randomBytes(40_000).toString('base64') };
      const correction = { id: '1', at, kind: 'added' as const, attendeeKey: key, name, ...by };
      const row = correctionRow('t', correction);
      await assert.rejects(attendance.take('t', anAttendee(1), 0, row), /too-large/);
      assert.equal(await attendance.find('t', key), undefined);
    });

    it('marks a person as reminded once per occasion', async () => {
      const reminders = new ReminderStore(tables);
      const marks = await Promise.all([1, 2, 3].map(() => reminders.mark('t', 'ana', 'open')));
      assert.equal(marks.filter(Boolean).length, 1);
      assert.equal(await reminders.mark('t', 'ana', 'closed'), true);
    });

    it('stores a training once, and finds it by trainer, by month and while it is open', async () => {
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

    it('loses none of several simultaneous changes', async () => {
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

    it('finds a rescheduled training by its new month and trainer only', async () => {
      const first = aTraining({ startsAt: '2026-12-01T14:00:00.000Z', trainerId: 'hernan' });
      await trainings.insert(first);
      const now = aTraining();
      await trainings.change(first.id, () => now);
      assert.deepEqual(await trainings.ofMonth('2026-11'), [now]);
      assert.deepEqual(await trainings.ofMonth('2026-12'), []);
      assert.deepEqual((await trainings.ofTrainer('teresa', 5)).trainings, [now]);
      assert.deepEqual((await trainings.ofTrainer('hernan', 5)).trainings, []);
      await trainings.change(first.id, () => ({ ...now, startsAt: '2026-11-24T15:00:00.000Z' }));
      assert.equal((await trainings.ofTrainer('teresa', 5)).trainings.length, 1);
      await trainings.remove(await found(trainings.find(first.id)));
      for await (const partition of tables.partitions('Trainings')) assert.fail(partition);
    });

    it('drops a training from the search by code a day after its end', async () => {
      const training = aTraining();
      await trainings.insert(training);
      const later = new Date(Date.parse(training.endsAt) + 26 * 3_600_000);
      assert.deepEqual(await trainings.open(later), []);
      assert.deepEqual(await trainings.open(new Date(training.startsAt)), [], 'it has left the index');
      assert.ok(await trainings.find(training.id));
    });

    it('returns all data of a person, and none of others', async () => {
      const [first, second] = [aTraining({ capacity: 9 }), aTraining({ id: 'second', title: 'Otra' })];
      await trainings.insert(first);
      await trainings.insert(second);
      for (const at of [1, 2]) await attendance.take(first.id, anAttendee(at), 9);
      const meetings = new MeetingStore(tables);
      const data = trainingData({ trainings, attendance, meetings, clock: () => new Date(first.endsAt) });
      const allOf = (personId: string) => Promise.all(data.map((provider) => provider.dataOf(personId)));
      const { title, startsAt, place } = first;
      const { key, name, area, contact, at, means, authorisation } = anAttendee(1);
      const registered = { name, area, email: contact, at, means, authorisation };
      const person = idOfKey(key);
      assert.deepEqual(await allOf(person), [
        [{ title, startsAt, place, ...registered, corrections: [] }],
        [],
      ]);
      const correction = { at, kind: 'removed', attendeeKey: key, name, reason: 'No vino.' } as const;
      const record = { ...correction, id: '1', byId: 'luis', byName: 'Luis' };
      const stored = await attendance.find(first.id, key);
      assert.ok(stored);
      await attendance.remove(first.id, stored, record);
      assert.deepEqual(await allOf(person), [
        [{ title, startsAt, place, corrections: [{ at, correction: 'removed', words: 'No vino.' }] }],
        [],
      ]);
      assert.deepEqual(await allOf('nobody'), [[], []]);
      const [, given] = await allOf(first.trainerId);
      assert.equal(given?.length, 2);
    });

    it('deletes expired trainings with their attendees, and nothing else', async () => {
      const old = aTraining({ capacity: 150 });
      const kept = aTraining({ id: 'kept', endsAt: '2026-11-24T17:00:00.000Z' });
      for (const training of [old, kept]) await trainings.insert(training);
      await Promise.all(Array.from({ length: 120 }, (_, at) => attendance.take(old.id, anAttendee(at), 150)));
      await attendance.take(kept.id, anAttendee(1), 0);
      await new ReminderStore(tables).mark(old.id, 'ana', 'open');
      const recorded: string[] = [];
      const record = async ({ number, rule }: { number: string; rule: string }) => {
        recorded.push(`${number} ${rule}`);
      };
      const expiry = new TrainingExpiry({ trainings, deletions: { record } });
      const before = new Date('2026-11-24T16:30:00.000Z');
      assert.equal(await expiry.run(before, 5, 'trainings=5y'), 1);
      assert.equal(await expiry.run(before, 5, 'trainings=5y'), 0);
      assert.deepEqual(recorded, [`${old.id} trainings=5y`]);
      const left: string[] = [];
      for await (const partition of tables.partitions('Trainings')) left.push(partition);
      assert.deepEqual(left.sort(), ['kept', 'month:2026-11', 'open', `trainer:${kept.trainerId}`]);
      assert.deepEqual((await trainings.ofTrainer(kept.trainerId, 5)).trainings, [kept]);
      assert.equal(await attendance.count(kept.id), 1);
    });

    it('resumes a deletion that was interrupted at any write, and leaves nothing behind', async () => {
      const sweep = (on: Tables) =>
        new TrainingExpiry({ trainings: new TrainingStore(on), deletions: { record: async () => {} } }).run(
          new Date('2027-01-01T00:00:00Z'),
          5,
          '',
        );
      let isOver = false;
      for (let last = 1; !isOver; last++) {
        const old = aTraining();
        await trainings.insert(old);
        await attendance.take(old.id, anAttendee(1), 0);
        let writes = 0;
        const isThere = (method: keyof Tables) => ['write', 'commit'].includes(method) && ++writes === last;
        const failing = interrupted(tables, isThere, async () => {
          throw new StorageError('unavailable');
        });
        isOver = await sweep(failing).then(
          () => true,
          () => false,
        );
        await sweep(tables);
        for await (const partition of tables.partitions('Trainings'))
          assert.fail(`${partition} after ${last}`);
      }
    });
  });
}

async function found<T>(looking: Promise<T | undefined>): Promise<T> {
  const item = await looking;
  assert.ok(item);
  return item;
}
