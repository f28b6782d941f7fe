import assert from 'node:assert/strict';
import { EFFECTS } from '../../src/features/cases/domain/effects.js';
import { lineOf } from '../../src/features/cases/service/lists/projection.js';
import { leadersOf } from '../../src/features/cases/service/people/commitment-leaders.js';
import { CaseIndex } from '../../src/features/cases/store/case-index.js';
import { bogotaDay, shiftedDay } from '../../src/platform/calendar/days.js';
import type { OutboxItem } from '../../src/platform/delivery/outbox.js';
import type { Person } from '../../src/platform/people/person.js';
import { type Row, rowsOf, type Tables } from '../../src/platform/storage/tables.js';
import { Cases } from '../support/cases.js';
import { counting, tally } from '../support/counted-bot.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { MemoryTables } from '../support/memory-tables.js';
import { seeded } from '../support/random.js';

const DAY_MS = 86_400_000;
const DAYS = 365;
const COMMITMENTS = 300;

const LEADERS = ['leader0', 'leader1', 'leader2'];
const PEOPLE: Person[] = [
  ...Array.from({ length: 24 }, (_, at) => aPerson(`c${at}`, { superiorId: LEADERS[at % 3] })),
  ...LEADERS.map((id) => aPerson(id, { superiorId: 'head' })),
  aPerson('head'),
  aPerson('team', { roles: ['humanization'] }),
];

