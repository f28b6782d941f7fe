import assert from 'node:assert/strict';
import { DeliveryError } from '../../../../../../src/platform/delivery/channel.js';
import { StorageError } from '../../../../../../src/platform/storage/errors.js';
import { rowsOf, type Tables } from '../../../../../../src/platform/storage/tables.js';
import { newsIn } from '../../../../../support/cards.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson, bogota } from '../../../../../support/fixtures.js';
import { MemoryTables } from '../../../../../support/memory-tables.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
];

describe('a storage outage right after the reply', () => {
  it('delays the notices of a high case and loses none', async () => {
    let now = bogota('2026-11-24 09:00');
    let isDown = false;
    const memory = new MemoryTables();
    const failing = new Proxy(memory, {
      get(target, method: keyof Tables) {
        const call = target[method].bind(target) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) =>
          isDown ? Promise.reject(new StorageError('unavailable')) : call(...args);
      },
    });
    const cases = await Cases.open({ clock: () => now, people: PEOPLE, tables: failing });
    const { id } = await cases.report('ana', { level: 'high' });
    isDown = true;
    await cases.background.drain();
    const began = now.getTime();
    for (; now.getTime() - began < 15 * 60_000; now = new Date(now.getTime() + 10_000)) await cases.settle();
    assert.deepEqual(cases.posted, []);
    isDown = false;
    now = new Date(now.getTime() + 60_000);
    await cases.settle();
    assert.deepEqual(
      ['ana', 'luis', 'hernan'].filter((who) => !cases.posted.some(({ personId }) => personId === who)),
      [],
      `not told of ${id}`,
    );
    assert.deepEqual(cases.poison.bodies, []);
  });
});

describe('an undeliverable notice', () => {
  const now = bogota('2026-11-24 09:00');
  const open = (...unreachable: string[]) =>
    Cases.open({
      clock: () => now,
      people: PEOPLE,
      onPost: ({ personId }) => {
        if (unreachable.includes(personId)) throw new DeliveryError('unreachable');
      },
    });
  const happened = async (cases: Cases, id: string) =>
    (await cases.load(id)).events.map(({ body }) =>
      body.type === 'undelivered' ? `undelivered ${body.personId}` : body.type,
    );

  it('is recorded, moves the case one step up and is announced to the team', async () => {
    const cases = await open('luis');
    const { id } = await cases.report('ana');
    await cases.settle();
    assert.deepEqual(await happened(cases, id), ['reported', 'undelivered luis', 'climbed']);
    const { subject } = await cases.load(id);
    assert.deepEqual(subject.assignee, { kind: 'person', id: 'marta' });
    const told = (personId: string) =>
      cases.posted
        .filter((one) => one.personId === personId)
        .map(({ message }) => newsIn(message.card)[0] ?? 'card');
    assert.ok(told('hernan').some((text) => text.startsWith('No se pudo entregar un aviso del caso')));
    assert.ok(told('marta').includes('card'));
    assert.ok(told('ana').some((text) => text.includes('así que ahora lo atiende Name of marta')));
  });

  it('moves the case up as far as needed, in the end to the team', async () => {
    const cases = await open('luis', 'marta');
    const { id } = await cases.report('ana');
    await cases.settle();
    assert.deepEqual(await happened(cases, id), [
      'reported',
      'undelivered luis',
      'climbed',
      'undelivered marta',
      'climbed',
    ]);
    assert.deepEqual((await cases.load(id)).subject.assignee, { kind: 'humanization' });
  });

  it('is recorded once per person, whatever else is sent to them', async () => {
    const cases = await open('ana');
    const { id } = await cases.report('ana');
    await cases.settle();
    await cases.does('luis', id, { type: 'ask', question: 'where?' });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.settle();
    assert.deepEqual(await happened(cases, id), ['reported', 'undelivered ana', 'asked', 'accepted']);
  });

  it('has the same effects again when the case goes back to an unreachable person', async () => {
    const cases = await open('luis');
    const { id } = await cases.report('ana');
    await cases.settle();
    for (const round of [1, 2]) {
      const from = cases.posted.length;
      await cases.does('hernan', id, { type: 'reassign', reason: 'back', personId: 'luis' });
      await cases.settle();
      assert.deepEqual(
        (await happened(cases, id)).slice(3 * round),
        ['reassigned', 'undelivered luis', 'climbed'],
        `round ${round}`,
      );
      const lines = cases.posted.slice(from).filter(({ personId }) => personId === 'hernan');
      assert.ok(
        lines.some(({ message }) => newsIn(message.card)[0]?.startsWith('No se pudo entregar un aviso')),
      );
    }
    assert.deepEqual((await cases.load(id)).subject.assignee, { kind: 'humanization' });
  });

  it('is recorded again without a step up when an accepted case goes back to the person', async () => {
    const cases = await open('marta');
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    const give = (personId: string) => cases.does('hernan', id, { type: 'reassign', reason: 'x', personId });
    for (const to of ['marta', 'luis', 'marta']) {
      await give(to);
      await cases.settle();
    }
    assert.deepEqual(await happened(cases, id), [
      ...['reported', 'accepted', 'reassigned', 'undelivered marta', 'reassigned', 'reassigned'],
      'undelivered marta',
    ]);
  });

  it('does not move an accepted case', async () => {
    const unreachable: string[] = [];
    const cases = await Cases.open({
      clock: () => now,
      people: PEOPLE,
      onPost: ({ personId }) => {
        if (unreachable.includes(personId)) throw new DeliveryError('unreachable');
      },
    });
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.settle();
    unreachable.push('luis');
    await cases.does('ana', id, { type: 'add', words: 'more' });
    await cases.settle();
    assert.deepEqual(await happened(cases, id), ['reported', 'accepted', 'added', 'undelivered luis']);
  });

  it('ends with the team when nobody can be reached', async () => {
    const cases = await open('ana', 'luis', 'marta', 'hernan');
    const { id } = await cases.report('ana', { level: 'high' });
    await cases.settle();
    const events = await happened(cases, id);
    assert.equal(new Set(events.filter((type) => type.startsWith('undelivered'))).size, 4);
    assert.deepEqual((await cases.load(id)).subject.assignee, { kind: 'humanization' });
    for await (const { row } of rowsOf(cases.tables, 'Cases', id, 'outbox:')) {
      assert.ok(row.status === 'sent' || row.status === 'parked', `${row.rowKey} ${row.status}`);
    }
  });
});
