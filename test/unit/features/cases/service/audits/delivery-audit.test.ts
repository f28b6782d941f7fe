import assert from 'node:assert/strict';
import sinon from 'sinon';
import { DeliveryAudit } from '../../../../../../src/features/cases/service/audits/delivery-audit.js';
import { emptyDraft } from '../../../../../../src/features/reports/domain/draft.js';
import { Drafts } from '../../../../../../src/features/reports/store/drafts.js';
import { OUTBOX_PREFIX } from '../../../../../../src/platform/delivery/outbox.js';
import { Rounds } from '../../../../../../src/platform/rounds.js';
import { rowsOf } from '../../../../../../src/platform/storage/tables.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson } from '../../../../../support/fixtures.js';
import { memoryLog } from '../../../../../support/log.js';
import { MemoryQueue } from '../../../../../support/memory-queue.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
];
const HOUR_MS = 3_600_000;

describe('the audit of deliveries', () => {
  let clock: sinon.SinonFakeTimers;
  let cases: Cases;
  let drafts: Drafts;
  let owner: string;
  let lines: string[];
  let audit: DeliveryAudit;

  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z'), toFake: ['Date'] });
    const now = () => new Date();
    cases = await Cases.open({ clock: now, people: PEOPLE });
    drafts = new Drafts(cases.tables, now);
    const memory = memoryLog();
    lines = memory.lines;
    owner = 'me';
    const { tables, work, store, deadlines } = cases;
    const instances = { me: 'me', ownerOf: () => owner } as never;
    audit = new DeliveryAudit({
      tables,
      work,
      store,
      deadlines,
      sentBefore: (moment) => drafts.sentBefore(moment),
      instances,
      rounds: new Rounds(tables, now),
      clock: now,
      log: memory.log,
    });
  });
  afterEach(() => clock.restore());

  /** Everything that the queue holds is gone. */
  function purge(): void {
    const { queue } = cases;
    assert.ok(queue instanceof MemoryQueue);
    queue.clear();
  }

  it('writes its heartbeat when nothing is lost', async () => {
    await cases.report('ana');
    await cases.settle();
    await audit.run();
    assert.match(lines.join(), /nothing is lost/);
  });

  it('makes up for the notices of a purged queue within one round', async () => {
    const { id } = await cases.report('ana');
    // As if the process had died before the dispatch.
    await cases.background.drain();
    const rows = [];
    for await (const { row } of rowsOf(cases.tables, 'Cases', id, OUTBOX_PREFIX)) rows.push(row);
    for (const row of rows) {
      await cases.tables.write('Cases', { kind: 'upsert', row: { ...row, status: 'pending', sentAt: '' } });
    }
    cases.posted.splice(0);
    purge();
    await audit.run();
    await cases.settle();
    assert.deepEqual(cases.posted, [], 'they may still be on their way');
    clock.tick(HOUR_MS);
    await audit.run();
    assert.match(lines.at(-1) ?? '', /found what was lost/);
    clock.tick(1_000);
    await cases.settle();
    assert.ok(cases.posted.some(({ personId }) => personId === 'luis'));
    await audit.run();
    assert.match(lines.at(-1) ?? '', /nothing is lost/);
  });

  it('makes up for a lost reminder', async () => {
    const { id, remindAt = '' } = await cases.report('ana');
    await cases.settle();
    clock.setSystemTime(Date.parse(remindAt) - 1_000);
    purge();
    clock.setSystemTime(Date.parse(remindAt) + 10 * 60_000);
    await audit.run();
    const { events } = await cases.load(id);
    assert.equal(events.at(-1)?.body.type, 'reminded');
    await cases.settle();
    await audit.run();
    assert.match(lines.at(-1) ?? '', /nothing is lost/);
  });

  it('finds a report that is marked as sent and has no case', async () => {
    await drafts.save('ana', emptyDraft('00000000-0000-4000-8000-00000000dead'));
    await drafts.markSent('ana', emptyDraft('00000000-0000-4000-8000-00000000dead'));
    const { id } = await cases.report('ana');
    await drafts.save('ana', emptyDraft(id));
    await drafts.markSent('ana', emptyDraft(id));
    await cases.settle();
    await audit.run();
    assert.match(lines.at(-1) ?? '', /nothing is lost/, 'it may be under way');
    clock.tick(2 * HOUR_MS);
    await audit.run();
    assert.match(lines.join(), /0000dead".*a sent report has no case/);
    assert.match(lines.at(-1) ?? '', /"reports":1/);
  });

  it('is left to one instance', async () => {
    owner = 'another';
    await audit.run();
    assert.deepEqual(lines, []);
  });
});
