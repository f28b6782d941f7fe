import assert from 'node:assert/strict';
import { ExportHandler } from '../../../../../src/features/trainings/handlers/export-handler.js';
import { Managing } from '../../../../../src/features/trainings/service/managing.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { MeetingStore } from '../../../../../src/features/trainings/store/meeting-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { Tickets } from '../../../../../src/platform/delivery/tickets.js';
import type { Person } from '../../../../../src/platform/people/person.js';
import { aPerson } from '../../../../support/fixtures.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

const TRAINING = aTraining({ startsAt: '2026-11-25T00:30:00.000Z' });

describe('the file of an export ticket', () => {
  let people: Map<string, Person>;
  let exporting: ExportHandler;

  beforeEach(async () => {
    const tables = new MemoryTables();
    const trainings = new TrainingStore(tables);
    const attendance = new AttendanceStore(tables);
    const channelCard = { showNow: () => assert.fail('changes no card') };
    people = new Map([['hernan', aPerson('hernan', { roles: ['humanization'] })]]);
    exporting = new ExportHandler({
      managing: new Managing({ trainings, channelCard, log: memoryLog().log }),
      attendance,
      meetings: new MeetingStore(tables),
      directory: { find: async (id) => people.get(id), withRole: async () => [] },
      tickets: new Tickets(tables, () => new Date()),
      publicUrl: () => 'https://bot.example',
      renderer: new Renderer(),
    });
    await trainings.insert(TRAINING);
    await attendance.take(TRAINING.id, anAttendee(1), 0);
  });

  const open = (what: string, personId = 'hernan') => exporting.open({ personId, what }, 'csv');

  it('has the language of the ticket, and the day in Bogotá in its name', async () => {
    for (const [language, name, head] of [
      ['es', 'asistencia-2026-11-24.csv', 'Nombre'],
      ['en', 'attendance-2026-11-24.csv', 'Name'],
    ] as const) {
      const file = await open(`attendance:${TRAINING.id}:${language}`);
      assert.equal(file?.name, name);
      const text = String(file?.content);
      assert.ok(text.includes(head) && text.includes('Persona 1'), text);
    }
  });

  it('does not open for people who may no longer manage the training', async () => {
    const what = `attendance:${TRAINING.id}:es`;
    people.set('hernan', aPerson('hernan', { roles: ['trainer'] }));
    assert.equal(await open(what), undefined);
    people.delete('hernan');
    assert.equal(await open(what), undefined);
  });

  it('does not open for a deleted training or another kind of ticket', async () => {
    const gone = '00000000-0000-4000-8000-00000000dead';
    for (const what of [`attendance:${gone}:es`, `attendance:${TRAINING.id}:fr`, 'attendance', 'cases:{}']) {
      assert.equal(await open(what), undefined, what);
    }
  });
});
