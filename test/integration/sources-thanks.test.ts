import assert from 'node:assert/strict';
import type { Arrived } from '../../src/features/sources/domain/arrived.js';
import type { Card } from '../../src/platform/cards/renderer.js';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import type { Reply } from '../../src/turn.js';
import { inputValues, textOf, verbs } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { killedAt } from '../support/interrupted.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import { SourcesRig } from '../support/sources.js';
import { thoroughly } from '../support/thorough.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const HEAD = 'radicado;fuente;tipo;fecha;texto;área;sede;persona';
const SAID = 'Le explicó a mi mamá tres veces cómo pedir la cita, con toda la paciencia.';
const KIND = `PQR-2;PQRS;felicitación;06/11/2026;${SAID};;Calle 26;carlos@demo.example`;
const AFTER_UNDO_MS = 2 * 60_000 + 1_000;

describe('thanks of another channel, from the file to the person', () => {
  it('are told to the person on behalf of a user, with a copy for their superior', async () => {
    const clock = new HandClock();
    clock.set('2026-11-24T15:00:00Z');
    const world = await World.open({ clock: clock.now });
    try {
      const [team, carlos, luis] = ['Hernán', 'Carlos', 'Luis'].map((name) => world.person(name)) as [
        ReturnType<World['person']>,
        ReturnType<World['person']>,
        ReturnType<World['person']>,
      ];
      await sendsFile(world, team, 'pqrs.csv', Buffer.from([HEAD, KIND].join('\n')));
      await team.taps('sources.keep', {}, { message: await team.sees('El archivo trae 1 fila') });
      await team.sees('Listo, quedaron por revisar');
      const row = await team.writes('otros canales');
      assert.match(textOf(team.cardOf(row)), /Si es una felicitación, la recibe\s+Carlos Colaborador/);

      const form = await team.opensForm('sources.thanks', row);
      const proposed = inputValues(form);
      assert.equal(proposed.message, SAID);
      assert.equal(proposed.likely, carlos.person.id);
      assert.equal(proposed.attribute, 'escucha-comunicacion');
      assert.equal(proposed.public, 'false');
      const before = carlos.received.length;
      await team.submitsForm(row, form, {});
      await team.sees('PQR-2: después de las', 'se entrega a Carlos Colaborador', 'No hay nada por revisar');
      assert.equal(carlos.received.length, before, 'nobody is told while it can be taken back');

      clock.forward(AFTER_UNDO_MS);
      await world.brings({ kind: 'sources-carry', channel: 'pqrs', key: 'PQR-2' });
      await carlos.sees('¡Te reconocieron!', SAID, 'De parte de un usuario');
      await luis.sees('Carlos Colaborador', 'de tu equipo, recibió un reconocimiento', SAID);
      const mine = await carlos.writes('mis reconocimientos');
      assert.match(textOf(carlos.cardOf(mine)), /De parte de un usuario/);
      assert.match(textOf(carlos.cardOf(mine)), /6 de noviembre/, 'on the day on which it happened');
    } finally {
      await world.close();
    }
  });
});

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
const [ANA, LUIS, HERNAN, PAULA] = ['01', '02', '07', '08'].map(id) as [string, string, string, string];
const PEOPLE = [
  { id: ANA, name: 'Ana Ruiz', email: 'ana@x.co', area: 'Caja', roles: [], superiorId: LUIS },
  { id: LUIS, name: 'Luis Vega', email: '', area: 'Dirección', roles: ['leader' as const] },
  { id: HERNAN, name: 'Hernán Paz', email: '', area: 'Humanización', roles: ['humanization' as const] },
  { id: PAULA, name: 'Paula Sol', email: '', area: 'Humanización', roles: ['humanization' as const] },
];
const THANKS: Arrived = {
  channel: 'pqrs',
  ownId: 'PQR-2',
  kind: 'thanks',
  occurredOn: '2026-11-03',
  text: SAID,
  area: 'Caja',
  place: '',
  person: 'ana@x.co',
};
const SENT = { likely: ANA, attribute: 'amabilidad', message: SAID, public: 'false' };

