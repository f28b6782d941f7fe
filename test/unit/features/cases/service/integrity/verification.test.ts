import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Anchoring } from '../../../../../../src/features/cases/service/integrity/anchoring.js';
import {
  type Verification,
  verifyCase,
} from '../../../../../../src/features/cases/service/integrity/verification.js';
import { Anchors } from '../../../../../../src/features/cases/store/anchors.js';
import { EncryptedTables } from '../../../../../../src/platform/storage/encrypted-tables.js';
import { Signer } from '../../../../../../src/platform/storage/signer.js';
import type { Row, Tables } from '../../../../../../src/platform/storage/tables.js';
import { ENCRYPTED } from '../../../../../../src/tables.js';
import { Cases } from '../../../../../support/cases.js';
import { aFieldKey } from '../../../../../support/field-keys.js';
import { aPerson } from '../../../../../support/fixtures.js';
import { SIGNER } from '../../../../../support/host.js';
import { memoryLog } from '../../../../../support/log.js';
import { MemoryTables } from '../../../../../support/memory-tables.js';
import { freshStores } from '../../../../../support/storage.js';
import { Tampering } from '../../../../../support/tampering.js';
import { HandClock } from '../../../../../support/trainings.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { superiorId: 'boss' }),
  aPerson('boss'),
];
const DAY_MS = 86_400_000;
const CHANGED = /^Event 2 is not as it was signed/;
const OTHER_END = /^The end of the case is not the one that was signed/;

