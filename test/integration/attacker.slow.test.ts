/**
 * Every wrong person sends every verb, with every id that could be found or guessed and everything that a card could
 * be made to say. Nothing of another person changes, and nothing of theirs comes back.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TableName } from '../../src/platform/storage/tables.js';
import { LOCAL_TENANT } from '../../src/settings.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { activity, execute } from '../support/activities.js';
import { bareApp } from '../support/bare-app.js';
import { rawRows } from '../support/storage.js';
import { announce, HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const MARKER = 'zarzaparrilla';
const SENT = `En la ventanilla ${MARKER} no me explicaron qué papeles hacían falta y perdí la mañana.`;
const DRAFTED = `Al turno siguiente, ${MARKER} de nuevo, nadie contestó el teléfono de la sede.`;

/** Whom a card could claim to speak for, and all that a handler may read. */
const FORGED = {
  actorId: '00000000-0000-4000-8000-000000000002',
  aadObjectId: '00000000-0000-4000-8000-000000000002',
  from: { aadObjectId: '00000000-0000-4000-8000-000000000002' },
  role: 'humanization',
  roles: ['humanization', 'admin'],
  assignee: { kind: 'humanization' },
};
const WORDS = {
  note: 'x',
  reason: 'x',
  question: 'x',
  answer: 'x',
  words: 'x',
  summary: 'x',
  outcomes: 'conversation',
  level: 'low',
  narrative: 'Una historia cualquiera que es bastante larga para enviarla.',
  person: '00000000-0000-4000-8000-000000000004',
  title: 'x',
  day: '2026-11-24',
  startsAt: '09:00',
  endsAt: '10:00',
  code: 'AAAAAA',
  name: 'x',
  key: 'x',
  useful: 'no',
};
/** What these people may do for themselves, by the rules: it changes or shows what is theirs. */
const THEIR_OWN = new Set(['attendance.register', 'training.view', 'training.answer']);

