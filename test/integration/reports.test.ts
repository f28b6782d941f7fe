import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { execute } from '../support/activities.js';
import { buttons, inputIds, inputValues, textOf, verbs } from '../support/cards.js';
import { saysInvolved, sendReport } from '../support/reporting.js';
import { HIGH, LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

describe('reporting', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  async function reported(by = 'Ana', inputs: Record<string, string> = {}, confirm = {}): Promise<Player> {
    const reporter = world.person(by);
    await reporter.writes('reportar');
    await reporter.taps('report.assess', { narrative: LOW, ...inputs });
    await sendReport(reporter, confirm);
    return reporter;
  }

  it('shows the agreed inputs on its two cards', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    assert.deepEqual(inputIds(ana.card), [
      'narrative',
      'confidential',
      'place',
      'occurredOn',
      'source',
      'topic',
      'efforts',
    ]);
    await ana.taps('report.assess', { narrative: LOW });
    assert.deepEqual(inputIds(ana.card), [
      'superior',
      'confidential',
      'level',
      'safetyThreat',
      'safetyPhysical',
      'safetyHarm',
      'topic',
      'efforts',
      'touches',
    ]);
  });

  for (const [name, narrative, problem] of [
    ['an empty narrative', '', /el relato está vacío/],
    ['white space', '  \n ', /el relato está vacío/],
    ['a short narrative', 'me gritó', /faltan al menos 12 caracteres/],
    [
      '5,000 characters',
      'a'.repeat(5_000),
      /Te pasaste por 1\.000 caracteres; el máximo es 4\.000\. Abajo está completo/,
    ],
    ['4,001 characters', 'a'.repeat(4_001), /Te pasaste por 1 carácter; el máximo es 4\.000/],
    [
      '12,000 characters',
      'a'.repeat(12_000),
      /Te pasaste por 8\.000 caracteres[^.]*4\.000\. Abajo está completo/,
    ],
  ] as const) {
    it(`says what is wrong with ${name}, and keeps it`, async () => {
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative, place: 'Suba', confidential: 'true' });
      assert.match(textOf(ana.card), problem);
      const { narrative: kept = '', place, confidential } = inputValues(ana.card);
      assert.equal(kept, narrative);
      assert.deepEqual({ place, confidential }, { place: 'Suba', confidential: 'true' });
    });
  }

  it('restores the first card when the reporter goes back', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    const inputs = { narrative: LOW, place: 'Suba', occurredOn: '2026-01-05', efforts: 'cognitive,time' };
    await ana.taps('report.assess', { ...inputs, topic: 'information' });
    await ana.taps('report.edit');
    const { narrative, place, occurredOn, efforts, topic } = inputValues(ana.card);
    assert.deepEqual({ narrative, place, occurredOn, efforts }, inputs);
    assert.equal(topic, 'information');
  });

  for (const who of ['has not authorised', 'has authorised']) {
    it(`says what was cut from a message offered as a report, when its writer ${who}`, async () => {
      const ana = who === 'has authorised' ? await reported() : world.person('Ana');
      const message = `Ayer la asesora no me miró en la entrada. ${'Y esperé mucho en la fila. '.repeat(400)}`;
      await ana.writes(message);
      assert.match(textOf(ana.card), /Parece que me cuentas/);
      await ana.taps('report.start');
      const cut = /Abajo están los primeros 8\.000; lo que seguía no lo guardé/;
      assert.match(textOf(ana.card), cut);
      assert.doesNotMatch(textOf(ana.card), /está completo/);
      assert.equal(inputValues(ana.card).narrative, message.slice(0, 8_000));
      await ana.taps('report.assess');
      assert.match(textOf(ana.card), cut);
      await ana.taps('report.assess', { narrative: message.slice(0, 4_500) });
      assert.match(
        textOf(ana.card),
        /Te pasaste por 500 caracteres; el máximo es 4\.000\. Abajo está completo/,
      );
      await ana.taps('report.assess', { narrative: message.slice(0, 3_900) });
      assert.match(textOf(ana.card), /Revisa y envía/);
    });
  }

  it('says at once that a message offered as a report is too long', async () => {
    const ana = world.person('Ana');
    await ana.writes(
      `Ayer la asesora no me miró en la entrada. ${'Y esperé mucho en la fila. '.repeat(200)}`,
    );
    await ana.taps('report.start');
    assert.match(
      textOf(ana.card),
      /Te pasaste por 1\.441 caracteres; el máximo es 4\.000\. Abajo está completo/,
    );
  });

  describe('going back from the second card', () => {
    let ana: Player;
    beforeEach(async () => {
      ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW });
    });
    const chosen = () => ({
      confidential: 'false',
      level: 'medium',
      safetyThreat: 'false',
      safetyPhysical: 'true',
      safetyHarm: 'true',
      topic: 'behaviour',
      efforts: 'emotional',
      touches: 'apatia',
      superior: world.person('Diana').person.id,
    });

    it('keeps the choices made there', async () => {
      await ana.taps('report.edit', chosen());
      await ana.taps('report.assess', { place: 'Suba' });
      assert.deepEqual(inputValues(ana.card), chosen());
      assert.match(textOf(ana.card), /Diana/);
      await ana.taps('report.edit');
      await ana.taps('report.assess');
      assert.deepEqual(inputValues(ana.card), chosen(), 'however often');
      await ana.taps('report.submit');
      assert.match(textOf(ana.card), /▲ Impacto ALTO/);
      await ana.sees('Tema: ', 'Comportamiento');
      assert.equal(world.person('Luis').received.length, 1, 'the superior hears nothing');
    });

    it('renews the proposals that the reporter did not change', async () => {
      const before = inputValues(ana.card);
      await ana.taps('report.edit');
      await ana.taps('report.assess', { narrative: HIGH });
      const { level, topic, touches } = inputValues(ana.card);
      assert.equal(level, 'high');
      assert.notDeepEqual([topic, touches], [before.topic, before.touches]);
      await ana.taps('report.edit');
      await ana.taps('report.assess', { narrative: LOW });
      assert.deepEqual(inputValues(ana.card), before);
    });

    it('replaces a chosen level with a higher proposed one', async () => {
      await ana.taps('report.edit', { level: 'medium' });
      await ana.taps('report.assess', { narrative: HIGH });
      assert.equal(inputValues(ana.card).level, 'high');
      await ana.taps('report.submit');
      assert.match(textOf(ana.card), /▲ Impacto ALTO/);
    });

    it('takes the latest choices from the first card', async () => {
      await ana.taps('report.edit', { topic: 'behaviour', efforts: 'emotional' });
      await ana.taps('report.assess', { topic: 'information', efforts: 'time' });
      const { topic, efforts } = inputValues(ana.card);
      assert.deepEqual([topic, efforts], ['information', 'time']);
    });
  });

  it('leaves nothing of a cancelled report', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    const id = idOn(ana.card);
    const message = ana.last;
    await ana.taps('report.cancel');
    assert.match(textOf(ana.card), /Reporte cancelado/);
    await ana.sends(message, 'report.submit', { verb: 'report.submit', id });
    assert.match(textOf(ana.card), /ya no está abierto/);
    await ana.writes('mis casos');
    assert.match(textOf(ana.card), /Todavía no has reportado/);
  });

  it('shows the case when an old card cancels a sent report', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    const message = ana.last;
    const id = idOn(ana.card);
    await ana.taps('report.submit');
    await ana.sends(message, 'report.cancel', { verb: 'report.cancel', id });
    assert.match(textOf(ana.card), /Ya le avisé a/);
  });

  it('creates one case when a submit is repeated, at once and later', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    const message = ana.last;
    const id = idOn(ana.card);
    const send = () => ana.sends(message, 'report.submit', { verb: 'report.submit', id });
    await Promise.all([send(), send()]);
    await send();
    await ana.sends(message, 'report.assess', { verb: 'report.assess', id, narrative: LOW });
    assert.match(textOf(ana.cardOf(message)), /HUM-\d{4}-00000\d/);
    await ana.writes('mis casos');
    assert.equal(textOf(ana.card).match(/HUM-/g)?.length, 1);
  });

  it('treats a yes to any safety question as high, and lets a level be raised but not lowered', async () => {
    for (const question of ['safetyThreat', 'safetyPhysical', 'safetyHarm']) {
      const ana = await reported('Ana', {}, { [question]: 'true' });
      assert.match(textOf(ana.card), /Impacto ALTO/, question);
    }
    assert.match(textOf((await reported('Ana', {}, { level: 'medium' })).card), /Impacto MEDIO/);
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: HIGH });
    const id = idOn(ana.card);
    await ana.sends(ana.last, 'report.submit', { verb: 'report.submit', id, level: 'low' });
    assert.match(textOf(ana.card), /Impacto ALTO/);
  });

  it('sends the case one step further up when the superior is involved', async () => {
    await reported('Ana', {}, { superiorInvolved: 'true' });
    await world.person('Marta').sees('HUM-', 'Reportado, por aceptar');
    assert.equal(world.person('Luis').received.length, 1, 'the superior hears nothing');
  });

  describe('the question whether the recipient is involved', () => {
    const BOSS = 'mi jefe no le quiso explicar nada a la usuaria y la hizo devolverse tres veces';
    let ana: Player;
    let luis: Player;
    beforeEach(() => {
      [ana, luis] = [world.person('Ana'), world.person('Luis')];
    });

    /** The answer that the card carries on. */
    const answered = () =>
      buttons(ana.card).find(({ verb }) => verb === 'report.edit')?.data.superiorInvolved;

    async function told(narrative: string): Promise<void> {
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative });
    }

    it('must be answered before the report is sent', async () => {
      await told(BOSS);
      assert.match(textOf(ana.card), /Luis Líder[\s\S]*¿Esa persona está involucrada en lo que pasó\?/);
      assert.ok(!verbs(ana.card).includes('report.submit'), 'no button that leads to a refusal');
      const chosen = { level: 'medium', efforts: 'emotional', touches: 'apatia' };
      const [answer] = buttons(ana.card).filter(({ data }) => data.superiorInvolved === 'true');
      await ana.sends(ana.last, 'report.submit', {
        ...inputValues(ana.card),
        ...answer?.data,
        ...chosen,
        superiorInvolved: '',
      });
      assert.match(textOf(ana.card), /Falta una respuesta/);
      const { level, efforts, touches } = inputValues(ana.card);
      assert.deepEqual({ level, efforts, touches }, chosen);
      await saysInvolved(ana, 'true');
      assert.match(textOf(ana.card), /Le llega a\s+Marta Gerente/, 'named above the button that sends it');
      assert.doesNotMatch(textOf(ana.card), /Le llega a\s+Luis/);
      await ana.taps('report.submit');
      await world.person('Marta').sees('HUM-', 'Reportado, por aceptar');
      assert.equal(luis.received.length, 1, 'the superior hears nothing');
    });

    it('lets the report go to the recipient when the answer is no', async () => {
      await told('Le conté a mi jefe que a la usuaria la tuvieron dos horas sin explicarle nada.');
      await sendReport(ana, { superiorInvolved: 'false' });
      await luis.sees('HUM-', 'Reportado, por aceptar');
    });

    it('may stay open when going back; a new narrative clears a no, and keeps a yes', async () => {
      await told(BOSS);
      await ana.taps('report.edit');
      await ana.taps('report.assess');
      assert.equal(answered(), '');
      await saysInvolved(ana, 'false');
      await ana.taps('report.edit');
      await ana.taps('report.assess', { place: 'Suba' });
      assert.equal(answered(), 'false');
      await ana.taps('report.edit');
      await ana.taps('report.assess', { narrative: `${BOSS}, y hoy también` });
      assert.equal(answered(), '');
      await saysInvolved(ana, 'true');
      await ana.taps('report.edit');
      await ana.taps('report.assess', { narrative: BOSS });
      assert.equal(answered(), 'true');
    });

    it('names the superior too when a deputy stands in', async () => {
      const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      await luis.writes('estoy de vacaciones hasta el 15 de enero');
      await luis.taps('away.set', { until, deputy: world.person('Diana').person.id });
      await told('El señor Luis no le explicó a la usuaria qué papeles hacían falta.');
      assert.match(textOf(ana.card), /esa persona, o tu superior inmediato\?/);
      await sendReport(ana, { superiorInvolved: 'true' });
      await world.person('Marta').sees('HUM-', 'Reportado, por aceptar');
      assert.doesNotMatch(JSON.stringify(world.person('Diana').received), /HUM-/);
    });

    it('is asked about a superior whom the reporter chooses', async () => {
      const [marta, diana] = [world.person('Marta'), world.person('Diana')];
      await marta.writes('reportar');
      await marta.taps('report.assess', { narrative: BOSS });
      const choose = { with: { superiorInvolved: '' } };
      await marta.taps('report.reroute', { superior: diana.person.id }, choose);
      assert.match(textOf(marta.card), /Diana[\s\S]*¿Esa persona está involucrada en lo que pasó\?/);
      await sendReport(marta, { superiorInvolved: 'true' });
      await world.person('Hernán').sees('HUM-');
      assert.doesNotMatch(JSON.stringify(diana.received), /HUM-/);
    });

    it('is not asked when nothing points to the recipient', async () => {
      await told(LOW);
      assert.equal(answered(), 'false');
      assert.doesNotMatch(textOf(ana.card), /¿Esa persona está involucrada/);
    });
  });

  it('sends the case to the humanization team when the reporter has no superior', async () => {
    const marta = await reported('Marta');
    assert.match(textOf(marta.card), /equipo de humanización/);
    const hernan = world.person('Hernán');
    const card = await hernan.sees('HUM-', 'Reportado, por aceptar');
    await hernan.taps('case.accept', {}, { message: card });
    await marta.sees('Aceptado');
  });

  it('sends the case to the superior that the reporter chooses, and refuses an unknown one', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await ana.taps('report.submit', { superior: randomUUID() });
    assert.match(textOf(ana.card), /No encontré a la persona que elegiste/);
    await sendReport(ana, { superior: world.person('Diana').person.id });
    await world.person('Diana').sees('HUM-', 'Reportado, por aceptar');
  });

  it('tells the humanization team of a high case at once, with no buttons to decide it', async () => {
    await reported('Ana', {}, { safetyThreat: 'true' });
    const hernan = world.person('Hernán');
    const card = await hernan.sees('HUM-', 'te aviso para que lo acompañes');
    assert.deepEqual(verbs(hernan.cardOf(card)), ['case.reassign', 'case.hold']);
  });

  it('shows the name in a confidential report to the reporter only', async () => {
    const ana = await reported('Ana', { confidential: 'true' }, { safetyThreat: 'true' });
    assert.match(textOf(ana.card), /Ana Colaboradora/);
    for (const name of ['Luis', 'Hernán']) {
      const reader = world.person(name);
      const card = await reader.sees('HUM-', 'Nombre reservado');
      assert.doesNotMatch(JSON.stringify(reader.cardOf(card)), /Ana Colaboradora|0{11}1"/);
    }
  });

  it('shows the link that the policy asks for', async () => {
    const behaved = await reported('Ana', { topic: 'behaviour' });
    assert.match(JSON.stringify(behaved.card), /https:\/\/landing\.example/);
    const informed = await reported('Ana', { topic: 'information' });
    assert.match(JSON.stringify(informed.card), /https:\/\/intranet\.example/);
  });

  it('answers an old card with the current case', async () => {
    const ana = await reported();
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-');
    const old = { verb: 'case.reject', id: idOn(luis.cardOf(card)), revision: 1, reason: 'tarde' };
    await luis.taps('case.accept', {}, { message: card });
    await luis.sends(card, 'case.reject', old);
    assert.match(textOf(luis.cardOf(card)), /El caso ya cambió: así está ahora/);
    assert.match(textOf(luis.cardOf(card)), /Aceptado, en gestión/);
    await ana.sees('Aceptado');
  });

  it('requires the reason, the outcome and the summary', async () => {
    await reported();
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-');
    const rejecting = await luis.taps('case.reject', { reason: '  ' }, { message: card });
    assert.match(textOf(rejecting.form), /Falta la razón/);
    await luis.taps('case.accept', {}, { message: card });
    const closing = await luis.taps('case.close', { outcomes: 'nonsense', summary: 'x' }, { message: card });
    assert.match(textOf(closing.form), /Elige al menos una opción/);
    assert.equal(inputValues(closing.form).summary, 'x', 'the words stay');
    const again = await luis.taps('case.close', { outcomes: 'process', summary: '' }, { message: card });
    assert.match(textOf(again.form), /Falta el resumen/);
    assert.equal(inputValues(again.form).outcomes, 'process', 'the choice stays');
  });

  it('refuses people without access to the case, with the same answer as for an unknown case', async () => {
    const ana = await reported();
    const luis = world.person('Luis');
    const id = idOn(luis.cardOf(await luis.sees('HUM-')));
    const answers: unknown[] = [];
    for (const target of [id, randomUUID()]) {
      for (const verb of ['case.view', 'case.accept', 'case.close']) {
        const carlos = world.person('Carlos');
        const from = { id: '29:x', aadObjectId: carlos.person.id, name: 'Luis Líder' };
        const data = { verb, id: target, revision: 1, role: 'leader', assigneeId: carlos.person.id };
        const response = await world.post(execute(world, { verb, data }, { from }));
        answers.push(((await response.json()) as { value: unknown }).value);
      }
    }
    assert.deepEqual(
      [...new Set(answers)],
      ['No encontré eso, o no lo puedes ver. Con «mis casos» ves lo que reportaste.'],
    );
    const own = await world.post(execute(world, { verb: 'case.accept', data: { id, revision: 1 } }));
    assert.match(JSON.stringify(await own.json()), /no lo puedes hacer tú/);
    assert.match(textOf(ana.card), /Reportado, por aceptar/);
  });

  it('pages through many cases', async function () {
    this.timeout(60_000);
    for (let count = 0; count < 7; count++) await reported();
    // The index is written before the leader is told.
    await world.person('Luis').sees('-000007');
    const ana = world.person('Ana');
    await ana.writes('mis casos');
    const first = textOf(ana.card).match(/HUM-\d+-\d+/g) ?? [];
    assert.equal(first.length, 5);
    const next = buttons(ana.card).find(({ data }) => data.page)?.data.page;
    await ana.taps('cases.mine', {}, { with: { page: next } });
    const second = textOf(ana.card).match(/HUM-\d+-\d+/g) ?? [];
    assert.equal(new Set([...first, ...second]).size, 7, 'newest first, each once');
  });
});

/** The id in the buttons of a card. */
function idOn(card: object): string {
  const match = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card));
  if (!match?.[1]) throw new Error('no id on the card');
  return match[1];
}