describe('a year of 300 commitments, with people who leave and change their superior', function () {
  this.timeout(240_000);
  const random = seeded(20_260_102);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const tables = new MemoryTables();
  const noted: string[] = [];
  const told: (OutboxItem & { at: string })[] = [];
  const made: { id: string; of: number }[] = [];
  const gone = new Set<string>();
  const requests: Record<string, number>[] = [];
  let now = bogota('2026-01-05 10:00');
  let cases: Cases;

  /** Notes a commitment of somebody in a new case, which its leader has closed. */
  async function commits(): Promise<void> {
    const there = PEOPLE.filter(({ id }) => id.startsWith('c') && !gone.has(id));
    const { id } = await cases.report(pick(there).id);
    const holder = (await cases.load(id)).subject.assignee;
    const leaderId = holder.kind === 'person' ? holder.id : 'team';
    await cases.does(leaderId, id, { type: 'accept', note: '' });
    const until = shiftedDay(bogotaDay(now), 3 + Math.floor(random() * 120));
    const agreed = { personId: pick(there).id, what: 'greets first', until, kind: 'standard' } as const;
    const revision = (await cases.load(id)).subject.revision;
    await cases.background.drain();
    // What comes after the answer is held back, so that it is not counted.
    const behind: (() => Promise<void>)[] = [];
    const { run } = cases.background;
    cases.background.run = (_name, task) => void behind.push(task);
    noted.splice(0);
    const result = await cases.does(leaderId, id, { type: 'commit', agreed }, revision);
    requests.push(tally(noted));
    cases.background.run = run;
    for (const task of behind) cases.background.run('dispatch', task);
    assert.equal(result.kind, 'done');
    made.push({ id, of: revision + 1 });
    await cases.does(leaderId, id, { type: 'close', outcomes: ['standard'], summary: 'agreed' });
  }

  async function keeps(): Promise<void> {
    const one = pick(made);
    const commitment = (await cases.load(one.id)).subject.commitments[0];
    if (!commitment || gone.has(commitment.personId)) return;
    const actor = cases.person(commitment.personId);
    const until = shiftedDay(commitment.until, 30);
    const request =
      random() < 0.6
        ? ({ type: 'fulfil', of: one.of, note: 'so it is' } as const)
        : ({ type: 'extend', of: one.of, until, reason: 'so it is' } as const);
    await cases.service.keep(one.id, actor, request, `keep:${now.getTime()}:${random()}`);
  }

  async function moves(): Promise<void> {
    const person = await cases.people.find(`c${Math.floor(random() * 24)}`);
    if (!person || gone.has(person.id)) return;
    if (random() < 0.3 && gone.size < 8) {
      gone.add(person.id);
      await cases.people.remove([person]);
    } else await cases.people.save([{ ...person, superiorId: pick(LEADERS) }]);
  }

  before(async () => {
    cases = await Cases.open({
      clock: () => now,
      people: PEOPLE,
      tables: counting(tables, noted),
      deliver: async (item) => void told.push({ ...item, at: now.toISOString() }),
    });
    for (let day = 0; day < DAYS; day++) {
      now = new Date(bogota('2026-01-05 08:01').getTime() + day * DAY_MS);
      await cases.settle();
      now = new Date(now.getTime() + 5 * 60_000);
      assert.equal(await cases.followUps.audit(), 0, `a follow-up was late on day ${day}`);
      if (made.length < COMMITMENTS && day < 300) await commits();
      if (random() < 0.5) await keeps();
      if (random() < 0.1) await moves();
      await cases.settle();
    }
  });

  const histories = async () => Promise.all(made.map(async ({ id }) => cases.load(id)));

  it('sees them done, extended, lapsed and left by people who are gone', async () => {
    assert.equal(made.length, COMMITMENTS);
    const types = (await histories()).flatMap(({ events }) => events.map(({ body }) => body.type));
    for (const type of ['commitment-done', 'commitment-extended', 'commitment-lapsed', 'commitment-reminded'])
      assert.ok(types.includes(type as 'committed'), type);
    const all = (await histories()).flatMap(({ subject }) => subject.commitments);
    assert.ok(all.some(({ hasLeft }) => hasLeft) && gone.size > 2);
  });

  it('reminds and lapses each at its moment, once, and leaves none lying', async () => {
    for (const { subject, events } of await histories()) {
      const commands = events.map(({ commandId }) => commandId);
      assert.equal(new Set(commands).size, commands.length, 'something happened twice');
      const [commitment] = subject.commitments;
      assert.ok(commitment);
      const isOver = now.getTime() > bogota(`${commitment.until} 08:02`).getTime() + DAY_MS;
      if (isOver) assert.notEqual(commitment.state, 'open', `${subject.id} was left lying`);
      for (const { at, commandId, actorId } of events) {
        if (actorId !== 'system' || !commandId.startsWith('commitment:')) continue;
        const planned = commandId.split(':').slice(2).join(':');
        assert.equal(at.slice(0, 10), planned.slice(0, 10), `${commandId} happened at ${at}`);
      }
    }
  });

  it('tells who committed, their leaders and who had the case, and nobody who is gone', async () => {
    const leads = new Set([...LEADERS, 'head', 'team']);
    for (const { kind, target, partitionKey } of told) {
      if (kind !== EFFECTS.commitment) continue;
      const { subject } = await cases.load(partitionKey);
      const isTheirs = subject.commitments.some(({ personId }) => personId === target);
      assert.ok(isTheirs || leads.has(target), `${target} was told of ${partitionKey}`);
    }
  });

  it('has exactly the rows that the cases produce', async () => {
    // Where somebody changed their superior, the lists follow with the next event.
    for (const { id } of made) await cases.index.project(...(await projected(id)));
    const anew = new MemoryTables();
    const index = new CaseIndex(anew);
    for (const { id } of made) await index.project(...(await projected(id)));
    assert.deepEqual(await commitmentRows(tables), await commitmentRows(anew));
  });

  async function projected(id: string): Promise<Parameters<CaseIndex['project']>> {
    const { subject } = await cases.load(id);
    return [subject, await lineOf(cases.directory, subject), await leadersOf(cases.directory, subject)];
  }

  it('asks storage before the answer for one write of the case, and the people', () => {
    for (const { 'People get': people = 0, ...others } of requests) {
      assert.deepEqual(others, { 'Cases commit': 1 });
      assert.ok(people <= 10, `${people} readings of people`);
    }
  });

  it('needs no repair, and logs no failure', () => {
    const failed = cases.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
    assert.deepEqual(failed, []);
    assert.deepEqual(cases.poison.bodies, []);
  });
});

async function commitmentRows(of: Tables): Promise<Row[]> {
  const found: Row[] = [];
  for await (const key of of.partitions('CaseIndex')) {
    if (!/^(committed|agreed|followed)/.test(key)) continue;
    for await (const { row } of rowsOf(of, 'CaseIndex', key)) found.push(row);
  }
  return found;
}
