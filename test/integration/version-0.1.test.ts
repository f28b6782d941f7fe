/**
 * Rows and card actions as version 0.1 stored and sent them, recorded once (test/fixtures/v0.1). Never record them anew
 * and never change them: people still have those cards, and storage still has those rows. Code that no longer
 * understands one of them has to be changed.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CaseStore } from '../../src/features/cases/store/case-store.js';
import { DataRequests } from '../../src/features/privacy/store/data-requests.js';
import { Drafts } from '../../src/features/reports/store/drafts.js';
import { AttendanceStore } from '../../src/features/trainings/store/attendance-store.js';
import { TrainingStore } from '../../src/features/trainings/store/training-store.js';
import { Consents } from '../../src/platform/people/consents.js';
import { EncryptedTables } from '../../src/platform/storage/encrypted-tables.js';
import type { Row, TableName, Tables } from '../../src/platform/storage/tables.js';
import { textIn } from '../../src/platform/text/catalogue.js';
import { ENCRYPTED } from '../../src/tables.js';
import { aFieldKey } from '../support/field-keys.js';
import { SIGNER } from '../support/host.js';
import { MemoryTables } from '../support/memory-tables.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

type Recorded = Partial<Record<TableName, Row[]>>;

interface Payload {
  type: string;
  name?: string;
  from: { name: string };
  conversation: { id: string };
  replyToId?: string;
  value: Record<string, unknown>;
}

/** When the recording ended. */
const RECORDED_AT = '2026-11-24T14:02:00.000Z';
const EVENTS = [
  ...[
    'accepted',
    'added',
    'asked',
    'attached',
    'climbed',
    'closed',
    'contested',
    'escalated',
    'held',
    'identified',
  ],
  ...[
    'lapsed',
    'reassigned',
    'reclassified',
    'rejected',
    'released',
    'reminded',
    'reopened',
    'replied',
    'reported',
  ],
  ...['undelivered', 'withdrawn'],
];
/** The event that each command of a case card makes. */
const MADE: Readonly<Record<string, string>> = {
  'case.accept': 'accepted',
  'case.reject': 'rejected',
  'case.ask': 'asked',
  'case.reply': 'replied',
  'case.add': 'added',
  'case.reclassify': 'reclassified',
  'case.escalate': 'escalated',
  'case.close': 'closed',
  'case.withdraw': 'withdrawn',
  'case.contest': 'contested',
  'case.reopen': 'reopened',
  'case.reassign': 'reassigned',
  'case.hold': 'held',
  'case.release': 'released',
  'case.identify': 'identified',
};

