/** The voice of who reported: asked once, told to few people in confidence, and nothing of it in the case. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ChatMessage } from '../../src/local/chats.js';
import { buttons, inputIds, inputValues, textOf } from '../support/cards.js';
import { aFieldKey } from '../support/field-keys.js';
import { sendReport } from '../support/reporting.js';
import { rawRows } from '../support/storage.js';
import { LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const TROUBLE = 'Desde que reporté me cambian los turnos.';
const DAY_MS = 86_400_000;
/** Of a case that was accepted and closed. */
const CLOSING = 3;

describe('the voice of who reported', function () {
  this.timeout(120_000);
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now, fieldKeys: [aFieldKey('k1')] });
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  });
  afterEach(() => world.close());

  /** A case that Luis has closed. */
  async function closes(): Promise<{ id: string; number: string }> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await sendReport(ana);
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    const id = String(buttons(luis.cardOf(card)).find(({ verb }) => verb === 'case.accept')?.data.id);
    const number = /HUM-\d{4}-\d{6}/.exec(textOf(luis.cardOf(card)))?.[0] ?? '';
    await luis.taps('case.accept', {}, { message: card });
    const closing = { outcomes: 'process', summary: 'Se cambió el aviso.' };
    await luis.taps('case.close', closing, { message: card });
    // Until then the closing could be taken back.
    clock.forward(10 * 60_000);
    await brings({ kind: 'dispatch', partitionKey: id });
    await ana.sees('cerró tu caso', number, 'Se cambió el aviso.');
    return { id, number };
  }

  /** The same, nine days ago. */
  async function closed(): Promise<{ id: string; number: string }> {
    const made = await closes();
    clock.forward(9 * DAY_MS);
    return made;
  }

  /** What the queue brings once it is due. */
  const brings = (work: object) => world.brings(work);
  const isDue = (caseId: string, phase: 'ask' | 'remind') =>
    brings({ kind: 'voice', caseId, closing: CLOSING, phase });

  async function asked(): Promise<{ id: string; number: string; question: ChatMessage }> {
    const { id, number } = await closed();
    await isDue(id, 'ask');
    return { id, number, question: await ana.sees('¿Quedaste conforme?', 'Se cambió el aviso.') };
  }

  const heard = (player: Player) =>
    player.received.map(({ text, card }) => text ?? (card ? textOf(card) : ''));
  const questions = () => heard(ana).filter((shown) => shown.includes('¿Quedaste conforme?'));
  const voiceOf = async (id: string) =>
    (await rawRows(world.stores.tables, 'Cases', { partitionKey: `voice:${id}` })).find(
      ({ rowKey }) => rowKey === 'voice',
    );

  it('is kept with one word, and nobody is told', async () => {
    const { id, question } = await asked();
    const form = await ana.opensForm('voice.answer', question);
    assert.match(textOf(form), /solo lo leen, con tu nombre: Hernán Humanización y Paula Protección/);
    const empty = await ana.submitsForm(question, form, { comment: 'Bien, gracias' });
    assert.match(textOf(empty.kind === 'card' ? empty.card : {}), /Falta decir si quedaste conforme/);
    assert.equal(inputValues(empty.kind === 'card' ? empty.card : {}).comment, 'Bien, gracias');
    const sent = await ana.submitsForm(question, form, { satisfied: 'yes' });
    assert.equal(sent.kind, 'closed');
    const thanks = await ana.sees('Gracias por contarme cómo quedaste');
    assert.ok(!buttons(ana.cardOf(thanks)).some(({ verb }) => verb === 'voice.report'));
    assert.ok((await voiceOf(id))?.answeredAt);
    await world.close();
    for (const name of ['Luis', 'Marta', 'Hernán', 'Paula'])
      assert.doesNotMatch(heard(world.person(name)).join('\n'), /en confianza|después del cierre/, name);
  });

  for (const satisfied of ['yes', 'partly', 'no']) {
    it(`of trouble, satisfied or not (${satisfied}), is told to the role protected and offers a protected case`, async () => {
      const { id, number, question } = await asked();
      await ana.taps(
        'voice.answer',
        { satisfied, retaliation: 'true', comment: TROUBLE },
        { message: question },
      );
      const thanks = await ana.sees(
        'Gracias por confiar en contarlo',
        'Hernán Humanización y Paula Protección',
      );
      assert.equal(/reabrir el caso/.test(textOf(ana.cardOf(thanks))), satisfied !== 'yes');
      for (const name of ['Hernán', 'Paula'])
        await world.person(name).sees('Ana Colaboradora', number, 'problemas por haber reportado', TROUBLE);
      const stored = JSON.stringify(await rawRows(world.stores.tables, 'Cases'));
      assert.ok(!stored.includes('cambian los turnos'), 'it is encrypted');

      await ana.taps('voice.report', {}, { message: thanks });
      assert.equal(inputValues(ana.card).narrative, TROUBLE, 'nothing is typed twice');
      await ana.taps('report.assess');
      assert.match(textOf(ana.card), /Le llega a\s*\n?Hernán Humanización y Paula Protección/);
      assert.match(textOf(ana.card), /represalia por haber reportado, no pasa por tu línea/);
      await ana.taps('report.submit');
      await world.person('Paula').sees('Caso protegido', TROUBLE);
      await world.close();
      for (const name of ['Luis', 'Marta'])
        assert.doesNotMatch(heard(world.person(name)).join('\n'), /turnos|conforme|confianza/, name);
      assert.ok((await voiceOf(id))?.answeredAt);
    });
  }

  it('begins with whom to call where the comment sounds like danger', async () => {
    const { question } = await asked();
    const comment = 'Ya no aguanto más, quiero desaparecer.';
    await ana.taps('voice.answer', { satisfied: 'no', comment }, { message: question });
    const thanks = await ana.sees('Gracias por contarme cómo quedaste');
    assert.match(textOf(ana.cardOf(thanks)), /^(Primero, la vida|Si alguien necesita ayuda ahora)/);
  });

  it('leaves card, lists, rows and revision of the case as they were, to the byte', async () => {
    const { id, number } = await closed();
    await world.listed(id);
    const shownTo = async (player: Player, ...words: string[]) => {
      const shown: unknown[] = [];
      for (const word of words) {
        const message = await player.writes(word);
        shown.push(message.text ?? player.cardOf(message));
      }
      return shown;
    };
    /** Everything of the case that the leader and the one above can come to see, and what is stored of it. */
    const seen = async () => {
      const told = [luis, world.person('Marta')].map((player) =>
        player.received.map((message) => message.text ?? player.cardOf(message)),
      );
      const shown = [
        await shownTo(luis, number, 'bandeja', 'equipo', 'mis compromisos'),
        await shownTo(world.person('Marta'), number, 'bandeja', 'equipo', 'mis compromisos'),
      ];
      const rows = [
        await rawRows(world.stores.tables, 'Cases', { partitionKey: id }),
        await rawRows(world.stores.tables, 'CaseIndex'),
      ];
      return { told, shown, rows };
    };
    const before = await seen();
    const since = [luis, world.person('Marta')].map(({ received }) => received.length);
    await isDue(id, 'ask');
    const question = await ana.sees('¿Quedaste conforme?');
    await ana.taps(
      'voice.answer',
      { satisfied: 'no', retaliation: 'true', comment: TROUBLE },
      { message: question },
    );
    for (const name of ['Hernán', 'Paula']) await world.person(name).sees(TROUBLE);
    assert.deepEqual(
      [luis, world.person('Marta')].map(({ received }) => received.length),
      since,
    );
    const after = await seen();
    assert.equal(JSON.stringify(after.shown), JSON.stringify(before.shown));
    assert.equal(JSON.stringify(after.rows), JSON.stringify(before.rows));
    assert.deepEqual(
      after.told.map((messages, at) => messages.slice(0, before.told[at]?.length)),
      before.told,
    );
    assert.match(JSON.stringify(before.shown), new RegExp(number), 'the case is shown to them');
  });

  it('is asked for once and reminded of once, whatever the queue brings', async () => {
    const other = await closes();
    const { id, number } = await asked();
    await isDue(other.id, 'ask');
    await ana.sees('¿Quedaste conforme?', other.number);
    clock.forward(8 * DAY_MS);
    await isDue(id, 'remind');
    await ana.sees('todavía me puedes contar', number);
    for (const phase of ['ask', 'remind', 'remind'] as const) await isDue(id, phase);
    await isDue(other.id, 'remind');
    await ana.sees('todavía me puedes contar', other.number);
    await world.close();
    assert.equal(questions().length, 4);
  });

  it('is given once, and by nobody else', async () => {
    const { id, question } = await asked();
    const form = await ana.opensForm('voice.answer', question);
    const given = { satisfied: 'no', comment: TROUBLE, to: String(submitted(form).to) };
    const greeting = await luis.writes('hola');
    for (const verb of ['voice.answer', 'voice.report']) {
      const refused = await luis.sends(greeting, verb, { verb, id, ...given });
      const unknown = await luis.sends(greeting, verb, { verb, id: randomUUID(), ...given });
      assert.deepEqual(refused, unknown, 'not even that there is such a question');
    }
    assert.equal((await voiceOf(id))?.answeredAt, '');
    await ana.submitsForm(question, form, { satisfied: 'yes' });
    await ana.sees('Gracias por contarme');
    const kept = await voiceOf(id);
    const again = await ana.submitsForm(question, form, { satisfied: 'no', comment: TROUBLE });
    assert.match(JSON.stringify(again), /Ya me habías contestado/);
    assert.deepEqual(await voiceOf(id), kept);
    const late = await ana.sends(greeting, 'voice.report', { verb: 'voice.report', id });
    assert.doesNotMatch(JSON.stringify(late), /Ya me habías|narrative/, 'there was no trouble to report');
  });

  it('is sent to nobody whom the form did not name', async () => {
    const { id, question } = await asked();
    const form = await ana.opensForm('voice.answer', question);
    assert.ok(inputIds(form).includes('retaliation'));
    const entered = { verb: 'voice.answer', id, satisfied: 'no', retaliation: 'true', comment: TROUBLE };
    await ana.sends(question, 'voice.answer', { ...entered, to: 'somebody', standalone: 'true' });
    const shown = await ana.sees('cambió quién lo lee');
    assert.equal(inputValues(ana.cardOf(shown)).comment, TROUBLE);
    assert.equal((await voiceOf(id))?.answeredAt, '');
  });

  it('is asked for no more once the days for it are over', async () => {
    const { question } = await asked();
    const form = await ana.opensForm('voice.answer', question);
    clock.forward(20 * DAY_MS);
    const late = await ana.submitsForm(question, form, { satisfied: 'yes' });
    assert.match(JSON.stringify(late), /Ya pasaron los días para contestar/);
  });
});

/** What the button of a form sends besides its inputs. */
function submitted(form: object): Record<string, unknown> {
  const found = JSON.stringify(form).match(/"to":"([0-9a-f]{16})"/);
  return { to: found?.[1] };
}
