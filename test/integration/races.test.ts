import assert from 'node:assert/strict';
import type { CommandResult } from '../../src/features/cases/service/commands/case-service.js';
import { Cases } from '../support/cases.js';
import { aPerson, aReport, bogota } from '../support/fixtures.js';
import { freshStores } from '../support/storage.js';

const RACES = 50;
const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
  aPerson('helena', { roles: ['humanization'] }),
];

describe('concurrent commands on the same case', function () {
  this.timeout(60_000);
  let now: Date;
  let cases: Cases;
  beforeEach(async () => {
    now = bogota('2026-11-24 09:00');
    const { tables, queue } = await freshStores();
    // Marta has no superior, so her reports go to both members of the humanization team.
    cases = await Cases.open({ clock: () => now, people: PEOPLE, tables, queue, deliver: async () => {} });
  });
  afterEach(() => cases.background.drain());

  const stateOf = (result: CommandResult) =>
    'loaded' in result ? result.loaded.subject.state : 'subject' in result ? result.subject.state : '';
  const happened = async (id: string) => (await cases.load(id)).events.map(({ body }) => body.type);

  it('lets one of two leaders win (accept against reject) and shows the other the result', async () => {
    const winners = { accepted: 0, rejected: 0 };
    for (let race = 0; race < RACES; race++) {
      const { id } = await cases.report('marta');
      const [accepting, rejecting] = await Promise.all([
        cases.does('hernan', id, { type: 'accept', note: '' }, 1),
        cases.does('helena', id, { type: 'reject', reason: 'no failure' }, 1),
      ]);
      const kinds = [accepting.kind, rejecting.kind].sort();
      assert.deepEqual(kinds, ['done', 'refused'], `race ${race}`);
      const [, second, ...more] = await happened(id);
      assert.ok(second === 'accepted' || second === 'rejected');
      assert.deepEqual(more, [], 'exactly one of the two stands in the history');
      assert.deepEqual([stateOf(accepting), stateOf(rejecting)], [second, second], 'both see how it stands');
      assert.equal(second === 'accepted' ? accepting.kind : rejecting.kind, 'done');
      winners[second] += 1;
    }
    assert.equal(winners.accepted + winners.rejected, RACES);
  });

  it('lets either the leader or the deadline win (accept against climb)', async () => {
    const winners = { accepted: 0, climbed: 0 };
    for (let race = 0; race < RACES; race++) {
      now = bogota('2026-11-24 09:00');
      const { id, dueAt } = await cases.report('ana');
      await cases.background.drain();
      now = new Date(dueAt ?? '');
      // Each starts first in turn, so that both outcomes happen.
      const accept = () => cases.does('luis', id, { type: 'accept', note: '' }, 1);
      const climb = () => cases.deadlines.run({ kind: 'deadline', caseId: id, step: 1, phase: 'due' });
      const [accepting] =
        race % 2 === 0
          ? await Promise.all([accept(), climb()])
          : await Promise.all([climb(), accept()]).then(([, result]) => [result] as const);
      const [, second, ...more] = await happened(id);
      assert.ok(second === 'accepted' || second === 'climbed', `race ${race}`);
      assert.deepEqual(more, [], 'exactly one of the two stands in the history');
      const { subject } = await cases.load(id);
      assert.equal(accepting.kind === 'done', second === 'accepted');
      assert.equal(stateOf(accepting), subject.state, 'the leader sees how it stands');
      const assigneeId = subject.assignee.kind === 'person' ? subject.assignee.id : '';
      assert.equal(assigneeId, second === 'accepted' ? 'luis' : 'marta');
      winners[second] += 1;
    }
    assert.equal(winners.accepted + winners.climbed, RACES);
  });

  it('executes a command once when it is sent several times', async () => {
    const { id } = await cases.report('ana');
    const send = () =>
      cases.service.execute(
        id,
        cases.person('luis'),
        { type: 'accept', note: '' },
        { revision: 1, commandId: 'the same tap' },
      );
    const results = await Promise.all([send(), send(), send()]);
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['done', 'done', 'done'],
    );
    assert.deepEqual(await happened(id), ['reported', 'accepted']);
  });

  it('does not take the command of somebody else for a repetition', async () => {
    const { id } = await cases.report('ana');
    const seen = (revision: number) => ({ revision, commandId: 'an id that anybody can send' });
    await cases.service.execute(id, cases.person('ana'), { type: 'add', words: 'más' }, seen(1));
    await cases.service.execute(id, cases.person('luis'), { type: 'accept', note: '' }, seen(2));
    assert.deepEqual(await happened(id), ['reported', 'added', 'accepted']);
  });

  it('creates one case when a report is sent several times', async () => {
    const caseId = '5f0c7a52-0000-4000-8000-00000000000a';
    const number = await cases.service.nextNumber();
    const report = aReport();
    const route = await cases.route('ana', report);
    const send = (commandId: string) =>
      cases.service.submit(cases.person('ana'), {
        caseId,
        number,
        report,
        route,
        evidence: [],
        commandId,
      });
    const sent = await Promise.all([send('one tap'), send('one tap'), send('another tap')]);
    assert.deepEqual(
      sent.map(({ events }) => events.length),
      [1, 1, 1],
    );
    assert.deepEqual(await happened(caseId), ['reported']);
  });
});
