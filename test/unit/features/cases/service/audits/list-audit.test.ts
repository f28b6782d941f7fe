import assert from 'node:assert/strict';
import sinon from 'sinon';
import { ListAudit } from '../../../../../../src/features/cases/service/audits/list-audit.js';
import { type Row, rowsOf } from '../../../../../../src/platform/storage/tables.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson } from '../../../../../support/fixtures.js';
import { memoryLog } from '../../../../../support/log.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
];
const ELEVEN_MINUTES_MS = 11 * 60_000;

describe('the audit of lists', () => {
  let clock: sinon.SinonFakeTimers;
  let cases: Cases;
  let owner: string;
  let lines: string[];
  let audit: ListAudit;
  let caseId: string;

  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z'), toFake: ['Date'] });
    const now = () => new Date();
    cases = await Cases.open({ clock: now, people: PEOPLE });
    const memory = memoryLog();
    lines = memory.lines;
    owner = 'me';
    const instances = { me: 'me', ownerOf: () => owner } as never;
    audit = new ListAudit({ ...cases.projection, instances, clock: now, log: memory.log });
    caseId = (await cases.report('ana')).id;
    await cases.settle();
  });
  afterEach(() => clock.restore());

  async function listed(partitionKey: string): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(cases.tables, 'CaseIndex', partitionKey)) rows.push(row);
    return rows;
  }
  const inbox = (personId: string) => listed(`inbox:${personId}`);

  /** A write of an earlier state arrives when the case has gone on. */
  async function lateWrite(): Promise<void> {
    const [row] = await inbox('luis');
    assert.ok(row);
    await cases.tables.write('CaseIndex', { kind: 'upsert', row: { ...row, partitionKey: 'inbox:marta' } });
  }

  it('takes out what a late write has brought back, and leaves the rest', async () => {
    await lateWrite();
    clock.tick(ELEVEN_MINUTES_MS);
    await audit.run();
    assert.deepEqual(await inbox('marta'), []);
    assert.equal((await inbox('luis')).length, 1);
    assert.match(lines.join(), /a list held a case that is in it no more/);
    lines.splice(0);
    await audit.run();
    assert.deepEqual(lines, []);
  });

  it('leaves what was written a moment ago: its case may be on its way into the list', async () => {
    await lateWrite();
    await audit.run();
    assert.equal((await inbox('marta')).length, 1);
  });

  it('leaves the counter of numbers, whose rows have years as keys', async () => {
    clock.tick(ELEVEN_MINUTES_MS);
    const before = await cases.service.nextNumber();
    await audit.run();
    assert.deepEqual(lines, []);
    assert.ok((await cases.service.nextNumber()) > before);
  });

  describe('of a case that is closed', () => {
    const mine = () => listed('mine:ana');
    beforeEach(async () => {
      await cases.does('luis', caseId, { type: 'accept', note: '' });
      await cases.settle();
      const [late] = await mine();
      await cases.does('luis', caseId, { type: 'close', outcomes: ['process'], summary: 'done' });
      await cases.settle();
      await cases.tables.write('CaseIndex', { kind: 'upsert', row: late as Row });
      assert.equal((await mine())[0]?.state, 'accepted');
    });

    it('says again to its reporter that it is closed', async () => {
      clock.tick(ELEVEN_MINUTES_MS);
      await audit.run();
      assert.deepEqual(
        (await mine()).map(({ state }) => state),
        ['closed'],
      );
    });

    it('reads no case that was closed long ago', async () => {
      clock.tick(3_600_000);
      const loading = sinon.spy(cases.projection.store, 'load');
      await audit.run();
      assert.equal(loading.callCount, 0);
    });
  });

  it('is the work of one instance', async () => {
    await lateWrite();
    clock.tick(ELEVEN_MINUTES_MS);
    owner = 'another';
    await audit.run();
    assert.equal((await inbox('marta')).length, 1);
  });
});
