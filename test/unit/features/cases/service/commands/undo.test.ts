import assert from 'node:assert/strict';
import { newsIn, textOf, verbs } from '../../../../../support/cards.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson, bogota } from '../../../../../support/fixtures.js';
import { MemoryTables } from '../../../../../support/memory-tables.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
];
const CLOSING: Parameters<Cases['does']>[2] = {
  type: 'close',
  outcomes: ['process'],
  summary: 'Se corrigió.',
};

/** Something happens just before the next commit. */
class OvertakenTables extends MemoryTables {
  beforeCommit: (() => Promise<void>) | undefined;

  override async commit(...given: Parameters<MemoryTables['commit']>): ReturnType<MemoryTables['commit']> {
    const happens = this.beforeCommit;
    this.beforeCommit = undefined;
    await happens?.();
    return super.commit(...given);
  }
}

describe('taking back a decision', () => {
  let now: Date;
  let cases: Cases;
  let tables: OvertakenTables;
  let id: string;
  beforeEach(async () => {
    now = bogota('2026-11-24 09:00');
    tables = new OvertakenTables();
    cases = await Cases.open({ clock: () => now, people: PEOPLE, tables });
    id = (await cases.report('ana')).id;
    await cases.settle();
  });

  const later = async (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
    await cases.settle();
  };
  const does = async (who: string, request: Parameters<Cases['does']>[2]) => {
    const result = await cases.does(who, id, request);
    await cases.settle();
    return result.kind === 'refused' ? result.refusal : result.kind;
  };
  const undoes = (who: string) => does(who, { type: 'undo' });
  const subject = async () => (await cases.load(id)).subject;
  /** The news that somebody got. */
  const told = (who: string) =>
    cases.posted.filter(({ personId }) => personId === who).flatMap(({ message }) => newsIn(message.card));

  it('brings the case back as it was, with the time that it had', async () => {
    const before = await subject();
    await does('luis', { type: 'accept', note: '' });
    await later(119);
    assert.equal(await undoes('luis'), 'done');
    const { revision, step, ...after } = await subject();
    const { revision: _, step: old, ...was } = before;
    assert.deepEqual(after, was);
    assert.ok(step > old + 1, 'what was queued for the steps before is void');
    assert.match(told('ana').at(-1) ?? '', /deshizo lo último que hizo en tu caso/);
    assert.equal(revision, 3);
  });

  it('is offered on the card for two minutes, to who decided', async () => {
    await does('luis', { type: 'accept', note: '' });
    const cardOf = (who: string) =>
      cases.posted.findLast(({ personId, message }) => personId === who && message.card?.refresh)?.message
        .card;
    assert.ok(verbs(cardOf('luis')).includes('case.undo'));
    assert.match(textOf(cardOf('luis')), /Deshacer \(hasta las 9:02/);
    assert.ok(!verbs(cardOf('ana')).includes('case.undo'));
  });

  it('takes back a level, a rejection and a closing too', async () => {
    const before = (await subject()).level;
    await does('luis', { type: 'reclassify', level: 'high', reason: 'Fue peor.' });
    assert.equal(await undoes('luis'), 'done');
    assert.equal((await subject()).level, before);
    await does('luis', { type: 'reject', reason: 'No es.' });
    assert.equal(await undoes('luis'), 'done');
    assert.equal((await subject()).state, 'reported');
    await does('luis', { type: 'accept', note: '' });
    await does('luis', CLOSING);
    assert.equal(await undoes('luis'), 'done');
    assert.equal((await subject()).state, 'accepted');
    assert.equal((await subject()).closedAt, undefined);
  });

  it('is refused after two minutes, to anybody else, and where somebody has acted since', async () => {
    await does('luis', { type: 'accept', note: '' });
    assert.equal(await undoes('ana'), 'too-late-to-undo');
    assert.equal(await undoes('marta'), 'not-found');
    await does('ana', { type: 'add', words: 'Fue en Suba.' });
    assert.equal(await undoes('luis'), 'too-late-to-undo');
    await later(121);
    await does('luis', { type: 'reclassify', level: 'high', reason: 'Fue peor.' });
    await later(121);
    assert.equal(await undoes('luis'), 'too-late-to-undo');
    await does('luis', CLOSING);
    await later(121);
    assert.equal(await undoes('luis'), 'already-told');
    assert.equal((await subject()).state, 'closed');
  });

  describe('where clocks of instances differ', () => {
    beforeEach(() => does('luis', { type: 'accept', note: '' }));

    it('is possible as long as the reporter has not been told', async () => {
      await does('luis', CLOSING);
      const before = told('ana').length;
      now = new Date(now.getTime() + 600_000);
      const undone = await cases.does('luis', id, { type: 'undo' });
      assert.equal(undone.kind, 'done');
      await later(600);
      assert.equal(told('ana').length, before);
    });

    it('is refused once the reporter has been told', async () => {
      await does('luis', CLOSING);
      await later(121);
      assert.match(told('ana').at(-1) ?? '', /cerró tu caso/);
      now = new Date(now.getTime() - 300_000);
      assert.equal(await undoes('luis'), 'already-told');
      assert.equal((await subject()).state, 'closed');
    });

    it('is refused when the notice is taken up while it is being undone', async () => {
      await does('luis', CLOSING);
      now = new Date(now.getTime() + 121_000);
      tables.beforeCommit = () => cases.settle();
      assert.equal(await undoes('luis'), 'already-told');
      assert.match(told('ana').at(-1) ?? '', /cerró tu caso/);
      assert.equal((await subject()).state, 'closed');
    });
  });

  for (const [name, request, news] of [
    ['a rejection', { type: 'reject', reason: 'No es de esta sede.' }, /no fue aceptado.*No es de esta sede/],
    ['a closing', CLOSING, /cerró tu caso.*Se corrigió/],
  ] satisfies [string, Parameters<Cases['does']>[2], RegExp][]) {
    it(`tells the reporter of ${name} only once it can no longer be taken back`, async () => {
      if (request.type === 'close') await does('luis', { type: 'accept', note: '' });
      const before = told('ana').length;
      await does('luis', request);
      await later(118);
      assert.equal(told('ana').length, before);
      await later(5);
      assert.match(told('ana').at(-1) ?? '', news);
    });

    it(`never tells the reporter of ${name} that was taken back`, async () => {
      if (request.type === 'close') await does('luis', { type: 'accept', note: '' });
      const before = told('ana').length;
      await does('luis', request);
      await undoes('luis');
      await later(300);
      assert.equal(told('ana').length, before);
    });
  }

  it('lets the deadline of the step before run on', async () => {
    const { dueAt } = await subject();
    await does('luis', { type: 'accept', note: '' });
    await undoes('luis');
    now = new Date(Date.parse(dueAt ?? '') + 1_000);
    await cases.settle();
    assert.deepEqual((await subject()).assignee, { kind: 'person', id: 'marta' });
  });
});
