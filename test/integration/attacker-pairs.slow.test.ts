/**
 * Two people who may nothing know every id that is stored, and those that will be. They send each request that somebody has
 * sent, and one of their own making for each verb, about each of these ids; where that leaves something of theirs under such
 * an id, they send all the others after it. Nothing of other people changes, nothing of theirs comes back, and whatever other
 * people do later goes where it belongs.
 */
import assert from 'node:assert/strict';
import { oldCaseIdOf, oldIdOf } from '../../src/features/sources/domain/old-ids.js';
import type { Stores } from '../../src/local/stores.js';
import { bogotaDay, shiftedDay } from '../../src/platform/calendar/days.js';
import type { Row, TableName } from '../../src/platform/storage/tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { bareApp } from '../support/bare-app.js';
import { textOf } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { pdfOfText } from '../support/files/pdfs.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { memoryStores } from '../support/memory-stores.js';
import { soon } from '../support/soon.js';
import { announce, HandClock } from '../support/trainings.js';
import {
  about,
  allRows,
  ask,
  notedStores,
  Overhearing,
  type Request,
  type Surface,
  type Write,
} from '../support/two-steps.js';
import { type Player, World } from '../support/world.js';

const MARKER = 'zarzaparrilla';
const told = (what: string) =>
  `En la ventanilla ${MARKER}, ${what}, y nadie me explicó qué papeles hacían falta.`;
const HEAD = 'radicado;fuente;tipo;fecha;texto;área;sede;persona;reclamo en salud';
const row = (number: string, what: string, person: string) =>
  `${number};PQRS;queja;03/11/2026;${told(what)};;Calle 26;${person};no`;