describe('the history of a case', () => {
  let raw: Tables;
  let tables: Tables;
  let clock: HandClock;
  let cases: Cases;
  let tampering: Tampering;

  beforeEach(async () => {
    raw = (await freshStores()).tables;
    tables = new EncryptedTables(raw, [aFieldKey('k1')], ENCRYPTED);
    clock = new HandClock();
    cases = await Cases.open({ clock: clock.now, people: PEOPLE, tables, deliver: async () => {} });
    tampering = new Tampering(raw);
  });

  const aStory = () => cases.askedAndAccepted();
  const anchors = () => new Anchors(tables, SIGNER);
  const verify = (id: string, signer = SIGNER): Promise<Verification> =>
    verifyCase({ tables, raw, signer, anchors: new Anchors(tables, signer) }, id);
  /** Verifies that exactly these faults are found. */
  const finds = async (id: string, ...patterns: RegExp[]) => {
    const { faults } = await verify(id);
    assert.equal(faults.length, patterns.length, faults.join('\n'));
    for (const [at, pattern] of patterns.entries()) assert.match(faults[at] ?? '', pattern);
  };
  /** Anchors, as the next night does. */
  const night = async () => {
    clock.forward(DAY_MS);
    const { log, lines } = memoryLog();
    await new Anchoring({ tables, signer: SIGNER, clock: clock.now, log, anchors: anchors() }).ensure();
    return lines;
  };

  it('is whole as the bot wrote it', async () => {
    const id = await aStory();
    const { title, faults, facts } = await verify(id);
    assert.deepEqual(
      [title, faults, facts],
      ['HUM-2026-000001, 3 events', [], ['There are no anchors yet.']],
    );
  });

  for (const [column, value] of [
    ['actorId', 'marta'],
    ['at', '2026-11-24T13:00:00.000Z'],
    ['type', 'replied'],
    ['commandId', 'other'],
    ['hash', 'hmac1:local:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ] as const) {
    it(`shows that ${column} of an event was changed`, async () => {
      const id = await aStory();
      await tampering.put({ ...(await tampering.event(id, 2)), [column]: value });
      await finds(id, CHANGED, ...(column === 'hash' ? [/^Event 3 is not as it was signed/] : []));
    });
  }

  it('shows plain words in the place of encrypted ones', async () => {
    const id = await aStory();
    const body = '{"type":"asked","question":"who?"}';
    await tampering.put({ ...(await tampering.event(id, 2)), body });
    await finds(id, CHANGED);
  });

  it('shows a missing event, in the middle and at the end', async () => {
    const id = await aStory();
    const third = await tampering.event(id, 3);
    await tampering.remove(id, third.rowKey);
    await finds(
      id,
      /^There are 2 events; the row of the case says 3/,
      OTHER_END,
      /differs.*: state, revision, dueAt/,
    );
    await tampering.put(third);
    await tampering.remove(id, (await tampering.event(id, 2)).rowKey);
    const { faults } = await verify(id);
    assert.match(faults.join('\n'), /The event before event 3 is missing/);
  });

  it('shows a cut end, also when the row of the case was adjusted to it', async () => {
    const id = await aStory();
    const before = await tampering.row(id);
    await tampering.cutEnd(id);
    const { revision, head } = await tampering.row(id);
    assert.deepEqual([revision, head !== before.head], [2, true]);
    const { faults } = await verify(id);
    assert.match(faults[0] ?? '', OTHER_END);
  });

  it('shows which columns of the row of the case were changed', async () => {
    const id = await aStory();
    await tampering.put({
      ...(await tampering.row(id)),
      assigneeId: 'marta',
      level: 'low',
      confidential: true,
    });
    await finds(id, /^The row of the case differs from its events: level, assigneeId, confidential\.$/);
    await tampering.put({ ...(await tampering.row(id)), narrative: 'Nada grave.' });
    await finds(id, /: level, assigneeId, confidential, narrative\.$/);
  });

  it('shows an event of another case, whether its words are bound to that case or not', async () => {
    const [id, other] = [await aStory(), await aStory()];
    await cases.does('ana', other, { type: 'add', words: 'and more' });
    await tampering.move({ id: other, seq: 4 }, id);
    await finds(id, /^The row event:000004 cannot be decrypted/, OTHER_END);
    const body = (await tables.get('Cases', other, 'event:000004'))?.row.body;
    await tampering.put({ ...(await tampering.event(id, 4)), body });
    await finds(id, /^Event 4 is not as it was signed/, OTHER_END);
  });

  it('shows a whole history that was taken from another case', async () => {
    const [id, other] = [await aStory(), await aStory()];
    for (const { rowKey } of await tampering.rows(other)) {
      const known = (await tables.get('Cases', other, rowKey))?.row;
      await tampering.put({ ...known, partitionKey: id, rowKey });
    }
    await finds(id, /^Event 1 is not/, /^Event 2 is not/, /^Event 3 is not/, OTHER_END);
  });

  it('shows events that changed places', async () => {
    const id = await aStory();
    const [second, third] = [await tampering.event(id, 2), await tampering.event(id, 3)];
    const words = async (seq: number) => (await tables.get('Cases', id, `event:00000${seq}`))?.row.body;
    const [asked, accepted] = [await words(2), await words(3)];
    await tampering.put({ ...second, rowKey: third.rowKey, body: asked });
    await tampering.put({ ...third, rowKey: second.rowKey, body: accepted });
    await finds(
      id,
      /^Event 2 is out of place: it was signed as event 3/,
      /^Event 3 .* as event 2/,
      OTHER_END,
    );
  });

  it('shows an event without a signature behind signed ones', async () => {
    const id = await aStory();
    await tampering.put({ ...(await tampering.event(id, 3)), hash: '0'.repeat(64) });
    await finds(id, /^Event 3 is not signed, and those before it are/, OTHER_END);
  });

  it('names a key that is missing, and does not call that a change', async () => {
    const id = await aStory();
    await night();
    const { faults } = await verify(id, new Signer([aFieldKey('another')]));
    assert.equal(faults.length, 5);
    for (const fault of faults) assert.match(fault, /cannot be verified: its key is not in INTEGRITY_KEYS/);
  });

  it('names rows whose field keys are missing, and does not call them changed', async () => {
    const id = await aStory();
    for (const opened of [raw, new EncryptedTables(raw, [aFieldKey('k2')], ENCRYPTED)]) {
      const { faults } = await verifyCase({ tables: opened, raw, signer: SIGNER, anchors: anchors() }, id);
      assert.equal(faults.length, 4, faults.join('\n'));
      for (const fault of faults) assert.match(fault, /^The row .* cannot be decrypted/);
    }
  });

  it('holds with every key of the ring, and with other field keys', async () => {
    const id = await aStory();
    const [first] = [aFieldKey('newer')];
    const local = [{ id: 'local', key: Buffer.alloc(32, 'local') }] as const;
    assert.deepEqual((await verify(id, new Signer([first, ...local]))).faults, []);
    const reopened = new EncryptedTables(raw, [aFieldKey('k2'), aFieldKey('k1')], ENCRYPTED);
    for (const key of ['case', 'event:000002']) {
      const row = (await reopened.get('Cases', id, key))?.row;
      assert.ok(row);
      await reopened.write('Cases', { kind: 'upsert', row });
    }
    const parts = { tables: reopened, raw, signer: SIGNER, anchors: anchors() };
    assert.deepEqual((await verifyCase(parts, id)).faults, []);
  });

  it('of version 0.1 counts as before signing, and later events are signed on top of it', async () => {
    const text = readFileSync(
      new URL('../../../../../fixtures/v0.1/encrypted.json', import.meta.url),
      'utf8',
    );
    const { Cases: rows = [] } = JSON.parse(text) as { Cases?: Row[] };
    for (const row of rows) await tampering.put(row);
    const id = String(rows[0]?.partitionKey);
    const before = await verify(id);
    assert.deepEqual(before.faults, []);
    assert.match(before.facts.join('\n'), /^3 of them are from before signing/);
    const seen = { revision: 3, commandId: 'later' };
    await cases.service.execute(id, cases.person('luis'), { type: 'accept', note: '' }, seen);
    const after = await verify(id);
    assert.deepEqual([after.title, after.faults], ['HUM-2026-000001, 4 events', []]);
    assert.match(after.facts.join('\n'), /^3 of them are from before signing/);
    await tampering.put({ ...(await tampering.event(id, 2)), actorId: 'marta' });
    await finds(id, CHANGED);
  });

  it('is anchored once a night, and then cannot be set back to a state that was signed', async () => {
    const id = await aStory();
    const copied = await tampering.rows(id);
    clock.forward(1_000);
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'done' });
    await cases.background.drain();
    const whole = await tampering.rows(id);

    await tampering.setBack(id, copied);
    assert.deepEqual((await verify(id)).faults, [], 'before a night, an earlier state looks right');
    await tampering.setBack(id, whole);
    await night();
    assert.deepEqual((await verify(id)).faults, []);
    await tampering.setBack(id, copied);
    await finds(id, /^It had 4 events on 2026-11-25, and has 3 now/, /no anchor until 2026-11-25 knows it/);
  });

  it('cannot be made to look like one from before signing after a night', async () => {
    const id = await aStory();
    await night();
    await tampering.hashAnew(id, tables);
    await finds(id, /^Event 3 is not the one of 2026-11-25: the history was written anew/);
    const { id: young } = await cases.report('ana');
    await tampering.hashAnew(young, tables);
    assert.deepEqual((await verify(young)).faults, []);
    clock.forward(DAY_MS);
    await night();
    assert.deepEqual((await verify(young)).faults, [], 'an anchor holds what it finds');
    await tampering.remove(young, 'event:000001');
    await tampering.remove(young, 'case');
    await finds(young, /^There is no such case/, /^It had 1 events on 2026-11-27/);
  });

  it('is anchored only where it changed, each night chained to the last', async () => {
    const [first, second] = [await aStory(), await aStory()];
    await night();
    clock.forward(DAY_MS);
    await cases.does('luis', second, { type: 'close', outcomes: ['process'], summary: 'done' });
    await night();
    await night();
    const kept = [];
    for await (const anchor of anchors().all()) kept.push(anchor);
    assert.deepEqual(
      kept.map(({ day, cases: held }) => [day, held.map(({ caseId }) => caseId).sort()]),
      [
        ['2026-11-25', [first, second].sort()],
        ['2026-11-27', [second]],
        ['2026-11-28', []],
      ],
    );
    assert.ok(kept.every(({ verdict, follows }) => verdict === 'valid' && follows));
    await raw.write('Anchors', { kind: 'delete', partitionKey: 'day', rowKey: '2026-11-27' });
    assert.match((await verify(first)).faults.join('\n'), /The anchor of 2026-11-28 does not follow/);
    const row = (await raw.get('Anchors', 'day', '2026-11-25'))?.row;
    assert.ok(row);
    await raw.write('Anchors', { kind: 'upsert', row: { ...row, cases0: '' } });
    assert.match(
      (await verify(second)).faults.join('\n'),
      /The anchor of 2026-11-25 is not as it was signed/,
    );
  });

  it('tells the log of the night about a case that another hand changed, and anchors the others', async () => {
    const [first, second] = [await aStory(), await aStory()];
    await tampering.put({ ...(await tampering.row(first)), revision: 2 });
    await tampering.put({ ...(await tampering.row(second)), narrative: 'enc1:k1:'.padEnd(60, 'A') });
    const third = await aStory();
    const lines = (await night()).join('\n');
    assert.match(lines, new RegExp(`${first}.*a case was changed by another hand`));
    assert.match(lines, new RegExp(`${second}.*a case was not anchored`));
    const [anchor] = [await anchors().last()];
    assert.deepEqual(anchor?.cases.map(({ caseId }) => caseId).sort(), [first, third].sort());
  });
});

describe('an anchor', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      caseId: `5f0c7a52-0000-4000-8000-${String(at).padStart(12, '0')}`,
      revision: 1 + (at % 1_000),
      digest: 'A'.repeat(22),
    }));

  it('holds thousands of cases within the limits of a row, and says how many did not fit', async () => {
    const anchors = new Anchors(new MemoryTables(), SIGNER);
    const cases = many(8_000);
    const omitted = await anchors.add('2026-11-25', '2026-11-25T08:00:00.000Z', cases, '');
    const anchor = await anchors.last();
    assert.ok(omitted !== undefined && omitted > 0 && omitted < 1_000, String(omitted));
    assert.equal(anchor?.omitted, omitted);
    assert.deepEqual(anchor?.cases, cases.slice(0, 8_000 - omitted));
  });

  it('is written by one instance only', async () => {
    const anchors = new Anchors(new MemoryTables(), SIGNER);
    const add = (count: number) => anchors.add('2026-11-25', '2026-11-25T08:00:00.000Z', many(count), '');
    assert.deepEqual([await add(1), await add(2)], [0, undefined]);
    assert.equal((await anchors.last())?.cases.length, 1);
  });
});
