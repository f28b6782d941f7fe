import assert from 'node:assert/strict';
import { CaseStore } from '../../src/features/cases/index.js';
import { emptyDraft } from '../../src/features/reports/domain/draft.js';
import { Drafts } from '../../src/features/reports/store/drafts.js';
import type { Arrived } from '../../src/features/sources/domain/arrived.js';
import { oldCaseIdOf, oldIdOf } from '../../src/features/sources/domain/old-ids.js';
import type { Card } from '../../src/platform/cards/renderer.js';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import type { Person } from '../../src/platform/people/person.js';
import type { Row, Tables } from '../../src/platform/storage/tables.js';
import type { Reply } from '../../src/turn.js';
import { textOf, verbs } from '../support/cards.js';
import { SIGNER } from '../support/host.js';
import { MemoryTables } from '../support/memory-tables.js';
import { type Posted, SourcesRig } from '../support/sources.js';
import { HandClock } from '../support/trainings.js';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: `${id.toLowerCase()}@x.co`,
  roles: [],
  area: 'Caja',
  ...more,
});
const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
const PEOPLE = [
  person(id('01'), { name: 'Ana Ruiz', superiorId: id('02') }),
  person(id('02'), { name: 'Luis Vega', superiorId: id('03'), roles: ['leader'] }),
  person(id('03'), { name: 'Marta Gil', area: 'Dirección', roles: ['leader'] }),
  person(id('07'), {
    name: 'Hernán Paz',
    area: 'Humanización',
    roles: ['humanization'],
    superiorId: id('03'),
  }),
  person(id('08'), {
    name: 'Paula Sol',
    area: 'Humanización',
    roles: ['humanization'],
    superiorId: id('03'),
  }),
];
const [ANA, LUIS, MARTA, HERNAN, PAULA] = PEOPLE.map((one) => one.id) as [
  string,
  string,
  string,
  string,
  string,
];

const COLD: Arrived = {
  channel: 'mystery-shopper',
  ownId: 'CI-1',
  kind: 'failure',
  occurredOn: '2026-11-03',
  text: 'La asesora no me saludó y no me explicó nada.',
  area: 'Caja',
  place: '',
  person: '',
};
const row = (ownId: string, more: Partial<Arrived> = {}): Arrived => ({ ...COLD, ownId, ...more });
const THREAT = row('PD-1', { text: 'Un supervisor me amenazó con golpearme si seguía reclamando.' });
const TWO_MINUTES = 2 * 60_000 + 1_000;

