import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ReportedCases } from '../../../../../src/features/cases/service/lists/reported-cases.js';
import { Drafts } from '../../../../../src/features/reports/store/drafts.js';
import type { VoiceAnswer } from '../../../../../src/features/voices/domain/voice.js';
import { voiceData } from '../../../../../src/features/voices/service/personal-data.js';
import { voiceReceivers } from '../../../../../src/features/voices/service/voice-receivers.js';
import { type Row, rowsOf } from '../../../../../src/platform/storage/tables.js';
import { textOf } from '../../../../support/cards.js';
import { Cases } from '../../../../support/cases.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import type { MemoryQueue } from '../../../../support/memory-queue.js';

const REPORTERS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  ...REPORTERS.map((id) => aPerson(id, { superiorId: 'luis' })),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { roles: ['protected'] }),
  aPerson('paula', { roles: ['protected'] }),
  aPerson('pablo', { roles: ['protected'] }),
  aPerson('hernan', { roles: ['humanization'] }),
];
const TROUBLE: VoiceAnswer = { satisfied: 'no', retaliation: true, comment: 'Me quitaron los turnos' };
const FINE: VoiceAnswer = { satisfied: 'yes', retaliation: false, comment: '' };

describe('the voice of who reported', () => {
  let now: Date;
  let cases: Cases;

  async function open(people = PEOPLE): Promise<Cases> {
    now = bogota('2026-11-03 10:00');
    cases = await Cases.open({ clock: () => now, people });
    return cases;
  }
  beforeEach(async () => void (await open()));

  /** A case that Luis has closed; its reporter has read of it. */
  async function closed(reporterId = 'ana', id: string = randomUUID()): Promise<string> {
    await cases.report(reporterId, {}, id);
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'Se corrigió' });
    await wait(10 * 60_000);
    return id;
  }

  async function wait(ms: number): Promise<void> {
    now = new Date(now.getTime() + ms);
    await cases.settle();
  }

  async function at(when: string): Promise<void> {
    now = bogota(when);
    cases.posted.splice(0);
    await cases.settle();
  }

  async function answers(id: string, answer: VoiceAnswer, by = 'ana'): Promise<boolean> {
    const asked = await cases.voice.asked(id, by);
    assert.equal(asked?.state, 'open');
    const kept = await cases.voice.answer(asked, answer);
    await cases.settle();
    return kept;
  }

  const asked = () =>
    cases.posted
      .filter(({ message }) => /¿Quedaste conforme\?/.test(textOf(message.card ?? {})))
      .map(({ personId }) => personId);
  const rows = async (partitionKey: string): Promise<Row[]> => {
    const found: Row[] = [];
    for await (const { row } of rowsOf(cases.tables, 'Cases', partitionKey)) found.push(row);
    return found;
  };

  it('is asked for once some days after the closing, with its summary, reminded of once, and never again', async () => {
    await closed();
    await at('2026-11-10 09:59');
    assert.deepEqual(asked(), []);
    await at('2026-11-10 10:01');
    assert.deepEqual(asked(), ['ana']);
    assert.match(textOf(cases.posted[0]?.message.card ?? {}), /Se corrigió/);
    await at('2026-11-18 10:01');
    assert.deepEqual(asked(), ['ana']);
    await at('2026-12-31 10:00');
    assert.deepEqual(asked(), []);
  });

  it('is asked for of nobody whose case was reopened meanwhile, or whose closing was taken back', async () => {
    const id = await closed();
    await cases.does('ana', id, { type: 'reopen', reason: 'x' });
    const other = randomUUID();
    await cases.report('ana', {}, other);
    await cases.does('luis', other, { type: 'accept', note: '' });
    await cases.does('luis', other, { type: 'close', outcomes: ['process'], summary: 'x' });
    await cases.does('luis', other, { type: 'undo' });
    await at('2026-11-20 10:00');
    assert.deepEqual(asked(), []);
  });

  it('is not reminded of once it was given, and is given once', async () => {
    const id = await closed();
    await at('2026-11-10 10:01');
    assert.equal(await answers(id, FINE), true);
    assert.equal((await cases.voice.asked(id, 'ana'))?.state, 'answered');
    await at('2026-11-18 10:01');
    assert.deepEqual(asked(), []);
  });

  it('is asked for, and reminded of, by the audit when the queue has lost it', async () => {
    const id = await closed();
    const loses = async (when: string) => {
      (cases.queue as MemoryQueue).clear();
      await at(when);
      const repaired = await cases.voiceAudit.run();
      await cases.settle();
      return [repaired, ...asked()];
    };
    assert.deepEqual(await loses('2026-11-10 10:01'), [0], 'it may still be on its way');
    assert.deepEqual(await loses('2026-11-12 10:00'), [1, 'ana']);
    assert.ok(cases.logLines.some((line) => line.includes('was lost') && line.includes(id)));
    assert.deepEqual(await loses('2026-11-19 16:00'), [0], 'somebody who was asked late has the same days');
    assert.deepEqual(await loses('2026-11-20 16:00'), [1, 'ana']);
    assert.deepEqual(await loses('2026-11-21 16:00'), [0], 'and never again');
  });

  it('is not made up for where it was answered, reopened, or its days are over', async () => {
    const id = await closed();
    const other = await closed('r1');
    await at('2026-11-10 10:11');
    assert.deepEqual(asked(), ['ana', 'r1']);
    await answers(id, FINE);
    await cases.does('r1', other, { type: 'reopen', reason: 'x' });
    await closed('r2');
    await cases.settle();
    (cases.queue as MemoryQueue).clear();
    await at('2026-11-17 08:00');
    assert.equal(await cases.voiceAudit.run(), 0);
    await at('2026-12-10 10:00');
    assert.equal(await cases.voiceAudit.run(), 0);
    assert.deepEqual(asked(), []);
  });

  it('can be given by nobody else, and until the days for reopening end', async () => {
    const id = await closed();
    await at('2026-11-10 10:01');
    assert.equal(await cases.voice.asked(id, 'luis'), undefined);
    assert.equal((await cases.voice.asked(id, 'ana'))?.state, 'open');
    await at('2026-12-15 10:00');
    assert.equal((await cases.voice.asked(id, 'ana'))?.state, 'over');
  });

  it('of trouble is told at once to the role protected, and to nobody of the line', async () => {
    const id = await closed();
    await at('2026-11-10 10:01');
    cases.posted.splice(0);
    await answers(id, TROUBLE);
    assert.deepEqual(cases.posted.map(({ personId }) => personId).sort(), ['pablo', 'paula']);
    assert.match(
      textOf(cases.posted[0]?.message.card ?? {}),
      /problemas por haber reportado[\s\S]*Me quitaron los turnos/,
    );
  });

  it('of trouble is told to the team where two of the role are not there, without who had the case', async () => {
    await open(PEOPLE.filter(({ id }) => id !== 'pablo'));
    const id = await closed();
    const loaded = await cases.load(id);
    const { people, role } = await voiceReceivers(cases.directory, loaded);
    assert.deepEqual([people.map((person) => person.id), role], [['hernan'], 'humanization']);
    await cases.does('ana', id, { type: 'reopen', reason: 'x' });
    await cases.does('hernan', id, { type: 'reassign', reason: 'x', personId: 'marta' });
    const without = await voiceReceivers(cases.directory, await cases.load(id));
    assert.deepEqual(without.people, [], 'Hernán has acted in it');
  });

  it('changes nothing that the leader sees: cards, lists, figures, revisions and rows are the same', async () => {
    const id = randomUUID();
    const seen = async (answer?: VoiceAnswer) => {
      await open();
      await closed('ana', id);
      await wait(8 * 86_400_000);
      if (answer) await answers(id, answer);
      await wait(40 * 86_400_000);
      const { subject, events } = await cases.load(id);
      const isVaried = new Set(['request', 'claimedBy']);
      const plain = (row: Row) => Object.entries(row).filter(([name]) => !isVaried.has(name));
      const index: Row[] = [];
      for await (const partitionKey of cases.tables.partitions('CaseIndex'))
        for await (const { row } of rowsOf(cases.tables, 'CaseIndex', partitionKey)) index.push(row);
      return JSON.stringify({
        subject,
        events,
        rows: (await rows(id)).map(plain),
        index,
        posted: cases.posted.filter(({ personId }) => personId === 'luis' || personId === 'marta'),
        team: await cases.index.line('luis', {}),
        figures: await cases.voice.figuresFor('luis'),
      });
    };
    const silent = await seen();
    assert.equal(await seen(FINE), silent);
    assert.equal(await seen(TROUBLE), silent);
  });

  it('counts for the leader who closed the case from five different reporters on', async () => {
    for (const [count, reporter] of REPORTERS.entries()) {
      const id = await closed(reporter);
      await wait(10 * 86_400_000);
      await answers(id, count === 0 ? TROUBLE : FINE, reporter);
      const shown = await cases.voice.figuresFor('luis');
      const quarter = shown?.quarter;
      if (count < 4) assert.equal(shown, undefined, `${count + 1}`);
      else assert.deepEqual(shown, { quarter, figures: { people: 5, yes: 4, partly: 0, no: 1 } });
    }
  });

  it('is in the data of its person, and goes with the case', async () => {
    const id = await closed();
    await wait(8 * 86_400_000);
    await answers(id, TROUBLE);
    const { index, store, tables, voices } = cases;
    const drafts = new Drafts(tables, () => now);
    const reported = new ReportedCases({ index, drafts, store });
    const reportedBy = (personId: string) => reported.all(personId, now);
    const data = await voiceData({ voices, reportedBy }).dataOf('ana');
    assert.match(
      JSON.stringify(data),
      /"satisfied":"no","retaliation":true,"comment":"Me quitaron los turnos"/,
    );
    assert.ok((await rows(`voice:${id}`)).length > 0 && (await rows('satisfaction:luis')).length === 1);
    await voices.forget(id);
    assert.deepEqual([await rows(`voice:${id}`), await rows('satisfaction:luis')], [[], []]);
  });
});