/** The recording, with the address of the local Teams in place of the recorded one. */
function recorded<T>(name: string, address = ''): T {
  const text = readFileSync(new URL(`../fixtures/v0.1/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text.replaceAll('{{address}}', address)) as T;
}

async function load(tables: Tables, rows: Recorded): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [TableName, Row[]][]) {
    for (const row of list) await tables.write(table, { kind: 'upsert', row });
  }
}

const idsOf = (rows: Recorded) => [...new Set(rows.Cases?.map(({ partitionKey }) => partitionKey))];
const wordsOf = (value: unknown): string => JSON.stringify(value);
const failedTurns = ({ logLines }: World) =>
  logLines.filter((line) => line.includes('turn failed')).join('\n');

describe('rows of version 0.1', () => {
  it('are read as cases, with every kind of event', async () => {
    const rows = recorded<Recorded>('kinds');
    const tables = new MemoryTables();
    await load(tables, rows);
    const store = new CaseStore(tables, SIGNER);
    const found = new Set<string>();
    const states = new Set<string>();
    for (const id of idsOf(rows)) {
      const snapshot = rows.Cases?.find((row) => row.partitionKey === id && row.rowKey === 'case');
      const loaded = await store.load(id);
      if (snapshot?.state === 'erased') {
        assert.equal(loaded, undefined);
        assert.equal(await store.remains(id), 'condemned');
        continue;
      }
      assert.ok(loaded, id);
      const { number, state, revision, level, reporterId, dueAt = '' } = loaded.subject;
      const stored = { number, state, revision, level, reporterId, dueAt };
      assert.deepEqual(
        stored,
        Object.fromEntries(Object.keys(stored).map((key) => [key, snapshot?.[key]])),
        id,
      );
      for (const { body } of loaded.events) found.add(body.type);
      states.add(state);
    }
    assert.deepEqual([...found].sort(), EVENTS);
    assert.deepEqual([...states].sort(), ['accepted', 'reported', 'withdrawn']);
  });

  it('are read as they were encrypted', async () => {
    const tables = new MemoryTables();
    await load(tables, recorded('encrypted'));
    const opened = new EncryptedTables(tables, [aFieldKey('k1')], ENCRYPTED);
    const loaded = await new CaseStore(opened, SIGNER).load('5f0c7a52-0002-4000-8000-000000000001');
    assert.match(loaded?.subject.report.narrative ?? '', /Le gritó a un usuario/);
    assert.deepEqual(loaded?.events.at(-1)?.body, { type: 'replied', answer: 'a las diez' });
    const [draft] = await new Drafts(opened, () => new Date()).touchedBy('ana');
    assert.match(draft?.draft?.narrative ?? '', /Le gritaron a una usuaria/);
    assert.equal(draft?.draft?.place, 'Suba');
    assert.equal((await new DataRequests(opened).open())[0]?.words, 'Mi área ya no es esa.');
  });
});

describe('cards of version 0.1', function () {
  this.timeout(120_000);
  let world: World;
  let clock: HandClock;
  let tables: Tables;
  let payloads: Payload[];

  before(async () => {
    clock = new HandClock(new Date(RECORDED_AT));
    world = await World.open({ clock: clock.now });
    ({ tables } = world.stores);
    await load(tables, recorded('world', world.address));
    payloads = recorded('payloads', world.address);
    for (const { conversation, replyToId: id } of payloads) {
      if (id === undefined || world.chats.find(conversation.id, id)) continue;
      const message = { id, conversationId: conversation.id, from: '28:humanizacion-local', at: RECORDED_AT };
      world.chats.record({ kind: 'posted', message: { ...message, card: {}, views: {}, edited: false } });
    }
  });
  after(() => world.close());

  it('have their drafts, trainings, consents and requests', async () => {
    const [, marta = ''] = /"(00000000-0000-4000-8000-000000000003)"/.exec(wordsOf(payloads)) ?? [];
    const drafts = await new Drafts(tables, clock.now).touchedBy(marta);
    assert.deepEqual([drafts.length, drafts.filter(({ draft }) => draft?.chosen).length], [5, 1]);
    const trainings = await new TrainingStore(tables).ofMonth('2026-11');
    assert.equal(trainings.length, 11);
    const attendance = new AttendanceStore(tables);
    const lists = await Promise.all(trainings.map(({ id }) => attendance.all(id)));
    assert.deepEqual([...new Set(lists.flat().map(({ means }) => means))].sort(), [
      'button',
      'trainer',
      'web',
    ]);
    const states = await Promise.all(
      ['1', '2', '5', '6'].map((at) =>
        new Consents(tables).stateOf(`00000000-0000-4000-8000-00000000000${at}`),
      ),
    );
    assert.deepEqual(states, ['given', 'given', 'given', 'missing']);
    assert.equal((await new DataRequests(tables).open()).length, 1);
  });

  it('send what is still understood, each verb of theirs', async () => {
    const { errors, chat } = textIn('es');
    const complaints = [...Object.values(errors), chat.unknownAction, chat.onlyInPrivate];
    const store = new CaseStore(tables, SIGNER);
    const played = new Set<string>();
    for (const payload of payloads) {
      clock.forward(1_000);
      const { action = payload.value } = payload.value as { action?: Record<string, unknown> };
      const verb = String(action.verb ?? action.commandId);
      const where = `${payload.from.name}: ${payload.name ?? payload.type} ${verb}`;
      const before = world.chats.messages.length;
      const response = await world.post(payload);
      assert.equal(response.status, 200, where);
      const answered = await response.text();
      const posted = world.chats.messages.slice(before).map(({ text }) => text ?? '');
      for (const complaint of complaints) {
        const isTold = answered.includes(wordsOf(complaint).slice(1, -1)) || posted.includes(complaint);
        assert.ok(!isTold, `${where}: ${complaint}\n${failedTurns(world)}`);
      }
      const made = MADE[verb];
      if (made) {
        const { id } = action.data as { id: string };
        const event = (await store.load(id))?.events.at(-1);
        assert.deepEqual(
          [event?.body.type, event?.commandId],
          [made, (payload as { id?: string }).id],
          where,
        );
      }
      played.add(verb);
    }
    assert.equal(payloads.length, 81);
    assert.equal(played.size, 58);
    assert.equal(failedTurns(world), '');
  });
});