/** What people may do about a thing that is everybody's. */
const THEIR_OWN = new Set(['attendance.register', 'training.view', 'training.answer']);
/** Counters, and notes on who wrote where. */
const NOBODYS = new Set<Write['what']>([
  'Conversations',
  'Feedback',
  'Figures',
  'Instances',
  'Tickets',
  'Operations',
]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FORESEEN = 24;
// Nothing in the queue becomes due by itself.
const STORES = { ...memoryStores(), queue: new MemoryQueue(() => 0) };
const MADE_UP = {
  revision: 1,
  quote: '',
  narrative: told('otra historia').replace(MARKER, 'de siempre'),
  authorised: 'true',
  message: 'Le explicó con paciencia a una señora cómo pedir su cita.',
  attribute: 'amabilidad',
  public: 'false',
  reason: 'duplicate',
  note: 'x',
  question: 'x',
  answer: 'x',
  words: 'x',
  summary: 'x',
  outcomes: 'conversation',
  level: 'low',
  agree: 'no',
  leader: '00000000-0000-4000-8000-000000000004',
  person: '00000000-0000-4000-8000-000000000004',
};

describe('an attacker in two steps', function () {
  this.timeout(900_000);
  const overheard = new Overhearing();
  const clock = new HandClock();
  const serial = { next: 0 };
  const idAt = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-00005eed0000`;
  const { stores, writes } = notedStores(STORES);
  let world: World;
  let verbs: string[];
  let known: Set<string>;
  /** What the attackers have made themselves. */
  const own = new Set<string>();
  const tried = { sent: 0, pairs: 0 };

  before(async () => {
    verbs = bareApp().verbs.filter((verb) => !THEIR_OWN.has(verb));
    world = await World.open({ clock: clock.now, stores, newId: () => idAt(serial.next++) });
    overheard.begin();
    await everythingHappens('antes');
    overheard.end();
    // Whoever attacks has said hello, and has an open report and a recognition to work with.
    for (const name of ['Carlos', 'Diana']) await world.person(name).writes('hola');
    known = await idsIn(stores);
  });
  after(async () => {
    await world.close();
    process.stdout.write(`      ${tried.sent} requests, ${tried.pairs} pairs\n`);
  });

  it('changes nothing and learns nothing with the ids that are there', async () => {
    for (const name of ['Carlos', 'Diana']) await attack(name, [...known]);
    assert.ok(tried.sent > 10_000, `${tried.sent} requests`);
  });

  it('catches nothing that other people begin later', async () => {
    const foreseen = Array.from({ length: FORESEEN }, (_, at) => idAt(serial.next + at));
    const rows = ['PQR-3', 'PQR-4'].map((ownId) => ({ channel: 'pqrs', ownId }) as const);
    const computed = rows.flatMap((one) => [oldIdOf(one), oldCaseIdOf(one)]);
    const numbers = ['HUM-2026-000021', 'HUM-2026-000041'];
    await attack('Carlos', [...computed, ...foreseen, ...numbers]);
    await everythingHappens('después');
    await attack(
      'Carlos',
      [...(await idsIn(stores))].filter((id) => !known.has(id)),
    );
  });

  it('gets no further with any two verbs in a row, in either order', async () => {
    const carlos = world.person('Carlos');
    for (const [kind, id] of await oneOfEach()) {
      const begun = writes.length;
      for (const at of everyPair(verbs.length)) {
        const verb = verbs[at] ?? '';
        const request = heardOf(verb, id) ?? { verb, data: { ...MADE_UP, id } };
        await send(carlos, 'composeExtension/submitAction', request);
      }
      writtenBy(carlos, begun, id);
      tried.pairs += verbs.length ** 2;
      process.stdout.write(`      ${kind}: ${verbs.length ** 2} pairs\n`);
    }
  });

  it('leaves the row of another channel about a member of the team to the others', async () => {
    const hernan = world.person('Hernán');
    const about = await rowOf('PQR-2');
    for (const verb of verbs.filter((one) => one.startsWith('sources.')))
      for (const id of [String(about?.id), oldIdOf({ channel: 'pqrs', ownId: 'PQR-2' })])
        for (const surface of ['adaptiveCard/action', 'composeExtension/submitAction'] as const)
          await ask(world, hernan, surface, {
            verb,
            data: { ...MADE_UP, id, rows: id, likely: MADE_UP.person },
          });
    assert.deepEqual(await rowOf('PQR-2'), about);
  });

  /** Something of Ana's of each kind, and an id that is next. */
  async function oneOfEach(): Promise<[string, string][]> {
    const all = await allRows(STORES, ['Cases', 'Drafts', 'Recognitions', 'Trainings', 'Sources']);
    const ana = world.person('Ana').person.id;
    const first = (kind: string, isIt: (row: Row) => boolean, idOf = (row: Row) => row.partitionKey) => {
      const found = all.find(({ row: one }) => isIt(one));
      if (!found) throw new Error(`no ${kind}`);
      return [kind, idOf(found.row)] as [string, string];
    };
    return [
      first('case', (one) => one.rowKey === 'case' && one.reporterId === ana),
      first(
        'draft',
        (one) => one.partitionKey === ana && !one.sent,
        (one) => one.rowKey,
      ),
      first('recognition', (one) => one.rowKey === 'sending'),
      first('training', (one) => one.rowKey === 'training'),
      first(
        'row',
        (one) => one.rowKey === 'row:PQR-2',
        (one) => String(one.id),
      ),
      ['next', idAt(serial.next)],
    ];
  }

  /** Each request about each id; where it leaves something under that id, all requests about it once more. */
  async function attack(name: string, ids: readonly string[]): Promise<void> {
    const attacker = world.person(name);
    const isAlready = attacker.received.length;
    for (const id of ids) {
      const planted = await sendAll(attacker, id);
      if (planted.length === 0) continue;
      const before = tried.sent;
      await sendAll(attacker, id);
      tried.pairs += tried.sent - before;
    }
    for (const { text = '', card } of attacker.received.slice(isAlready))
      assertNothing(text + JSON.stringify(card ?? ''), name);
  }

  /** Returns what it wrote that bears the id. */
  async function sendAll(attacker: Player, id: string): Promise<Write[]> {
    const begun = writes.length;
    for (const verb of verbs) {
      const heard = heardOf(verb, id);
      const made = { verb, data: { ...MADE_UP, id } };
      await send(attacker, 'adaptiveCard/action', heard ?? made);
      await send(attacker, 'composeExtension/submitAction', made);
      await send(attacker, 'composeExtension/submitAction', heard ?? { verb, data: { id } });
    }
    return writtenBy(attacker, begun, id);
  }

  const heardOf = (verb: string, id: string): Request | undefined => {
    const heard = overheard.requests.get(verb);
    return heard && about(heard, { id, known, marker: MARKER });
  };

  async function send(attacker: Player, surface: Surface, request: Request): Promise<void> {
    clock.forward(500);
    const answer = await ask(world, attacker, surface, request);
    const what = `${attacker.person.name} ${surface} ${request.verb} ${JSON.stringify(request.data)}`;
    assert.ok(answer.status < 500, `${what}: ${answer.status}`);
    assertNothing(answer.text, what);
    tried.sent += 1;
  }

  /** Returns what was written since under this id. @throws AssertionError if anything of others was. */
  function writtenBy(attacker: Player, begun: number, id: string): Write[] {
    const written = writes.slice(begun);
    const isByThem = ({ content }: Write) => content.includes(attacker.person.id);
    for (const one of written.filter(isByThem))
      for (const made of idsOf(one.content)) if (!known.has(made)) own.add(made);
    for (const one of written) {
      const isAllowed =
        isByThem(one) ||
        own.has(one.partitionKey) ||
        NOBODYS.has(one.what) ||
        one.content.includes('counter');
      assert.ok(isAllowed, `${attacker.person.name} wrote ${one.what} ${one.content}, about ${id}`);
    }
    return written.filter((one) => one.content.includes(id) && !NOBODYS.has(one.what));
  }

  /** Everybody does what there is to do; each thing is seen by the person whom it is for. */
  async function everythingHappens(when: string): Promise<void> {
    const [ana, luis, marta, hernan] = ['Ana', 'Luis', 'Marta', 'Hernán'].map((name) =>
      world.person(name),
    ) as [Player, Player, Player, Player];
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: told(`caso ${when}`), confidential: 'true' });
    await ana.taps('report.submit');
    const card = await luis.sees(`caso ${when}`);
    await luis.taps('case.accept', {}, { message: card });
    const until = shiftedDay(bogotaDay(clock.now()), 40);
    const agreed = { likely: luis.person.id, what: `Explicar, ${MARKER}`, until, kind: 'standard' };
    await luis.taps('commitment.add', agreed, { message: card });
    await luis.taps('case.ask', { question: `¿A qué hora, ${MARKER}?` }, { message: card });
    const asked = await ana.sees(`¿A qué hora, ${MARKER}?`);
    await ana.taps('case.reply', { answer: `A las diez, ${MARKER}.` }, { message: asked });

    const quoted = {
      verb: 'report.quote',
      data: { quote: told('cita'), narrative: told('citado'), authorised: 'true' },
    };
    const form = await ask(world, ana, 'composeExtension/submitAction', { ...quoted, data: {} });
    const id = /"id":"([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? '';
    await ask(world, ana, 'composeExtension/submitAction', { ...quoted, data: { ...quoted.data, id } });
    await ana.sees('citado');

    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: told(`borrador ${when}`) });
    await sendsFile(world, ana, 'nota.pdf', Buffer.concat([await pdfOfText(), Buffer.from(MARKER)]));
    await ana.writes('mis datos');
    await ana.taps('privacy.correct', { words: `Mi área es otra, ${MARKER}, ${when}.` });

    // The same person is thanked once in a while only.
    const thanked = when === 'antes' ? luis : marta;
    const thanks = await ana.writes('quiero reconocer a alguien');
    const written = {
      person: thanked.person.id,
      attribute: 'amabilidad',
      message: `Ayudó mucho, ${MARKER}, ${when}.`,
    };
    await ana.taps('recognition.send', written, { message: thanks });
    await ana.taps('recognition.send', {}, { message: thanks });

    await announce(world, { title: `Escucha ${when}` });
    await imported(hernan, when);
    // What waits two minutes is told before anybody attacks: it would be written meanwhile.
    const sending = await recognitionOf(when);
    await world.brings({ kind: 'recognition', partitionKey: sending });
    await thanked.sees('¡Te reconocieron!', when);
    await world.logged(new RegExp(`"case":"${sending}".*"kind":"recognition.index".*"effect carried out"`));
    await marta.writes('equipo');
  }

  async function imported(hernan: Player, when: string): Promise<void> {
    const numbers = when === 'antes' ? ['PQR-1', 'PQR-2'] : ['PQR-3', 'PQR-4'];
    const about = ['ana@demo.example', 'hernan@demo.example'];
    const rows = numbers.map((number, at) => row(number, `fila ${number}`, about[at] ?? ''));
    await sendsFile(world, hernan, 'pqrs.csv', Buffer.from([HEAD, ...rows].join('\r\n')));
    const preview = await hernan.sees(`El archivo trae ${rows.length} filas`);
    await hernan.taps('sources.keep', {}, { message: preview });
    // Rows are kept behind the answer.
    const list = await soon(async () => {
      const shown = await hernan.writes('otros canales');
      return textOf(hernan.cardOf(shown)).includes(`fila ${numbers[0]}`) ? shown : undefined;
    });
    await hernan.taps('sources.report', {}, { message: list });
    clock.forward(3 * 60_000);
    await world.brings({ kind: 'sources-carry', channel: 'pqrs', key: numbers[0] });
    await world.listed(String((await rowOf(numbers[0]))?.becomes));
    const made = await caseOf(numbers[0]);
    assert.ok(made?.includes(`fila ${numbers[0]}`), `the case of ${numbers[0]} is another one: ${made}`);
  }
});

async function recognitionOf(when: string): Promise<string> {
  const rows = await allRows(STORES, ['Recognitions']);
  return rows.find(({ row: one }) => String(one.message).includes(when))?.row.partitionKey ?? '';
}

async function rowOf(ownId = ''): Promise<Row | undefined> {
  return (await allRows(STORES, ['Sources'])).find(({ row: one }) => one.rowKey === `row:${ownId}`)?.row;
}

/** The report of the case that a row became. */
async function caseOf(ownId = ''): Promise<string | undefined> {
  const number = (await rowOf(ownId))?.caseNumber;
  const all = await allRows(STORES, ['Cases']);
  const id = all.find(({ row: one }) => number && one.number === number && one.rowKey === 'case')?.row
    .partitionKey;
  return all.find(({ row: one }) => id && one.partitionKey === id && one.rowKey.startsWith('event:'))?.row
    .body as string | undefined;
}

/** Numbers below `count` in an order in which any two follow on each other once. */
function* everyPair(count: number): Generator<number> {
  for (let one = 0; one < count; one++) {
    yield one;
    for (let other = one + 1; other < count; other++) {
      yield one;
      yield other;
    }
  }
  yield 0;
}

function assertNothing(shown: string, what: string): void {
  assert.ok(!shown.includes(MARKER), `${what}: ${shown.slice(0, 400)}`);
}

/** All ids that are stored, in keys and columns, and numbers of cases. */
async function idsIn(stores: Stores): Promise<Set<string>> {
  const names = TABLE_NAMES.filter((name) => !NOBODYS.has(name) && name !== 'People') as TableName[];
  const ids = new Set<string>();
  for (const { row: one } of await allRows(stores, names))
    for (const id of idsOf(Object.values(one).join(' '))) ids.add(id);
  return ids;
}

const idsOf = (text: string): string[] =>
  text
    .split(/[^\w-]+/)
    .filter((piece) => UUID.test(piece) || /^([0-9a-f]{32}|(HUM|DAT)-\d[\d-]+)$/.test(piece));