describe('an attacker', function () {
  this.timeout(600_000);
  let world: World;
  let clock: HandClock;
  let verbs: string[];
  let ids: string[];

  before(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    verbs = bareApp().verbs;
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: SENT, confidential: 'true' });
    await ana.taps('report.submit');
    await world.person('Luis').sees('HUM-2026-000001');
    await ana.writes('mis datos');
    await ana.taps('privacy.correct', { words: `Mi área es otra, ${MARKER}.` });
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: DRAFTED });
    const { id: trainingId } = await announce(world);
    const [caseId = ''] = (await rawRows(world.stores.tables, 'Cases')).map(({ partitionKey }) =>
      String(partitionKey),
    );
    const drafts = (await rawRows(world.stores.tables, 'Drafts')).map(({ rowKey }) => rowKey);
    ids = [
      ...new Set([
        caseId,
        ...drafts,
        trainingId,
        'HUM-2026-000001',
        'DAT-2026-000001',
        ana.person.id,
        randomUUID(),
        '',
        '../x',
      ]),
    ];
  });
  after(() => world.close());

  it('gets nothing and changes nothing of other people', async () => {
    const people = ['Carlos', 'Diana', 'Marta', 'Teresa'].map((name) => world.person(name));
    for (const one of people) await one.writes('hola');
    const before = await stored(world, people);
    const seen = new Map(people.map((one) => [one, one.received.length]));
    let tries = 0;
    for (const attacker of people) {
      for (const verb of verbs) {
        for (const id of ids) {
          if (
            THEIR_OWN.has(verb) ||
            (attacker.person.roles.includes('trainer') && verb.startsWith('training'))
          )
            continue;
          for (const data of [
            { id },
            { id, revision: 1, ...WORDS },
            { id, number: id, revision: '2', ...WORDS, ...FORGED },
          ]) {
            clock.forward(500);
            const shown = await answerTo(world, attacker, verb, data);
            assertNothingOfAna(shown, `${attacker.person.name}: ${verb} ${JSON.stringify(data)}`);
            tries += 1;
          }
        }
      }
    }
    for (const one of people) {
      const told = one.received
        .slice(seen.get(one))
        .map(({ text = '', card }) => text + JSON.stringify(card ?? ''));
      for (const words of told) assertNothingOfAna(words, one.person.name);
    }
    assert.deepEqual(await stored(world, people), before);
    assert.ok(tries > 5_000, `${tries}`);
  });

  it('gets nothing from the commands of the message box', async () => {
    const carlos = world.person('Carlos');
    const before = await stored(world, [carlos]);
    const elsewhere = {
      id: '19:somebody_else@unq.gbl.spaces',
      conversationType: 'personal',
      tenantId: LOCAL_TENANT,
    };
    for (const name of [
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
      'composeExtension/query',
    ]) {
      for (const verb of verbs.filter((one) => !THEIR_OWN.has(one))) {
        for (const id of ids.slice(0, 2)) {
          clock.forward(500);
          const data = { verb, id, revision: 1, ...WORDS, ...FORGED };
          const value = {
            commandId: verb,
            commandContext: 'message',
            data,
            parameters: [{ name: 'text', value: id }],
          };
          const invoke = { type: 'invoke', name, text: undefined, conversation: elsewhere, value };
          const from = {
            id: `29:${carlos.person.id}`,
            aadObjectId: carlos.person.id,
            name: 'Ana Colaboradora',
          };
          const response = await world.post(activity(world, { ...invoke, from }));
          assertNothingOfAna(await response.text(), `${name} ${verb} ${id}`);
        }
      }
    }
    for (const { text = '', card } of carlos.received)
      assertNothingOfAna(text + JSON.stringify(card ?? ''), 'Carlos');
    assert.deepEqual(await stored(world, [carlos]), before);
  });

  it('does not learn the name behind a withheld one, nor act for the reporter, as the leader who has the case', async () => {
    const luis = world.person('Luis');
    const mayNot = [
      'reply',
      'add',
      'withdraw',
      'contest',
      'reopen',
      'reassign',
      'hold',
      'release',
      'identify',
    ];
    const revision = await revisionOf(world);
    for (const verb of verbs.filter((one) => mayNot.some((command) => one === `case.${command}`))) {
      for (const data of [
        { revision, ...WORDS },
        { revision, ...WORDS, ...FORGED },
      ]) {
        clock.forward(500);
        const shown = await answerTo(world, luis, verb, { id: ids[0], ...data });
        assert.doesNotMatch(shown, /Ana Colaboradora/);
      }
    }
    assert.equal(await revisionOf(world), revision);
  });

  it('is slowed down after 120 clicks at once, and is still answered when writing', async () => {
    const carlos = world.person('Carlos');
    clock.forward(60 * 60_000);
    const answers: string[] = [];
    for (let at = 0; at < 130; at++)
      answers.push(await answerTo(world, carlos, 'case.view', { id: randomUUID() }));
    assert.equal(answers.filter((shown) => /muchos toques seguidos/.test(shown)).length, 10);
    assert.match(JSON.stringify(await carlos.writes('ayuda')), /reportar/);
  });
});

async function answerTo(
  world: World,
  { person, conversation }: Player,
  verb: string,
  data: object,
): Promise<string> {
  const activity = execute(
    world,
    { verb, data },
    {
      from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
      conversation: { id: conversation.id, conversationType: 'personal', tenantId: LOCAL_TENANT },
    },
  );
  const response = await world.post(activity);
  assert.ok(response.status < 500, `${verb}: ${response.status}`);
  return response.text();
}

function assertNothingOfAna(shown: string, what: string): void {
  assert.ok(!shown.includes(MARKER), `${what}: ${shown.slice(0, 300)}`);
}

/** Everything stored but what is the attackers' own, counters, and the bot's notes on who wrote where. */
async function stored(world: World, attackers: readonly Player[]): Promise<Record<string, string[]>> {
  const own = attackers.map(({ person }) => person.id);
  const left = new Set<TableName>(['Conversations', 'Feedback', 'Figures', 'Instances', 'Tickets']);
  const tables: Record<string, string[]> = {};
  for (const table of TABLE_NAMES) {
    if (left.has(table)) continue;
    const rows = (await rawRows(world.stores.tables, table)).map((row) => JSON.stringify(row));
    tables[table] = rows
      .filter((row) => !row.includes('"counter"') && !own.some((id) => row.includes(`"${id}"`)))
      .sort();
  }
  return tables;
}

async function revisionOf(world: World): Promise<unknown> {
  return (await rawRows(world.stores.tables, 'Cases')).find(({ rowKey }) => rowKey === 'case')?.revision;
}
