import assert from 'node:assert/strict';
import { leaderOf } from '../../../../../src/features/cases/service/people/commitment-leaders.js';
import type { Person } from '../../../../../src/platform/people/person.js';
import { textOf } from '../../../../support/cards.js';
import { Cases } from '../../../../support/cases.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import { MemoryQueue } from '../../../../support/memory-queue.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('carlos', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { superiorId: 'boss' }),
  aPerson('boss'),
  aPerson('nuevo', { superiorId: 'boss' }),
  aPerson('hernan', { roles: ['humanization'] }),
];
const AGREED = {
  personId: 'carlos',
  what: 'Saludar primero',
  until: '2026-12-15',
  kind: 'standard',
} as const;

describe('commitments that are followed up', () => {
  let now: Date;
  let cases: Cases;
  beforeEach(async () => {
    now = bogota('2026-11-24 10:00');
    cases = await Cases.open({ clock: () => now, people: PEOPLE });
  });

  /** A case of Ana that Luis closed, with a commitment of Carlos. */
  async function agreed(more: Partial<typeof AGREED> = {}): Promise<{ id: string; of: number }> {
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    const result = await cases.does('luis', id, { type: 'commit', agreed: { ...AGREED, ...more } });
    assert.equal(result.kind, 'done');
    await cases.does('luis', id, { type: 'close', outcomes: ['standard'], summary: 'Se acordó' });
    now = bogota('2026-11-24 10:05');
    await cases.settle();
    return { id, of: 3 };
  }

  async function at(when: string): Promise<void> {
    now = bogota(when);
    cases.posted.splice(0);
    await cases.settle();
  }

  /** Whom a notice has reached, since the clock was last moved. */
  const told = (words: RegExp) =>
    cases.posted
      .filter(({ message }) => !('refresh' in (message.card ?? {})) && words.test(textOf(message.card ?? {})))
      .map(({ personId }) => personId)
      .sort();
  const commitment = async (id: string) => (await cases.load(id)).subject.commitments[0];
  const changes = async (id: string, more: Partial<Person>) => {
    const person = await cases.people.find(id);
    assert.ok(person);
    await cases.people.save([{ ...person, ...more }]);
  };

  it('are told to who committed at once, without the number or the words of the case', async () => {
    await agreed();
    assert.deepEqual(told(/dejó anotado un compromiso/), ['carlos']);
    const notice = cases.posted.find(({ personId }) => personId === 'carlos')?.message.card;
    assert.match(textOf(notice ?? {}), /Saludar primero[\s\S]*15 de diciembre de 2026/);
    assert.doesNotMatch(JSON.stringify(notice), /HUM-|ventanilla|Name of ana/);
  });

  it('are reminded of a week before and on the day, and lapse the day after and every month', async () => {
    const { id } = await agreed();
    await at('2026-12-08 07:59');
    assert.deepEqual(told(/compromiso/), []);
    await at('2026-12-08 08:00');
    assert.deepEqual(told(/una semana para cumplir/), ['carlos', 'luis']);
    await at('2026-12-15 08:00');
    assert.deepEqual(told(/último día/), ['carlos', 'luis']);
    assert.equal((await commitment(id))?.state, 'open');
    await at('2026-12-16 08:00');
    assert.deepEqual(told(/Se pasó el plazo/), ['carlos', 'luis']);
    assert.equal((await commitment(id))?.state, 'lapsed');
    await at('2027-01-15 08:00');
    assert.deepEqual(told(/compromiso/), []);
    await at('2027-01-16 08:00');
    assert.deepEqual(told(/Se pasó el plazo/), ['carlos', 'luis']);
    await at('2027-02-16 08:00');
    assert.deepEqual(told(/Se pasó el plazo/), ['carlos', 'luis']);
  });

  it('are not spoken of any more once they are done', async () => {
    const { id, of } = await agreed();
    const result = await cases.service.keep(
      id,
      cases.person('carlos'),
      { type: 'fulfil', of, note: 'Ya' },
      'c1',
    );
    assert.equal(result.kind, 'done');
    cases.posted.splice(0);
    await cases.settle();
    assert.deepEqual(told(/dice que cumplió su compromiso[\s\S]*Ya/), ['luis']);
    for (const day of ['2026-12-08 09:00', '2026-12-15 09:00', '2026-12-16 09:00', '2027-01-16 09:00']) {
      await at(day);
      assert.deepEqual(told(/compromiso/), [], day);
    }
    assert.deepEqual(await cases.commitments.open('carlos'), []);
    assert.deepEqual(
      (await cases.commitments.of('carlos')).map(({ state }) => state),
      ['done'],
    );
    assert.deepEqual((await cases.commitments.team('luis')).commitments, []);
  });

  it('go by the new day when they got one, and the old one is forgotten', async () => {
    const { id, of } = await agreed();
    await cases.service.keep(
      id,
      cases.person('luis'),
      { type: 'extend', of, until: '2027-01-20', reason: 'Vacaciones' },
      'c1',
    );
    await cases.settle();
    assert.deepEqual(told(/le dio más tiempo[\s\S]*Vacaciones/), ['carlos']);
    await at('2026-12-16 09:00');
    assert.deepEqual(told(/compromiso/), []);
    await at('2027-01-13 09:00');
    assert.deepEqual(told(/una semana para cumplir/), ['carlos', 'luis']);
    const visible = cases.queue instanceof MemoryQueue ? cases.queue.visible : -1;
    assert.equal(visible, 0);
  });

  it('are followed up with the present superior, who sees them, and the former one no more', async () => {
    const { id, of } = await agreed();
    await changes('carlos', { superiorId: 'nuevo' });
    await at('2026-12-08 09:00');
    assert.deepEqual(told(/una semana para cumplir/), ['carlos', 'nuevo']);
    assert.deepEqual(
      (await cases.commitments.team('nuevo')).commitments.map(({ what }) => what),
      ['Saludar primero'],
    );
    assert.deepEqual((await cases.commitments.team('luis')).commitments, []);
    const keep = (by: string) =>
      cases.service.keep(id, cases.person(by), { type: 'fulfil', of, note: '' }, `by ${by}`);
    assert.equal((await keep('marta')).kind, 'not-found');
    assert.equal((await keep('ana')).kind, 'not-found');
    assert.equal((await keep('nuevo')).kind, 'done');
  });

  it('lapse when who committed has left, which is told to the leader once', async () => {
    const { id } = await agreed();
    await cases.people.remove([cases.person('carlos')]);
    await at('2026-12-08 09:00');
    assert.deepEqual(told(/ya no está, y su compromiso queda sin cumplir/), ['luis']);
    assert.deepEqual(told(/vence/), []);
    const left = await commitment(id);
    assert.deepEqual([left?.state, left?.hasLeft], ['lapsed', true]);
    await at('2026-12-15 09:00');
    await at('2027-01-16 09:00');
    assert.deepEqual(told(/compromiso/), []);
  });

  it('lead past a superior who reported or is involved, and to the team where nobody else is', async () => {
    const of = (personId: string, more: object = {}) =>
      leaderOf(
        cases.directory,
        { assignee: { kind: 'humanization' }, reporterId: 'ana', excludedIds: [], ...more },
        { personId },
      );
    assert.equal(await of('carlos'), 'luis');
    assert.equal(await of('carlos', { excludedIds: ['luis'] }), 'marta');
    assert.equal(await of('carlos', { reporterId: 'luis' }), 'marta');
    assert.equal(await of('boss'), undefined);
    assert.equal(await of('boss', { assignee: { kind: 'person', id: 'luis' } }), 'luis');
    assert.equal(await of('boss', { assignee: { kind: 'person', id: 'boss' } }), undefined);
  });

  it('of somebody without a leader are told to the team, which may say that they are done', async () => {
    const { id } = await cases.report('ana', { level: 'high', candidate: 'high' });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.does('luis', id, { type: 'escalate', reason: 'x' });
    await cases.does('marta', id, { type: 'escalate', reason: 'x' });
    await cases.does('boss', id, { type: 'escalate', reason: 'x' });
    await cases.does('hernan', id, { type: 'commit', agreed: { ...AGREED, personId: 'boss' } });
    await cases.settle();
    await at('2026-12-08 09:00');
    assert.deepEqual(told(/una semana para cumplir/), ['boss', 'hernan']);
    const [made] = (await cases.load(id)).subject.commitments;
    assert.ok(made);
    const fulfil = { type: 'fulfil', of: made.seq, note: '' } as const;
    assert.equal((await cases.service.keep(id, cases.person('hernan'), fulfil, 'c')).kind, 'done');
  });

  it('come with a closing only once it cannot be taken back', async () => {
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    const close = { type: 'close', outcomes: ['standard'], summary: 'Se acordó', agreed: AGREED } as const;
    await cases.does('luis', id, { ...close, outcomes: ['standard'] });
    await cases.settle();
    assert.deepEqual(told(/dejó anotado/), []);
    await cases.does('luis', id, { type: 'undo' });
    await at('2026-11-24 10:05');
    assert.deepEqual(told(/dejó anotado/), []);
    assert.deepEqual(await cases.commitments.of('carlos'), []);
    await cases.does('luis', id, { ...close, outcomes: ['standard'] });
    await at('2026-11-24 10:10');
    assert.deepEqual(told(/dejó anotado/), ['carlos']);
    const closing = cases.posted.find(
      ({ personId, message }) => personId === 'ana' && /cerró tu caso/.test(textOf(message.card ?? {})),
    );
    assert.match(textOf(closing?.message.card ?? {}), /Hay compromisos acordados/);
    for (const { personId, message } of cases.posted) {
      if (personId === 'ana') assert.doesNotMatch(JSON.stringify(message), /carlos|Saludar primero/);
    }
  });

  it('names who keeps a commitment, also when they reported in confidence', async () => {
    const { id } = await cases.report('carlos', { confidential: true });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.does('luis', id, { type: 'commit', agreed: AGREED });
    cases.posted.splice(0);
    const fulfil = { type: 'fulfil', of: 3, note: 'Ya' } as const;
    await cases.service.keep(id, cases.person('carlos'), fulfil, 'c');
    await cases.settle();
    const shown = cases.posted
      .filter(({ personId }) => personId === 'luis')
      .map(({ message }) => textOf(message.card ?? {}));
    const story = shown.find((text) => text.includes('cumplido, según'));
    assert.match(story ?? '', /cumplido, según\s+Name of carlos/);
    assert.match(story ?? '', /Nombre reservado/, 'who reported is still not named');
  });

  it('are made up for, and logged, when their message was lost', async () => {
    const { id } = await agreed();
    assert.equal(await cases.followUps.audit(), 0);
    now = bogota('2026-12-08 08:01');
    assert.equal(await cases.followUps.audit(), 0, 'the queue may be a moment late');
    now = bogota('2026-12-08 08:03');
    assert.equal(await cases.followUps.audit(), 1);
    assert.equal((await commitment(id))?.reminded, 'week');
    assert.match(cases.logLines.join('\n'), /a follow-up of a commitment was lost/);
    const commands = (await cases.load(id)).events.map(({ commandId }) => commandId);
    await cases.settle();
    assert.deepEqual(
      (await cases.load(id)).events.map(({ commandId }) => commandId),
      commands,
    );
  });
});
