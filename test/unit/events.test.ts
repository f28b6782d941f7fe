import assert from 'node:assert/strict';
import type { CaseEvent, EventBody } from '../../src/cases/case.js';
import { eventKey, fromEventRow, toEventRow } from '../../src/cases/events.js';
import type { Row } from '../../src/storage/tables.js';
import { aReport, reportedBody } from './fixtures.js';

const REJECTED: EventBody = { type: 'rejected', reason: 'it was no failure' };
const BODIES: EventBody[] = [
  reportedBody(),
  reportedBody({
    assignee: { kind: 'humanization' },
    assigneeRole: 'humanization',
    report: aReport({ narrative: 'línea\notra "línea" 😡', topic: 'information', efforts: [], signals: [] }),
  }),
  reportedBody({ assigneeRole: 'next-superior', report: aReport({ confidential: true }) }),
  { type: 'accepted', note: '', dueAt: '2026-11-27T14:00:00.000Z' },
  REJECTED,
  { type: 'closed', outcomes: ['conversation', 'not-a-failure'], summary: 'we talked' },
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
  for (const event of events) rows.push(toEventRow('case', event, rows.at(-1)?.hash as string | undefined));
  return rows;
}
const history = () => BODIES.map((body, at) => eventOf(body, at + 1));

describe('events as rows', () => {
  for (const [at, body] of BODIES.entries()) {
    it(`should come back as they went in: ${at + 1}, ${body.type}`, () => {
      const row = toEventRow('case', eventOf(body, 7), 'before');
      const { hash, ...event } = fromEventRow(row);
      assert.deepEqual(event, eventOf(body, 7));
      assert.equal(hash, row.hash);
      assert.deepEqual([row.partitionKey, row.rowKey, row.type], ['case', 'event:000007', body.type]);
    });
  }

  it('should stand in the order of their numbers', () => {
    const keys = [1, 2, 9, 10, 99, 100, 999_999].map(eventKey);
    assert.deepEqual([...keys].sort(), keys);
  });

  it('should refuse what is not an event', () => {
    const row = toEventRow('case', eventOf(REJECTED));
    for (const broken of [
      { ...row, body: '{}' },
      { ...row, body: '{"type":"vanished"}' },
      { ...row, body: '{"type":"rejected"}' },
      { ...row, body: 'not JSON' },
      { ...row, hash: undefined },
      { ...row, actorId: 7 },
    ]) {
      assert.throws(() => fromEventRow(broken));
    }
  });
});

describe('the chain of events', () => {
  it('should be the same for the same history', () => {
    const hashes = chain(history()).map(({ hash }) => hash);
    assert.deepEqual(
      chain(history()).map(({ hash }) => hash),
      hashes,
    );
    assert.equal(new Set(hashes).size, hashes.length);
    for (const hash of hashes) assert.match(String(hash), /^[0-9a-f]{64}$/);
  });

  const touch: Record<string, (event: CaseEvent) => CaseEvent> = {
    actor: (event) => ({ ...event, actorId: 'another' }),
    time: (event) => ({ ...event, at: '2026-11-24T14:00:00.001Z' }),
    command: (event) => ({ ...event, commandId: 'another' }),
    number: (event) => ({ ...event, seq: event.seq + 1 }),
    words: (event) => ({ ...event, body: { type: 'rejected', reason: 'It was no failure' } }),
  };
  for (const [what, change] of Object.entries(touch)) {
    it(`should change from there on when the ${what} of an event is touched`, () => {
      const whole = chain(history());
      const touched = chain(history().map((event, at) => (at === 1 ? change(event) : event)));
      assert.deepEqual(
        whole.map(({ hash }, at) => hash === touched[at]?.hash),
        [true, ...Array<boolean>(BODIES.length - 1).fill(false)],
      );
    });
  }

  it('should change when an event is taken out, or two change places', () => {
    const [first, second, third] = history() as [CaseEvent, CaseEvent, CaseEvent];
    const last = (events: CaseEvent[]) => chain(events).at(-1)?.hash;
    assert.notEqual(last([first, third]), last([first, second, third]));
    assert.notEqual(last([second, first, third]), last([first, second, third]));
  });

  it('should not mistake where one field ends and the next begins', () => {
    const hash = (actorId: string, commandId: string) =>
      toEventRow('case', { ...eventOf(REJECTED), actorId, commandId }).hash;
    assert.notEqual(hash('a', 'bc'), hash('ab', 'c'));
    assert.notEqual(hash('a","b', 'c'), hash('a', 'b","c'));
  });
});
