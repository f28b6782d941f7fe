/** The forms of a case: what is typed is not lost. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { buttons, inputValues, parts, textOf } from '../support/cards.js';
import { sendReport } from '../support/reporting.js';
import { LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

const QUESTION = { question: '¿En qué sede fue?' };

describe('a form of a case', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  let card: ChatMessage;
  beforeEach(async () => {
    world = await World.open();
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await sendReport(ana);
    card = await luis.sees('Reportado, por aceptar');
  });
  afterEach(() => world.close());

  /** Sends what a form in the chat sends. */
  const sendsForm = (message: ChatMessage, inputs: Record<string, string>) => {
    const form = luis.cardOf(message);
    const data = parts(form).find(({ type }) => type === 'Action.Submit')?.data as Record<string, unknown>;
    return luis.sends(message, String(data.verb), { ...inputValues(form), ...data, ...inputs });
  };

  it('keeps the words when the case changes meanwhile, and sends them the second time', async () => {
    const form = await luis.opensForm('case.ask', card);
    await ana.taps('case.add', { words: 'Fue el martes.' });
    await luis.sees('agregó algo al caso', 'Fue el martes.');
    const again = await luis.submitsForm(card, form, QUESTION);
    assert.ok(again.kind === 'card');
    assert.match(textOf(again.card), /El caso cambió mientras escribías/);
    assert.equal(inputValues(again.card).question, QUESTION.question);
    assert.equal((await luis.submitsForm(card, again.card, {})).kind, 'closed');
    await ana.sees('te pregunta por tu caso', QUESTION.question);
  });

  it('is a message of its own where a client has no dialogs, which no change of the card replaces', async () => {
    const [accept] = buttons(luis.cardOf(card)).filter(({ verb }) => verb === 'case.accept');
    await luis.sends(card, 'case.ask', { ...accept?.data, verb: 'case.ask' });
    const form = luis.last;
    assert.notEqual(form.id, card.id);
    assert.match(textOf(luis.cardOf(form)), /¿Qué necesitas saber\?/);
    const shown = JSON.stringify(luis.cardOf(form));
    await ana.taps('case.add', { words: 'Fue el martes.' });
    await luis.sees('agregó algo al caso');
    assert.equal(JSON.stringify(luis.cardOf(form)), shown, 'the form stands as it was');
    await sendsForm(form, { question: '' });
    assert.match(textOf(luis.cardOf(form)), /El caso cambió|Falta el texto/);
    await sendsForm(form, QUESTION);
    assert.match(textOf(luis.cardOf(form)), /Listo · HUM-/);
    await ana.sees('te pregunta por tu caso', QUESTION.question);
  });

  it('is not opened by people who may not give its command', async () => {
    const [accept] = buttons(luis.cardOf(card)).filter(({ verb }) => verb === 'case.accept');
    const before = ana.received.length;
    await ana.sends(ana.last, 'case.reject', { ...accept?.data, verb: 'case.reject', msteams: {} });
    assert.equal(ana.received.length, before);
    assert.doesNotMatch(textOf(ana.card), /¿Por qué no corresponde\?/);
  });
});
