import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { buttons, inputValues, parts, textOf, verbs } from '../support/cards.js';
import { memoryStores } from '../support/memory-stores.js';
import { opensCase, sendReport } from '../support/reporting.js';
import { AWAY, HIGH, LOW, UNCLEAR } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { sheetNamed } from '../support/workbook.js';
import { type Player, World } from '../support/world.js';

const HOUR_MS = 3_600_000;

/** What a client sends by itself when it shows a card again. */
function refreshOf(card: object): { verb: string; data: Record<string, unknown> } {
  return (card as { refresh: { action: { verb: string; data: Record<string, unknown> } } }).refresh.action;
}

describe('a case', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  let marta: Player;
  let hernan: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, luis, marta, hernan] = ['Ana', 'Luis', 'Marta', 'Hernán'].map((name) => world.person(name)) as [
      Player,
      Player,
      Player,
      Player,
    ];
  });
  afterEach(() => world.close());

  /** Sends a report; returns the message with the reporter's card of the case. */
  async function reports(
    narrative: string,
    assess: Record<string, string> = {},
    submit: Record<string, string> = {},
    by = ana,
  ): Promise<ChatMessage> {
    await by.writes('reportar');
    const message = by.last;
    await by.taps('report.assess', { narrative, ...assess });
    await sendReport(by, submit);
    return message;
  }

  it('carries a question and its answer, also in a confidential report', async () => {
    const own = await reports(LOW, { confidential: 'true' });
    const card = await luis.sees('HUM-', 'Nombre reservado');
    await luis.taps('case.ask', { question: '¿En qué sede fue?' }, { message: card });
    await ana.sees('te pregunta por tu caso', '¿En qué sede fue?');
    await ana.taps('case.reply', { answer: 'En la de Suba.' }, { message: own });
    await luis.sees('respondió tu pregunta', 'En la de Suba.');
    await luis.sees('Respuesta de', 'En la de Suba.');
    for (const message of luis.received) {
      assert.doesNotMatch(JSON.stringify(message), /Ana Colaboradora|0{11}1"/);
    }
    assert.ok(!verbs(ana.cardOf(own)).includes('case.reply'), 'the question is answered');
  });

  it('leads back to the list from which it was opened, also after a refresh and a decision', async () => {
    await reports(LOW);
    const { data } = (await luis.sees('HUM-', 'Reportado, por aceptar')) && refreshOf(luis.card);
    await world.listed(String(data.id));
    const list = await luis.writes('bandeja');
    const leadsBack = () => verbs(luis.cardOf(list)).includes('cases.inbox');
    await luis.taps('case.view', {}, { message: list });
    assert.ok(leadsBack());
    const { verb, data: again } = refreshOf(luis.cardOf(list));
    await luis.sends(list, verb, again);
    assert.ok(leadsBack(), 'after a refresh');
    await luis.taps('case.accept', {}, { message: list });
    assert.match(textOf(luis.cardOf(list)), /Aceptado, en gestión/);
    assert.ok(leadsBack(), 'after a decision');
    await luis.taps('cases.inbox', {}, { message: list });
    assert.match(textOf(luis.cardOf(list)), /Bandeja/);
  });

  it('opens by its number for people who may see it, and stays hidden from others', async () => {
    const own = await reports(LOW);
    const number = textOf(ana.cardOf(own)).match(/HUM-\d{4}-\d{6}/)?.[0] ?? '';
    // The lists are written after the answer, together with what Luis is sent.
    await luis.sees(number, 'Reportado, por aceptar');
    assert.match(textOf(ana.cardOf(await ana.writes(number.toLowerCase()))), /no me explicaron/);
    assert.ok(textOf(ana.card).includes(number));
    assert.ok(verbs(ana.card).includes('case.withdraw'));
    assert.match(textOf(luis.cardOf(await luis.writes(`¿cómo va el caso ${number}?`))), /no me explicaron/);
    assert.ok(verbs(luis.card).includes('case.accept'));
    assert.match(textOf(hernan.cardOf(await hernan.writes(`caso ${number}`))), /no me explicaron/);
    assert.ok(verbs(hernan.card).includes('case.hold'));
    const hidden = await marta.writes(number);
    assert.match(hidden.text ?? '', /«mis casos».*«bandeja»/);
    const none = await marta.writes(number.replace(/\d{6}$/, '999999'));
    assert.equal(hidden.text, none.text);
    assert.equal((await hernan.writes('HUM-2019-000007')).text, none.text);
  });

  it('tells its former holder, by its number, only that it moved on', async () => {
    const own = await reports(LOW);
    const number = textOf(ana.cardOf(own)).match(/HUM-\d{4}-\d{6}/)?.[0] ?? '';
    const card = await luis.sees(number, 'Reportado, por aceptar');
    await luis.taps('case.escalate', { escalateReason: 'Es de otra área' }, { message: card });
    await marta.sees(number, 'Reportado, por aceptar');
    assert.match(textOf(luis.cardOf(await luis.writes(number))), /ya no está contigo/);
  });

  it('lets the leader confirm a level in review, or change it with a reason', async () => {
    await reports(UNCLEAR);
    const card = await luis.sees('por confirmar', 'aparecen negadas', 'golpes»');
    const { form } = await luis.taps('case.reclassify', { level: 'low' }, { message: card });
    assert.match(textOf(form), /Falta la razón/);
    assert.equal(inputValues(form).level, 'low', 'the choice stays');
    await luis.taps('case.reclassify', { level: 'medium' }, { message: card });
    assert.doesNotMatch(textOf(luis.cardOf(card)), /por confirmar/);
    const again = await luis.taps('case.reclassify', { level: 'medium' }, { message: card });
    assert.match(textOf(again.form), /ya está en ese nivel/);
    await luis.taps(
      'case.reclassify',
      { level: 'low', reclassifyReason: 'Fue un malentendido.' },
      { message: card },
    );
    assert.match(textOf(luis.cardOf(card)), /Impacto BAJO/);
    await ana.sees('en impacto bajo');
  });

  it('has its level confirmed with one tap, and without a reason', async () => {
    await reports(UNCLEAR);
    const card = await luis.sees('por confirmar', 'aparecen negadas');
    const { title, data } = oneTap(luis.cardOf(card));
    assert.equal(title, 'Confirmar impacto medio');
    assert.equal(data.level, 'medium');
    await luis.sends(card, 'case.reclassify', data);
    assert.doesNotMatch(textOf(luis.cardOf(card)), /por confirmar|Confirmar impacto/);
    await ana.sees('en impacto medio');
  });

  it('cannot be closed before its level is confirmed: the form offers to, and keeps what was written', async () => {
    await reports(UNCLEAR);
    const card = await luis.sees('por confirmar');
    await luis.taps('case.accept', {}, { message: card });
    const form = await luis.opensForm('case.close', card);
    assert.match(textOf(form), /Confirma primero el nivel/);
    const submits = parts(form).filter(({ type }) => type === 'Action.Submit');
    assert.deepEqual(
      submits.map(({ title }) => title),
      ['Confirmar impacto medio'],
    );
    const next = await luis.submitsForm(card, form, { summary: 'Hablé con todos.' });
    assert.ok(next.kind === 'card');
    assert.equal(inputValues(next.card).summary, 'Hablé con todos.');
    assert.doesNotMatch(textOf(next.card), /Confirma primero/);
    const closed = await luis.submitsForm(card, next.card, { outcomes: 'conversation' });
    assert.equal(closed.kind, 'closed');
    await luis.sees('Listo · HUM-');
  });

  it('refuses to close an unconfirmed case also where no form is opened, and shows the button', async () => {
    await reports(UNCLEAR);
    const card = await luis.sees('por confirmar');
    await luis.taps('case.accept', {}, { message: card });
    const { id, revision } = oneTap(luis.cardOf(card)).data;
    const closing = { id, revision, outcomes: 'conversation', summary: 'Hablé con todos.' };
    await luis.sends(card, 'case.close', closing);
    assert.match(textOf(luis.cardOf(card)), /Confirma primero el nivel/);
    assert.equal(oneTap(luis.cardOf(card)).title, 'Confirmar impacto medio');
  });

  it('is shown to the humanization team when it is raised to high', async () => {
    await reports(LOW);
    const card = await luis.sees('HUM-');
    await luis.taps(
      'case.reclassify',
      { level: 'high', reclassifyReason: 'La usuaria fue amenazada.' },
      { message: card },
    );
    await hernan.sees('HUM-', 'te aviso para que lo acompañes');
  });

  it('goes up when it is escalated, and its former holder sees nothing else of it', async () => {
    await reports(LOW);
    const card = await luis.sees('HUM-');
    await luis.taps('case.escalate', { escalateReason: 'Pasó en otra sede.' }, { message: card });
    assert.match(textOf(luis.cardOf(card)), /ya no está contigo/);
    assert.doesNotMatch(textOf(luis.cardOf(card)), /papeles/);
    await marta.sees('Reportado, por aceptar', 'Pasó a Marta Gerente', 'Pasó en otra sede.');
    await ana.sees('le pasó tu caso', 'Marta Gerente');
    const old = await luis.sees('ya no está contigo');
    await luis.sends(old, 'case.accept', { verb: 'case.accept', id: idOf(marta), revision: 2 });
    assert.match(textOf(luis.cardOf(old)), /ya no está contigo/);
  });

  it('goes one step above the leader who rejected it when the rejection is contested', async () => {
    const own = await reports(LOW);
    const card = await luis.sees('HUM-');
    await luis.taps('case.reject', { reason: 'No es de esta sede.' }, { message: card });
    const opened = await opensCase(ana, ana.cardOf(own));
    await ana.taps('case.contest', { reason: 'Sí fue en esta sede.' }, { message: opened });
    await marta.sees('Reportado, por aceptar', 'porque no está de acuerdo', 'Sí fue en esta sede.');
    await luis.sees('ya no está contigo');
  });

  it('is reopened with a reason, and the leader who closed it is told', async () => {
    const own = await reports(LOW);
    const card = await luis.sees('HUM-');
    await luis.taps('case.accept', {}, { message: card });
    await luis.taps('case.close', { outcomes: 'process', summary: 'Se corrigió.' }, { message: card });
    const opened = await opensCase(ana, ana.cardOf(own));
    await ana.taps('case.reopen', { reason: 'Volvió a pasar hoy.' }, { message: opened });
    await luis.sees('reabrió el caso');
    await luis.sees('Aceptado, en gestión', 'Volvió a pasar hoy.');
  });

  it('can be withdrawn by its reporter alone, and takes more information until then', async () => {
    const own = await reports(LOW);
    const card = await luis.sees('HUM-');
    await ana.taps('case.add', { words: 'También pasó el lunes.' }, { message: own });
    await luis.sees('agregó algo al caso');
    await luis.sees('También pasó el lunes.');
    assert.ok(!verbs(luis.cardOf(card)).includes('case.withdraw'));
    await ana.taps('case.withdraw', { reason: 'Ya se resolvió.' }, { message: own });
    await luis.sees('retiró el caso');
    await luis.sees('Retirado', 'Ya se resolvió.');
    assert.deepEqual(verbs(luis.cardOf(card)), []);
  });

  it('is withdrawn without a reason too', async () => {
    const own = await reports(LOW);
    await ana.taps('case.withdraw', { reason: '' }, { message: own });
    await luis.sees('retiró el caso');
  });

  it('goes to the deputy while the superior is away, and to the superior afterwards', async () => {
    await luis.writes(AWAY);
    assert.match(textOf(luis.card), /Diana Suplente/);
    await luis.taps('away.set');
    assert.match(textOf(luis.card), /quedas ausente .* al viernes 15 de enero/);
    const own = await reports(LOW);
    assert.match(textOf(ana.cardOf(own)), /Ya le avisé a\s+Diana Suplente/);
    await world.person('Diana').sees('Reportado, por aceptar');
    await luis.writes('ya volví');
    await reports(LOW);
    await luis.sees('Reportado, por aceptar');
  });

  it('shows the humanization team a confidential reporter only with a reason and on record', async () => {
    await reports(HIGH, { confidential: 'true' });
    const card = await hernan.sees('HUM-', 'Nombre reservado');
    const { form } = await hernan.taps('case.identify', {}, { message: card });
    assert.match(textOf(form), /Falta la razón/);
    assert.doesNotMatch(textOf(hernan.cardOf(card)), /Ana Colaboradora/);
    await hernan.taps('case.identify', { identifyReason: 'Hay que protegerla.' }, { message: card });
    assert.match(textOf(hernan.cardOf(card)), /Ana Colaboradora/);
    await ana.sees('conoció tu nombre en el caso reservado', 'Hay que protegerla.');
    await ana.sees('Conoció la identidad de quien reportó', 'Hay que protegerla.');
    const shown = await luis.sees('HUM-');
    assert.doesNotMatch(
      textOf(luis.cardOf(shown)),
      /Conoció la identidad|protegerla/,
      'nor that it was opened, or why',
    );
    assert.doesNotMatch(textOf(luis.cardOf(shown)), /Ana Colaboradora/, 'it stays closed to the leader');
  });

  it('can be reassigned and put on hold by the humanization team', async () => {
    await reports(HIGH);
    const card = await hernan.sees('HUM-');
    const diana = world.person('Diana');
    await hernan.taps(
      'case.reassign',
      { person: diana.person.id, reassignReason: 'Luis no está.' },
      { message: card },
    );
    await diana.sees('Reportado, por aceptar', 'Asignado a Diana Suplente');
    const refused = { person: ana.person.id, reassignReason: 'x' };
    const { form } = await hernan.taps('case.reassign', refused, { message: card });
    assert.match(textOf(form), /No puedo asignarlo a esa persona/);
    assert.equal(inputValues(form).reassignReason, 'x', 'what was typed stays');
    await hernan.taps('case.hold', { holdReason: 'Proceso en curso.' }, { message: card });
    assert.match(textOf(hernan.cardOf(card)), /Retención legal: \nactiva/);
  });

  it('is listed for the leaders above and for the team, by level and state', async () => {
    await reports(LOW);
    await reports(HIGH);
    const card = luis.cardOf(await luis.sees('-000002'));
    await world.listed(String(buttons(card).find(({ verb }) => verb === 'case.accept')?.data.id));
    await marta.writes('equipo');
    assert.match(textOf(marta.card), /-000002[\s\S]*Luis Líder[\s\S]*-000001/, 'first due first');
    assert.ok(!verbs(marta.card).includes('case.view'));
    await hernan.writes('casos');
    assert.match(textOf(hernan.card), /-000002[\s\S]*-000001/);
    await hernan.taps('cases.all', { level: 'low' });
    assert.match(textOf(hernan.card), /-000001/);
    assert.doesNotMatch(textOf(hernan.card), /-000002/);
    await hernan.taps('cases.all', { level: 'low', state: 'closed' });
    assert.match(textOf(hernan.card), /Ningún caso cumple ese filtro/);
    await luis.writes('casos');
    assert.match(textOf(luis.card), /es del equipo de humanización\. Estos son los que atiendes/);
    await ana.writes('casos');
    assert.match(textOf(ana.card), /es del equipo de humanización\. Estos son los que reportaste/);
  });

  it('is in no list of a team member who is involved in it', async () => {
    const tables = world.stores.tables;
    await new TableDirectory(tables).save([{ ...ana.person, superiorId: hernan.person.id }]);
    await reports(LOW, {}, { superiorInvolved: 'true' });
    const card = await marta.sees('HUM-');
    await hernan.writes('casos');
    assert.doesNotMatch(textOf(hernan.card), /HUM-/);
    await marta.taps('case.escalate', { escalateReason: 'Es para el equipo.' }, { message: card });
    await ana.sees('le pasó tu caso');
    for (const list of ['casos', 'bandeja']) {
      await hernan.writes(list);
      assert.doesNotMatch(textOf(hernan.card), /HUM-/, list);
    }
    await ana.writes('mis casos');
    assert.match(textOf(ana.card), /HUM-/);
  });

  it('is exported without the reporter, and with formulas made inert', async () => {
    await reports(`=HYPERLINK("https://evil.example") ${LOW}`);
    await luis.sees('HUM-');
    await hernan.writes('exportar');
    await hernan.taps('cases.export', { narratives: 'true' });
    const links = parts(hernan.card).flatMap(({ type, url }) =>
      type === 'Action.OpenUrl' ? [String(url)] : [],
    );
    const [xlsx, csv] = await Promise.all(links.map((link) => fetch(link)));
    const [, row] = sheetNamed(new Uint8Array((await xlsx?.arrayBuffer()) ?? []), 'Casos');
    assert.match(String(row?.[0]), /^HUM-\d{4}-000001$/);
    assert.match(String(row?.[26]), /^'=HYPERLINK/);
    const text = (await csv?.text()) ?? '';
    assert.match(text, /"'=HYPERLINK\(/);
    assert.doesNotMatch(text, /Ana Colaboradora|0{11}1/);
    await luis.writes('exportar');
    assert.match(luis.last.text ?? '', /le corresponde al equipo de humanización/);
  });

  it('is shown in its current state when Teams refreshes an old card', async () => {
    await reports(LOW);
    const card = await luis.sees('HUM-');
    await luis.taps('case.accept', {}, { message: card });
    const { person, conversation } = ana;
    assert.ok(person && conversation);
    await luis.sends(card, 'case.view', { verb: 'case.view', id: idOf(luis), revision: 1 });
    assert.match(textOf(luis.cardOf(card)), /Aceptado, en gestión/);
  });
});

describe('deadlines', () => {
  it('remind first, then move a case up step by step to the humanization team', async () => {
    const clock = new HandClock();
    const acceptInThree = { acceptHours: 3, closeDays: 2 };
    const deadlines = { high: acceptInThree, medium: acceptInThree, low: acceptInThree };
    const world = await World.open({ clock: clock.now, stores: memoryStores(clock.now), deadlines });
    const passes = async (hours: number) => {
      await world.settled();
      clock.forward(hours * HOUR_MS);
    };
    try {
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: HIGH });
      await ana.taps('report.submit');
      await passes(2);
      await world.person('Luis').sees('Te recuerdo el caso HUM-');
      await passes(1);
      await world.person('Marta').sees('Reportado, por aceptar', 'pasó a Marta Gerente');
      await world.person('Luis').sees('ya no está contigo');
      await ana.sees('Nadie respondió a tiempo tu caso');
      await passes(2);
      await world.person('Marta').sees('Te recuerdo el caso HUM-');
      await passes(1);
      await world.person('Hernán').sees('Reportado, por aceptar', 'pasó al equipo de humanización');
    } finally {
      await world.close();
    }
  });
});

function idOf(player: Player): string {
  const match = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(player.received.map((one) => one.card)));
  assert.ok(match?.[1]);
  return match[1];
}

/** The button that confirms the level of a case. */
function oneTap(card: object) {
  const button = buttons(card).find(({ verb }) => verb === 'case.reclassify');
  assert.ok(button, textOf(card));
  return button;
}
