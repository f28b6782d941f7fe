import assert from 'node:assert/strict';
import { CaseIndex, CaseStore } from '../../src/features/cases/index.js';
import type { Arrived } from '../../src/features/sources/domain/arrived.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import { textOf } from '../support/cards.js';
import { SIGNER } from '../support/host.js';
import { killedAt } from '../support/interrupted.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import { SourcesRig } from '../support/sources.js';
import { thoroughly } from '../support/thorough.js';
import { HandClock } from '../support/trainings.js';

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
const [LUIS, HERNAN] = [id('02'), id('07')];
const PEOPLE = [
  { id: id('01'), name: 'Ana Ruiz', email: '', area: 'Caja', roles: [], superiorId: LUIS },
  { id: LUIS, name: 'Luis Vega', email: '', area: 'Dirección', roles: ['leader' as const] },
  { id: HERNAN, name: 'Hernán Paz', email: '', area: 'Humanización', roles: ['humanization' as const] },
];
const ROWS = ['a', 'b', 'c'].map(
  (ownId): Arrived => ({
    channel: 'pqrs',
    ownId,
    kind: 'failure',
    occurredOn: '2026-11-03',
    text: 'La asesora no me saludó y no me explicó nada.',
    area: 'Caja',
    place: '',
    person: '',
  }),
);
/** More steps than the whole way takes. */
const MOST_STEPS = 200;

/** Keeps three rows, makes cases of them, and tells their leader. @returns the steps that it took. */
async function live(last: number): Promise<number> {
  const clock = new HandClock();
  const stored = new MemoryTables();
  const queue = new MemoryQueue(() => clock.now().getTime());
  await new SourcesRig({ clock: clock.now, people: PEOPLE, tables: stored, queue }).open();
  const { tables, steps } = killedAt(stored, last);
  const posted: string[] = [];
  const rigOn = (at: Tables) => {
    const rig = new SourcesRig({
      clock: clock.now,
      people: PEOPLE,
      tables: at,
      queue,
      onPost: ({ personId, message }) => personId === LUIS && posted.push(textOf(message.card ?? {})),
    });
    return rig;
  };
  const first = rigOn(tables);
  const whole = async (rig: SourcesRig) => {
    await rig.keeps(ROWS);
    for (const row of ROWS) await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(row) });
    for (let minute = 0; minute < 10; minute++) {
      clock.forward(60_000);
      await rig.settle();
    }
  };
  await whole(first).catch(() => undefined);
  await first.context.background.drain();

  // The next process does the same again, and what waits in the queue.
  const second = rigOn(stored);
  await whole(second);
  for (let hour = 0; hour < 3; hour++) {
    clock.forward(20 * 60_000);
    second.sources.start?.();
    await second.settle();
  }
  const store = new CaseStore(stored, SIGNER);
  for (const row of ROWS) {
    const { becomes, state } = await second.row(row);
    const events = (await store.load(becomes))?.events.filter(({ body }) => body.type === 'reported');
    assert.equal(events?.length, 1, `killed at ${last}: a case of ${row.ownId}`);
    assert.equal(state, 'done');
  }
  const listed: string[] = [];
  for await (const each of new CaseIndex(stored).allOf('2026-11')) listed.push(each.number);
  assert.equal(listed.length, 3, `killed at ${last}: cases in the list`);
  const told = posted.filter((words) => words.includes('de otros canales')).join('\n');
  for (const number of listed) {
    const times = told.split(number).length - 1;
    assert.ok(times >= 1, `killed at ${last}: Luis was never told of ${number}`);
    // What was sent just before the kill may be sent once more.
    assert.ok(times <= 2, `killed at ${last}: Luis was told of ${number} ${times} times`);
  }
  return steps();
}

describe('rows of other channels and a process that is killed', function () {
  this.timeout(120_000);

  it('become one case each, and are told of, wherever it was killed', async () => {
    const all = await live(Number.POSITIVE_INFINITY);
    assert.ok(all < MOST_STEPS, `${all} steps`);
    for (let last = 0; last < all; last += thoroughly(4, 1)) await live(last);
  });
});