describe('the review of what other channels bring', () => {
  let rig: SourcesRig;
  let clock: HandClock;
  let unreachable: string;
  const open = async () => {
    clock = new HandClock();
    unreachable = '';
    const onPost = ({ personId }: Posted) => {
      if (personId === unreachable) throw new DeliveryError('unreachable');
    };
    rig = await new SourcesRig({ clock: clock.now, people: PEOPLE, onPost }).open();
  };
  beforeEach(open);

  const cardIn = (reply: Reply) => (reply.kind === 'show' ? (reply.message.card as Card) : undefined);
  const shown = (reply: Reply) => textOf(cardIn(reply) ?? {});
  const later = async (ms: number) => {
    clock.forward(ms);
    await rig.settle();
  };
  const caseOf = async (one: Arrived) =>
    (await new CaseStore(rig.tables, SIGNER).load((await rig.row(one)).becomes))?.subject;
  const toldTo = (personId: string) =>
    rig.posted.filter((each) => each.personId === personId).map(({ message }) => textOf(message.card ?? {}));

  it('shows what cannot wait first, then the graver level, and thanks last', async () => {
    await rig.keeps([
      row('a', { kind: 'thanks', text: 'Gracias por la paciencia con mi mamá.' }),
      row('b'),
      THREAT,
      row('c', { text: 'Me gritó y me insultó delante de todos.' }),
    ]);
    const order: string[] = [];
    for (let at = 0; at < 4; at++) {
      const [next] = await rig.rows.waiting(1);
      order.push(next?.ownId ?? '');
      await rig.does(HERNAN, 'sources.dismiss', { id: await rig.idOf(next as Arrived), reason: 'duplicate' });
    }
    assert.deepEqual(order, ['PD-1', 'c', 'b', 'a']);
  });

  it('makes a case for the leader of the area, whose time begins after the two minutes to undo', async () => {
    await rig.keeps([COLD]);
    assert.match(shown(await rig.does(HERNAN, 'sources.triage')), /llega a \s*Luis Vega/);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) });
    await later(60_000);
    assert.equal(await caseOf(COLD), undefined);
    await later(TWO_MINUTES);
    const made = await caseOf(COLD);
    assert.deepEqual(made?.assignee, { kind: 'person', id: LUIS });
    assert.equal(made?.reporterId, undefined);
    assert.equal(made?.takenInBy, HERNAN);
    assert.equal(made?.report.source, 'mystery-shopper');
    assert.equal(made?.reportedAt, clock.now().toISOString());
    const [left] = await rig.rows.waiting(1);
    assert.equal(left, undefined);
  });

  it('sends a case about somebody to their superior, and never to themselves', async () => {
    const about = row('b', { person: 'luis vega', area: '' });
    await rig.keeps([about]);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(about) });
    await later(TWO_MINUTES);
    const made = await caseOf(about);
    assert.deepEqual(made?.assignee, { kind: 'person', id: MARTA });
    assert.deepEqual(made?.excludedIds, [LUIS]);
  });

  it('leaves out whoever of the line is named in it', async () => {
    const named = row('b', { text: 'El jefe Vega no me quiso atender y no me explicó nada.' });
    await rig.keeps([named]);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(named) });
    await later(TWO_MINUTES);
    assert.deepEqual((await caseOf(named))?.assignee, { kind: 'person', id: MARTA });
  });

  it('tells a leader of a whole round once, in one card', async () => {
    const all = ['a', 'b', 'c', 'd'].map((each) => row(each));
    await rig.keeps(all);
    for (const each of all) {
      await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(each) });
      await later(30_000);
    }
    await later(TWO_MINUTES);
    assert.deepEqual(toldTo(LUIS), []);
    await later(6 * 60_000);
    assert.equal(toldTo(LUIS).length, 1);
    assert.match(toldTo(LUIS)[0] ?? '', /Tienes 4 casos nuevos de otros canales/);
    await later(60 * 60_000);
    assert.equal(toldTo(LUIS).length, 1);
  });

  it('tells of a grave one at once, and not again with the others', async () => {
    await rig.keeps([THREAT]);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(THREAT) });
    await later(TWO_MINUTES);
    assert.match(toldTo(LUIS)[0] ?? '', /Llegó por: \s*Cliente incógnito/);
    assert.match(toldTo(PAULA)[0] ?? '', /amenazó/);
    await later(10 * 60_000);
    assert.ok(!toldTo(LUIS).some((words) => words.includes('de otros canales')));
  });

  it('moves the cases of a leader up who cannot be told of them', async () => {
    await rig.keeps([COLD]);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) });
    await later(TWO_MINUTES);
    unreachable = LUIS;
    await later(6 * 60_000);
    await rig.settle();
    assert.deepEqual((await caseOf(COLD))?.assignee, { kind: 'person', id: MARTA });
    assert.match(toldTo(MARTA)[0] ?? '', /Cliente incógnito/);
  });

  it('takes a decision back within two minutes, and not after', async () => {
    await rig.keeps([COLD]);
    const after = await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) });
    assert.match(shown(after), /Hasta entonces lo puedes deshacer/);
    assert.ok(verbs(cardIn(after) ?? {}).includes('sources.undo'));
    await rig.does(PAULA, 'sources.undo', { id: await rig.idOf(COLD) });
    await later(10 * 60_000);
    assert.equal(await caseOf(COLD), undefined);
    assert.equal((await rig.rows.waiting(1)).length, 1);

    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) });
    await later(TWO_MINUTES);
    assert.match(
      shown(await rig.does(HERNAN, 'sources.undo', { id: await rig.idOf(COLD) })),
      /pasó el tiempo para deshacer/,
    );
    assert.ok(await caseOf(COLD));
  });

  it('lets one decision stand when two people decide', async () => {
    await rig.keeps([COLD]);
    const [one, other] = await Promise.all([
      rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) }),
      rig.does(PAULA, 'sources.dismiss', { id: await rig.idOf(COLD), reason: 'duplicate' }),
    ]);
    const lost = [one, other].filter((reply) => shown(reply).includes('ya se decidió'));
    assert.equal(lost.length, 1);
  });

  it('keeps nothing of the words once it is decided, and never takes the row in again', async () => {
    await rig.keeps([COLD]);
    await rig.does(HERNAN, 'sources.dismiss', { id: await rig.idOf(COLD), reason: 'not-ours' });
    await later(TWO_MINUTES);
    const found = await rig.rows.byId(await rig.idOf(COLD));
    assert.deepEqual([found?.row.state, found?.row.text], ['done', '']);
    assert.equal(await rig.keeps([COLD]), 0);
  });

  it('decides on several of low impact together, whatever else the card brings back', async () => {
    const low = ['a', 'b', 'c'].map((each) => row(each));
    await rig.keeps([...low, THREAT]);
    const list = await rig.does(HERNAN, 'sources.several');
    assert.match(shown(list), /3 de impacto bajo/);
    const ids = (await Promise.all([...low.slice(0, 2), THREAT].map((one) => rig.idOf(one)))).join(',');
    await rig.does(HERNAN, 'sources.severalSend', { rows: ids });
    await later(TWO_MINUTES);
    const made = await Promise.all([...low, THREAT].map(caseOf));
    assert.deepEqual(made.map(Boolean), [true, true, false, false]);
  });

  it('puts a row off behind those that are as pressing', async () => {
    await rig.keeps([row('a'), row('b', { occurredOn: '2026-11-04' })]);
    await rig.does(HERNAN, 'sources.later', { id: await rig.idOf(row('a')) });
    assert.deepEqual(
      (await rig.rows.waiting(2)).map(({ ownId }) => ownId),
      ['b', 'a'],
    );
  });

  it('keeps a row about a member of the team from that member', async () => {
    const about = row('b', { person: 'hernán paz', area: '' });
    await rig.keeps([about]);
    assert.match(shown(await rig.does(HERNAN, 'sources.triage')), /No hay nada por revisar/);
    const before = await rig.row(about);
    await rig.does(HERNAN, 'sources.dismiss', { id: before.id, reason: 'not-ours' });
    await rig.does(HERNAN, 'sources.later', { id: before.id });
    await later(TWO_MINUTES);
    assert.deepEqual(await rig.row(about), before);
    assert.match(shown(await rig.does(PAULA, 'sources.triage')), /no me saludó/);
    await rig.does(PAULA, 'sources.dismiss', { id: before.id, reason: 'not-ours' });
    await rig.does(HERNAN, 'sources.undo', { id: before.id });
    assert.equal((await rig.row(about)).state, 'decided');
  });

  it('gives a row to a leader alone, and never to the one whom it is about', async () => {
    const about = row('b', { person: 'Luis Vega', personId: LUIS });
    await rig.keeps([about]);
    for (const leader of [ANA, LUIS, '00000000-0000-4000-8000-000000000099']) {
      const reply = await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(about), leader });
      assert.match(shown(reply), /Esa persona no lidera a nadie, o la fila es sobre ella/);
    }
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(about), leader: MARTA });
    await later(TWO_MINUTES);
    assert.deepEqual((await caseOf(about))?.assignee, { kind: 'person', id: MARTA });
  });

  describe('of an earlier version, whose id anybody can compute', () => {
    beforeEach(async () => {
      await rig.keeps([COLD]);
      const { id: given } = await rig.row(COLD);
      await rig.tables.write('Sources', {
        kind: 'delete',
        partitionKey: COLD.channel,
        rowKey: `ids:${given}`,
      });
      const place = { partitionKey: COLD.channel, rowKey: `row:${COLD.ownId}` };
      const stored = await rig.tables.get('Sources', place.partitionKey, place.rowKey);
      const { id: _, becomes: __, ...columns }: Row = stored?.row ?? place;
      await rig.tables.write('Sources', { kind: 'upsert', row: { ...place, ...columns } });
      const ids = { partitionKey: COLD.channel, rowKey: `ids:${oldIdOf(COLD)}`, key: COLD.ownId };
      await rig.tables.write('Sources', { kind: 'insert', row: ids });
    });

    it('becomes the case of that id, once, also when it is imported again', async () => {
      await rig.does(HERNAN, 'sources.report', { id: oldIdOf(COLD) });
      await later(TWO_MINUTES);
      assert.equal((await caseOf(COLD))?.id, oldCaseIdOf(COLD));
      assert.equal(await rig.keeps([COLD]), 0);
    });

    it('becomes a case of its own when somebody has reported under that id', async () => {
      const narrative = 'Una historia cualquiera que es bastante larga para enviarla.';
      const draft = { ...emptyDraft(oldCaseIdOf(COLD)), narrative };
      await new Drafts(rig.tables, clock.now).save(ANA, draft);
      await rig.does(ANA, 'report.submit', { id: draft.id });
      await rig.does(HERNAN, 'sources.report', { id: oldIdOf(COLD) });
      await later(TWO_MINUTES);
      const made = await caseOf(COLD);
      assert.notEqual(made?.id, oldCaseIdOf(COLD));
      assert.equal(made?.report.narrative, COLD.text);
      assert.equal((await rig.row(COLD)).caseNumber, made?.number);
      assert.match(rig.logLines.join('\n'), /the id of a row was taken/);
    });
  });

  it('is refused to everybody else', async () => {
    await rig.keeps([COLD]);
    for (const verb of ['sources.triage', 'sources.report', 'sources.several'])
      await assert.rejects(rig.does(ANA, verb, { id: await rig.idOf(COLD) }), /not-allowed/);
  });

  it('keeps many rows in few requests, and none that is known', async () => {
    const counted = { commit: 0, page: 0 };
    const tables = new Proxy(new MemoryTables(), {
      get(target, method: keyof Tables) {
        const call = target[method].bind(target) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          if (method === 'commit' || method === 'page') counted[method] += 1;
          return call(...args);
        };
      },
    });
    rig = await new SourcesRig({ clock: clock.now, people: PEOPLE, tables }).open();
    const many = Array.from({ length: 200 }, (_, at) => row(`m${at}`));
    counted.commit = 0;
    assert.equal(await rig.keeps(many), 200);
    assert.equal(counted.commit, 7, '33 rows in a transaction');
    assert.equal(await rig.keeps(many), 0);
    assert.equal(counted.commit, 7);
  });

  it('carries a decision out when its message is lost', async () => {
    await rig.keeps([COLD]);
    await rig.does(HERNAN, 'sources.report', { id: await rig.idOf(COLD) });
    rig.queue.clear();
    clock.forward(20 * 60_000);
    rig.sources.start?.();
    await rig.context.background.drain();
    await rig.settle();
    assert.ok(await caseOf(COLD));
    assert.match(rig.logLines.join('\n'), /a decision on a row was lost/);
  });
});
