import assert from 'node:assert/strict';
import { Rounds } from '../../../../../src/features/practice/service/rounds.js';
import { SentCounts } from '../../../../../src/features/practice/store/counts.js';
import { Members } from '../../../../../src/features/practice/store/members.js';
import type { WorkItem } from '../../../../../src/platform/delivery/work.js';
import type { Person } from '../../../../../src/platform/people/person.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import { memoryLog } from '../../../../support/log.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const DAY = '2026-11-24';
const PEOPLE: Person[] = [
  aPerson('here'),
  aPerson('guest'),
  aPerson('left', { isDisabled: true }),
  aPerson('away', { away: { from: DAY, until: DAY } }),
  aPerson('back', { away: { from: '2026-11-20', until: '2026-11-23' } }),
];
const PRACTICE = { id: 'amabilidad-01', section: 'amabilidad', behaviour: '', es: '', en: '', jobs: [] };

describe('a round of practices', () => {
  let now: Date;
  let owner: string;
  let queued: { item: WorkItem; inMs: number }[];
  let sent: string[];
  let members: Members;
  let rounds: Rounds;
  beforeEach(async () => {
    now = bogota(`${DAY} 08:30`);
    owner = 'me';
    queued = [];
    sent = [];
    const tables = new MemoryTables();
    members = new Members(tables);
    rounds = new Rounds({
      members,
      counts: new SentCounts(tables),
      practices: [PRACTICE],
      directory: { find: async (id) => PEOPLE.find((person) => person.id === id), withRole: async () => [] },
      isGuest: async (id) => id === 'guest',
      instances: { me: 'me', ownerOf: () => owner },
      work: { later: async (item, inMs) => void queued.push({ item, inMs }) },
      send: async (_day, ids) => void sent.push(...ids),
      clock: () => now,
      log: memoryLog().log,
    });
    for (const personId of [...PEOPLE.map(({ id }) => id), 'unknown']) {
      const since = bogota('2026-11-20 08:00').toISOString();
      await members.change(personId, () => ({
        personId,
        state: 'on',
        hour: '08:30',
        job: '',
        since,
        given: [],
      }));
    }
  });

  const run = (hour: string) => {
    const item = { kind: 'practice-round', day: DAY, hour };
    const kind = rounds.work['practice-round'];
    const read = kind?.read(item);
    assert.ok(kind && read);
    return kind.run(read);
  };

  it('is for those who are there: no guests, no closed accounts, nobody who is away', async () => {
    await run('08:30');
    assert.deepEqual(sent.sort(), ['back', 'here']);
    assert.deepEqual((await members.find('away'))?.given, []);
  });

  it('sends the same again when it runs again, for an outbox that knows what it has', async () => {
    await run('08:30');
    const chosen = (await members.find('here'))?.given;
    await run('08:30');
    assert.deepEqual(sent.sort(), ['back', 'back', 'here', 'here']);
    assert.deepEqual((await members.find('here'))?.given, chosen);
  });

  it('does nothing more than two hours late', async () => {
    now = bogota(`${DAY} 10:31`);
    await run('08:30');
    assert.deepEqual(sent, []);
  });

  it('is queued once by the instance whose turn it is', async () => {
    now = bogota(`${DAY} 06:05`);
    await rounds.look();
    await rounds.look();
    assert.deepEqual(
      queued.map(({ item }) => item),
      [{ kind: 'practice-round', day: DAY, hour: '06:00' }],
    );
    owner = 'another';
    now = bogota(`${DAY} 06:35`);
    await rounds.look();
    assert.equal(queued.length, 1);
  });
});