describe('the review of thanks', () => {
  let rig: SourcesRig;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    rig = await new SourcesRig({ clock: clock.now, people: PEOPLE }).open();
    await rig.keeps([THANKS]);
  });

  const cardIn = (reply: Reply) => (reply.kind === 'show' ? (reply.message.card as Card) : undefined);
  const shown = (reply: Reply) => textOf(cardIn(reply) ?? {});
  const thanks = async (input: Record<string, unknown> = {}) =>
    rig.does(HERNAN, 'sources.thank', { id: await rig.idOf(THANKS), ...SENT, standalone: 'true', ...input });
  const later = async (ms: number) => {
    clock.forward(ms);
    await rig.settle();
  };
  const told = (personId: string) =>
    rig.posted.filter((each) => each.personId === personId).map(({ message }) => textOf(message.card ?? {}));
  const row = () => rig.row(THANKS);

  it('keeps nothing of the words or of whom they thank once it is carried out', async () => {
    await thanks();
    await later(AFTER_UNDO_MS);
    await later(60_000);
    assert.equal(told(ANA).length, 1);
    assert.equal((await row())?.state, 'done');
    assert.doesNotMatch(JSON.stringify(await row()), /explicó|00000000-0000-4000-8000-000000000001/);
  });

  for (const [problem, input, sentence] of [
    ['nobody is chosen', { likely: '' }, /Falta a quién quieres reconocer/],
    ['there is no attribute', { attribute: '' }, /Falta el atributo/],
    ['the words are too short', { message: 'Gracias.' }, /hacen falta al menos 20 caracteres/],
    [
      'the words would hurt',
      { message: 'Por fin hizo algo bien ese malparido de la ventanilla.' },
      /pueden herir/,
    ],
    ['it is for who decides', { likely: HERNAN }, /Esta felicitación es para ti/],
    ['the person is not known', { likely: '', person: id('99') }, /no la encuentro en el directorio/],
  ] as const) {
    it(`shows the form again, with what was entered, when ${problem}`, async () => {
      const again = await thanks(input);
      assert.match(shown(again), sentence);
      assert.equal(inputValues(cardIn(again)).message, input.message ?? SAID);
      await later(AFTER_UNDO_MS);
      assert.equal((await row())?.state, 'waiting');
      assert.deepEqual(told(ANA), []);
    });
  }

  it('opens again with what was entered after it was taken back', async () => {
    await thanks({ message: 'Le explicó a una señora tres veces cómo pedir su cita.' });
    await rig.does(PAULA, 'sources.undo', { id: await rig.idOf(THANKS) });
    await later(AFTER_UNDO_MS);
    assert.deepEqual(told(ANA), []);
    const form = await rig.does(PAULA, 'sources.thanks', { id: await rig.idOf(THANKS), standalone: 'true' });
    assert.equal(inputValues(cardIn(form)).message, 'Le explicó a una señora tres veces cómo pedir su cita.');
    assert.equal(inputValues(cardIn(form)).likely, ANA);
  });

  it('waits again, with the reason, when the person has left before it was told', async () => {
    await thanks();
    await rig.context.people.remove(PEOPLE.filter((one) => one.id === ANA));
    await later(AFTER_UNDO_MS);
    assert.deepEqual(told(ANA), []);
    assert.equal((await row())?.state, 'waiting');
    const card = await rig.does(PAULA, 'sources.triage');
    assert.match(shown(card), /no la encuentro en el directorio/);
    assert.ok(verbs(cardIn(card)).includes('sources.dismiss'));
    // Somebody else, whom the words thank, too.
    await rig.does(PAULA, 'sources.thank', {
      id: (await row()).id,
      ...SENT,
      likely: LUIS,
      standalone: 'true',
    });
    await later(AFTER_UNDO_MS);
    assert.equal(told(LUIS).length, 1);
  });

  it('goes to several at once, each with a card of their own, and once for all who tap', async () => {
    await Promise.all([thanks({ person: LUIS }), thanks({ person: LUIS })]);
    await later(AFTER_UNDO_MS);
    await later(20 * 60_000);
    assert.equal(told(ANA).length, 1);
    assert.match(told(LUIS).join('\n'), /¡Te reconocieron!/);
    assert.equal(told(LUIS).length, 1);
  });

  it('is told after all when the messages of its notices are lost with the process', async () => {
    // Rows say when they were changed by the clock of the storage.
    clock.set(new Date().toISOString());
    let isDown = true;
    const onPost = () => {
      if (isDown) throw new DeliveryError('unavailable');
    };
    rig = await new SourcesRig({ clock: clock.now, people: PEOPLE, onPost }).open();
    await rig.keeps([THANKS]);
    await thanks();
    await later(AFTER_UNDO_MS);
    rig.queue.clear();
    isDown = false;
    const audit = async () => {
      rig.recognitions.start?.();
      await rig.settle();
      await later(2_000);
    };
    await audit();
    assert.deepEqual(told(ANA), [], 'it may still be on its way');
    clock.forward(11 * 60_000);
    await audit();
    assert.equal(told(ANA).length, 1);
    assert.match(rig.logLines.join('\n'), /a notice of a recognition was lost/);
  });

  it('is refused to everybody else', async () => {
    for (const verb of ['sources.thanks', 'sources.thank'])
      await assert.rejects(rig.does(ANA, verb, SENT), /not-allowed/);
  });
});

