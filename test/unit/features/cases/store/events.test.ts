import assert from 'node:assert/strict';
import type { CaseEvent, EventBody } from '../../../../../src/features/cases/domain/event.js';
import { checkChain } from '../../../../../src/features/cases/store/chain.js';
import { eventKey, fromEventRow, toEventRow } from '../../../../../src/features/cases/store/events.js';
import { Signer } from '../../../../../src/platform/storage/signer.js';
import type { Row } from '../../../../../src/platform/storage/tables.js';
import { aFieldKey } from '../../../../support/field-keys.js';
import { aReport, reportedBody } from '../../../../support/fixtures.js';
import { SIGNER } from '../../../../support/host.js';

const REJECTED: EventBody = { type: 'rejected', reason: 'it was no failure' };
const DUE = { dueAt: '2026-11-27T14:00:00.000Z', remindAt: '2026-11-26T14:00:00.000Z' };
const UP = { assignee: { kind: 'person', id: 'marta' }, assigneeRole: 'deputy' } as const;
const AGREED = { personId: 'carlos', what: 'greets first', until: '2026-12-15', kind: 'standard' } as const;
const BODIES: EventBody[] = [
  reportedBody(),
  reportedBody({
    assignee: { kind: 'humanization' },
    assigneeRole: 'humanization',
    report: aReport({ narrative: 'línea\notra "línea" 😡', topic: 'information', efforts: [], signals: [] }),
  }),
  reportedBody({ assigneeRole: 'next-superior', report: aReport({ confidential: true }) }),
  { type: 'accepted', note: '', ...DUE },
  REJECTED,
  { type: 'asked', question: 'at what time?' },
  { type: 'replied', answer: 'at ten' },
  { type: 'added', words: 'a witness' },
  { type: 'attached', evidence: { id: 'file', type: 'image/png', size: 7 } },
  { type: 'reclassified', level: 'high', reason: '', ...DUE },
  { type: 'escalated', reason: 'x', ...UP, ...DUE },
  { type: 'reassigned', reason: 'x', ...UP, ...DUE },
  { type: 'climbed', assignee: { kind: 'humanization' }, assigneeRole: 'humanization', ...DUE },
  { type: 'reminded' },
  { type: 'lapsed', ...DUE },
  { type: 'unconfirmed', aboveId: 'marta' },
  { type: 'unconfirmed' },
  { type: 'placed', service: 'farmacia', site: '', stage: 'arrival' },
  { type: 'health', priority: 'vital', ...DUE },
  { type: 'health', priority: 'none' },
  { type: 'health-reminded' },
  reportedBody({ report: aReport({ cycle: { service: '', site: 'suba', stage: '' } }) }),
  { type: 'contested', reason: 'x', ...UP, ...DUE, confirmBy: DUE.remindAt },
  { type: 'withdrawn', reason: '' },
  { type: 'contested', reason: 'x', ...UP, ...DUE },
  { type: 'reopened', reason: 'x', ...DUE },
  { type: 'held', reason: 'x' },
  { type: 'released', reason: 'x' },
  { type: 'identified', reason: 'x' },
  { type: 'undelivered', personId: 'luis' },
  { type: 'closed', outcomes: ['conversation', 'not-a-failure'], summary: 'we talked' },
  { type: 'closed', outcomes: ['standard'], summary: 'we agreed', agreed: AGREED },
  { type: 'committed', agreed: AGREED },
  { type: 'commitment-reminded', of: 3, reminder: 'week' },
  { type: 'commitment-done', of: 3, note: 'we did' },
  { type: 'commitment-extended', of: 3, until: '2027-01-15', reason: 'holidays' },
  { type: 'commitment-lapsed', of: 3, hasLeft: true },
];

const eventOf = (body: EventBody, seq = 1): CaseEvent => ({
  seq,
  actorId: 'actor',
  at: '2026-11-24T14:00:00.000Z',
  commandId: 'command',
  body,
});

/** The rows of a history, chained. */
function chain(events: readonly CaseEvent[]): Row[] {
  const rows: Row[] = [];
  for (const event of events) {
    rows.push(toEventRow(SIGNER, 'case', event, rows.at(-1)?.hash as string | undefined));
  }
  return rows;
}
/** The sequence numbers of the events that do not fit. */
const faulty = (rows: readonly Row[]) => checkChain(rows, SIGNER).faults.map(({ seq }) => seq);
const history = () => BODIES.map((body, at) => eventOf(body, at + 1));

