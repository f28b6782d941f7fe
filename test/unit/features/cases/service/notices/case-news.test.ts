import assert from 'node:assert/strict';
import { newsIn } from '../../../../../support/cards.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson, bogota } from '../../../../../support/fixtures.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
  aPerson('olga', { roles: ['humanization'] }),
];

describe('an assignee who already has a card of the case', () => {
  let now: Date;
  let cases: Cases;
  beforeEach(async () => {
    now = bogota('2026-11-24 09:00');
    cases = await Cases.open({ clock: () => now, people: PEOPLE });
  });

  /** The lines, without cards, that a person gets during an action. */
  async function linesTo(personId: string, doing: () => Promise<unknown>): Promise<string[]> {
    const from = cases.posted.length;
    await doing();
    await cases.settle();
    const theirs = cases.posted.slice(from).filter((one) => one.personId === personId);
    return theirs.flatMap(({ message }) => newsIn(message.card));
  }
  const atTime = async (text: string) => {
    now = bogota(text);
  };
  const reported = async (level: 'low' | 'high', reporterId = 'ana') => {
    const { id } = await cases.report(reporterId, { level, candidate: level });
    await cases.settle();
    return id;
  };
  const toLuis = { type: 'reassign', reason: 'back', personId: 'luis' } as const;

  it('is told when the case comes back, but not when it first came', async () => {
    const id = await reported('low');
    assert.deepEqual(
      await linesTo('marta', () => cases.does('luis', id, { type: 'escalate', reason: 'x' })),
      [],
    );
    assert.deepEqual(await linesTo('luis', () => cases.does('hernan', id, toLuis)), [
      'Name of hernan te asignó el caso HUM-2026-000001, de impacto bajo. Ahora espera tu decisión: «back» Hay que responder antes del jueves, 26 de noviembre a las 3:00 p. m.',
    ]);
  });

  it('is told when the case climbs to the team that watches it', async () => {
    await reported('high');
    assert.deepEqual(await linesTo('marta', () => atTime('2026-11-24 10:00')), []);
    const line =
      'Nadie respondió a tiempo el caso HUM-2026-000001, de impacto alto, y ahora espera tu decisión. Hay que responder hoy antes de las 12:00 p. m.';
    assert.deepEqual(await linesTo('hernan', () => atTime('2026-11-24 11:00')), [line]);
    assert.ok(
      cases.posted.some(({ personId, message }) => personId === 'olga' && newsIn(message.card)[0] === line),
    );
  });

  it('is told when the case is escalated to the team that watched it before the level was lowered', async () => {
    const id = await reported('high');
    await cases.does('luis', id, { type: 'reclassify', level: 'low', reason: 'x' });
    await cases.settle();
    await atTime('2026-11-24 09:03');
    await cases.dispatch(id);
    await cases.settle();
    await cases.does('luis', id, { type: 'escalate', reason: 'x' });
    const [line] = await linesTo('hernan', () => cases.does('marta', id, { type: 'escalate', reason: 'x' }));
    assert.match(line ?? '', /te pasó el caso HUM-2026-000001/);
  });

  it('is not told when the case comes to a team that does not know it', async () => {
    const id = await reported('low');
    await cases.does('luis', id, { type: 'escalate', reason: 'x' });
    assert.deepEqual(
      await linesTo('hernan', () => cases.does('marta', id, { type: 'escalate', reason: 'x' })),
      [],
    );
  });

  it('is told when the rejection by the team is contested', async () => {
    const id = await reported('low', 'marta');
    await cases.does('hernan', id, { type: 'reject', reason: 'x' });
    await cases.settle();
    const [line] = await linesTo('olga', () => cases.does('marta', id, { type: 'contest', reason: 'x' }));
    assert.match(line ?? '', /no está de acuerdo con que no se aceptara el caso HUM-2026-000001/);
  });

  it('is told when a member gets what the team watched, unless by their own command', async () => {
    const id = await reported('high');
    await cases.does('luis', id, { type: 'reclassify', level: 'low', reason: 'x' });
    await cases.settle();
    await atTime('2026-11-24 09:03');
    await cases.dispatch(id);
    await cases.settle();
    const give = (to: string) => () =>
      cases.does('hernan', id, { type: 'reassign', reason: 'x', personId: to });
    assert.equal((await linesTo('olga', give('olga'))).length, 1);
    assert.deepEqual(await linesTo('hernan', give('hernan')), []);
  });
});