/** Keeps a row of thanks, makes a recognition of it, and tells it. @returns the steps that it took. */
async function live(last: number): Promise<number> {
  const clock = new HandClock();
  const stored = new MemoryTables();
  const queue = new MemoryQueue(() => clock.now().getTime());
  const { tables, steps } = killedAt(stored, last);
  const posted: string[] = [];
  const rigOn = (at: Tables) =>
    new SourcesRig({
      clock: clock.now,
      people: PEOPLE,
      tables: at,
      queue,
      onPost: ({ personId, message }) => personId === ANA && posted.push(textOf(message.card ?? {})),
    });
  const whole = async (rig: SourcesRig) => {
    await rig.keeps([THANKS]);
    await rig.does(HERNAN, 'sources.thank', { id: await rig.idOf(THANKS), ...SENT, standalone: 'true' });
    for (let minute = 0; minute < 6; minute++) {
      clock.forward(60_000);
      await rig.settle();
    }
  };
  // The next process, which does the same again, and what waits in the queue.
  const second = await rigOn(stored).open();
  const first = rigOn(tables);
  await whole(first).catch(() => undefined);
  await first.context.background.drain();
  await whole(second);
  for (let hour = 0; hour < 3; hour++) {
    clock.forward(20 * 60_000);
    second.sources.start?.();
    await second.settle();
  }
  assert.equal((await second.row(THANKS)).state, 'done', `killed at ${last}`);
  const got = await second.recognitions.personalData?.[0]?.dataOf(ANA);
  assert.equal(JSON.stringify(got).split(SAID).length - 1, 1, `killed at ${last}: one recognition`);
  assert.ok(posted.length >= 1, `killed at ${last}: Ana was never told`);
  // What was sent just before the kill may be sent once more.
  assert.ok(posted.length <= 2, `killed at ${last}: Ana was told ${posted.length} times`);
  return steps();
}

describe('thanks of another channel and a process that is killed', function () {
  this.timeout(60_000);

  it('become one recognition, and are told, wherever it was killed', async () => {
    const all = await live(Number.POSITIVE_INFINITY);
    assert.ok(all < 100, `${all} steps`);
    for (let last = 0; last < all; last += thoroughly(4, 1)) await live(last);
  });
});