describe('storing events as rows', () => {
  for (const [at, body] of BODIES.entries()) {
    it(`restores what was stored: ${at + 1}, ${body.type}`, () => {
      const row = toEventRow(SIGNER, 'case', eventOf(body, 7), 'before');
      const { hash, ...event } = fromEventRow(row) ?? {};
      assert.deepEqual(event, eventOf(body, 7));
      assert.equal(hash, row.hash);
      assert.deepEqual([row.partitionKey, row.rowKey, row.type], ['case', 'event:000007', body.type]);
    });
  }

  it('sorts by sequence number', () => {
    const keys = [1, 2, 9, 10, 99, 100, 999_999].map(eventKey);
    assert.deepEqual([...keys].sort(), keys);
  });

  it('do not read a body that this version does not know', () => {
    const row = toEventRow(SIGNER, 'case', eventOf(REJECTED));
    for (const body of ['{}', '{"type":"vanished"}', '{"type":"rejected"}', 'not JSON']) {
      assert.equal(fromEventRow({ ...row, body }), undefined, body);
    }
  });

  it('refuses rows that are not events', () => {
    const row = toEventRow(SIGNER, 'case', eventOf(REJECTED));
    for (const broken of [
      { ...row, hash: undefined },
      { ...row, actorId: 7 },
    ]) {
      assert.throws(() => fromEventRow(broken));
    }
  });
});

describe('the chain of events', () => {
  it('is the same for the same history', () => {
    const hashes = chain(history()).map(({ hash }) => hash);
    assert.deepEqual(
      chain(history()).map(({ hash }) => hash),
      hashes,
    );
    assert.equal(new Set(hashes).size, hashes.length);
    for (const hash of hashes) assert.match(String(hash), /^hmac1:local:[\w-]{43}$/);
  });

  const touch: Record<string, (event: CaseEvent) => CaseEvent> = {
    actor: (event) => ({ ...event, actorId: 'another' }),
    time: (event) => ({ ...event, at: '2026-11-24T14:00:00.001Z' }),
    command: (event) => ({ ...event, commandId: 'another' }),
    number: (event) => ({ ...event, seq: event.seq + 1 }),
    text: (event) => ({ ...event, body: { type: 'rejected', reason: 'It was no failure' } }),
  };
  for (const [what, change] of Object.entries(touch)) {
    it(`changes from an event on when its ${what} changes`, () => {
      const whole = chain(history());
      const touched = chain(history().map((event, at) => (at === 1 ? change(event) : event)));
      assert.deepEqual(
        whole.map(({ hash }, at) => hash === touched[at]?.hash),
        [true, ...Array<boolean>(BODIES.length - 1).fill(false)],
      );
    });
  }

  it('changes when an event is removed or two are swapped', () => {
    const [first, second, third] = history() as [CaseEvent, CaseEvent, CaseEvent];
    const last = (events: CaseEvent[]) => chain(events).at(-1)?.hash;
    assert.notEqual(last([first, third]), last([first, second, third]));
    assert.notEqual(last([second, first, third]), last([first, second, third]));
  });

  describe('when verified', () => {
    const rows = () => chain(history().slice(0, 6)) as Row[];

    it('shows nothing when nothing was changed', () => {
      assert.deepEqual(faulty(rows()), []);
      assert.deepEqual(faulty([]), []);
    });

    for (const column of ['actorId', 'at', 'commandId', 'body', 'hash'] as const) {
      it(`shows an event whose ${column} was changed`, () => {
        const touched = rows().map((row, at) => (at === 2 ? { ...row, [column]: `${row[column]} ` } : row));
        // A changed hash also breaks the next event.
        assert.deepEqual(faulty(touched), column === 'hash' ? [3, 4] : [3]);
      });
    }

    it('shows a missing event at the next one', () => {
      const without = (seq: number) => rows().filter((_, at) => at !== seq - 1);
      assert.ok(faulty(without(3)).includes(4));
      assert.ok(faulty(without(1)).includes(2));
    });

    it('shows swapped events', () => {
      const [first, second, third, ...rest] = rows() as [Row, Row, Row];
      const swapped = [
        first,
        { ...third, rowKey: second.rowKey },
        { ...second, rowKey: third.rowKey },
        ...rest,
      ];
      assert.deepEqual(faulty(swapped), [2, 3, 4]);
      assert.ok(faulty([first, third, second, ...rest]).length > 0);
    });

    it('shows an inserted event', () => {
      const [first, second, ...rest] = rows() as [Row, Row];
      const forged = toEventRow(SIGNER, 'case', { ...eventOf(REJECTED, 2) }, String(first.hash));
      assert.ok(faulty([first, forged, second, ...rest]).length > 0);
    });
  });

  it('cannot be made or guessed without the key', () => {
    const [event] = history();
    assert.ok(event);
    const links = [SIGNER, new Signer([aFieldKey('another')])].map(
      (signer) => toEventRow(signer, 'case', event).hash.split(':')[2],
    );
    assert.notEqual(links[0], links[1]);
  });

  it('keeps the boundaries between fields', () => {
    const hash = (actorId: string, commandId: string) =>
      toEventRow(SIGNER, 'case', { ...eventOf(REJECTED), actorId, commandId }).hash;
    assert.notEqual(hash('a', 'bc'), hash('ab', 'c'));
    assert.notEqual(hash('a","b', 'c'), hash('a', 'b","c'));
  });
});
