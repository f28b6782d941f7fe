import assert from 'node:assert/strict';
import { dangerTexts, readDanger } from '../../ml/examples/danger.js';
import { COMMANDS } from '../../src/commands.js';
import { MIN_NARRATIVE } from '../../src/features/reports/handlers/report-inputs.js';
import { loadAssess } from '../../src/platform/impact/load.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { inputValues, parts, textOf, verbs } from '../support/cards.js';
import { HELPLINES } from '../support/host.js';
import { sendReport } from '../support/reporting.js';
import { rawRows } from '../support/storage.js';
import { IN_DANGER } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

/** Of a text like this, the model of danger is not sure. */
const understand = loadUnderstand(COMMANDS);
const isPossible = (text: string) => {
  const { danger, isAlarming } = understand(text, []);
  return danger !== undefined && !isAlarming;
};
const possible = readDanger().near.others.find(isPossible);

describe('somebody in danger', () => {
  let world: World;
  let ana: Player;
  before(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  after(() => world.close());

  /** The numbers on the card, the first one first, in the largest letters. */
  const numbers = (card: object) =>
    parts(card).flatMap(({ size, text }) => (size === 'ExtraLarge' ? [String(text)] : []));

  it('takes nothing back for a doubt that goes on telling', async () => {
    await ana.writes('mi compañera llega llena de morados porque el marido le pega');
    await ana.writes('No estoy segura si fue ella, pero yo vi los morados');
    assert.doesNotMatch(`${ana.last.text}${textOf(ana.card)}`, /me alivia/);
  });

  for (const [written, first] of [
    [IN_DANGER, HELPLINES.emotional],
    ['ya no aguanto más, quiero desaparecer', HELPLINES.emotional],
    ['auxilio', HELPLINES.emergency],
    ['hay un incendio en la bodega', HELPLINES.emergency],
    ['una señora en la fila dice que se va a suicidar qué hago', HELPLINES.emotional],
    ['hay un tipo con un cuchillo aquí afuera qué hago???', HELPLINES.emergency],
    ['me violaron', HELPLINES.violence],
    ['I want to kill myself', HELPLINES.emotional],
  ] as const) {
    it(`sees first whom to call, and that nobody reads along: "${written}"`, async () => {
      const before = await rawRows(world.stores.tables, 'Feedback');
      await ana.writes(written);
      const shown = textOf(ana.card);
      assert.ok(numbers(ana.card).includes(first), `${first} of ${numbers(ana.card).join()}`);
      assert.match(shown, /nadie lee este chat en vivo|nobody reads this chat live/);
      assert.ok(verbs(ana.card).includes('person.show'));
      assert.doesNotMatch(shown, /superior inmediato|política/i);
      assert.deepEqual(await rawRows(world.stores.tables, 'Feedback'), before, 'nothing of it is kept');
    });
  }

  it('gets a page that dials, since Teams ignores telephone links in cards', async () => {
    await ana.writes('auxilio');
    const [link] = parts(ana.card).flatMap(({ type, url }) =>
      type === 'Action.OpenUrl' ? [String(url)] : [],
    );
    const page = await (await fetch(link ?? '')).text();
    assert.ok(page.includes(`href="tel:${HELPLINES.emergency}"`));
    const wrong = await (await fetch(`${world.address}/llamar/nadie`)).text();
    assert.ok(wrong.includes(`href="tel:${HELPLINES.emergency}"`));
  });

  it('can report what they wrote, unless they may harm themselves', async () => {
    const told = 'mi jefe me grita y me humilla todos los días';
    await ana.writes(told);
    await ana.taps('report.start');
    assert.equal(inputValues(ana.card).narrative, told);
    await ana.writes('me voy a matar');
    assert.ok(!verbs(ana.card).includes('report.start'));
  });

  it('is answered in private when they write in a channel, where nothing gives them away', async () => {
    const carlos = world.inChannel('Carlos');
    await world.person('Carlos').writes('hola');
    await carlos.writes(IN_DANGER);
    assert.match(carlos.last.text ?? '', /Te respondí en privado/);
    assert.match(textOf(carlos.card), /Abrir el chat en privado/);
    assert.doesNotMatch(JSON.stringify(carlos.last), /morir|106/);
    await world.person('Carlos').sees('Escucha y apoyo emocional');
  });

  it('is danger before an open case, a code or an offer', async () => {
    await ana.writes('ayer la asesora me atendió de muy mala gana en la caja');
    await ana.writes(IN_DANGER);
    assert.ok(numbers(ana.card).length > 0);
  });

  describe('who writes it into the form of a report', () => {
    const assess = loadAssess();
    const written = dangerTexts(readDanger());
    /** In words that by themselves are neither grave nor in question, so that only the danger speaks. */
    const calm = (['emergency', 'distress'] as const).map((intent) =>
      written
        .filter(({ danger }) => danger === intent)
        .map(({ text }) => text)
        .find((text) => {
          const { candidate, urgent, cares } = assess(text);
          return text.length >= MIN_NARRATIVE && candidate !== 'high' && !urgent && cares.length === 0;
        }),
    );

    for (const narrative of [IN_DANGER, 'hay mucha sangre']) {
      it(`sees first whom to call where it is too short for a report: "${narrative}"`, async () => {
        await ana.writes('reportar');
        assert.doesNotMatch(textOf(ana.card), /llama primero/);
        await ana.taps('report.assess', { narrative });
        assert.match(
          textOf(ana.card),
          /^Cuéntame qué pasó\s+(Primero, la vida|Si alguien necesita ayuda ahora)/,
        );
        assert.match(textOf(ana.card), /faltan al menos \d caracteres/);
        assert.equal(inputValues(ana.card).narrative, narrative);
      });
    }

    for (const narrative of calm) {
      it(`sees first whom to call, and the leader is asked whether it is high: "${narrative}"`, async () => {
        assert.ok(narrative);
        await ana.writes('reportar');
        await ana.taps('report.assess', { narrative });
        assert.match(
          textOf(ana.card),
          /^Revisa y envía\s+(Primero, la vida|Si alguien necesita ayuda ahora, llama primero)/,
        );
        await sendReport(ana);
        const luis = world.person('Luis');
        const card = textOf(luis.cardOf(await luis.sees(narrative)));
        assert.match(card, /por confirmar/);
        assert.match(card, /El relato podría ser de impacto alto/);
      });
    }
  });

  it('sees a line of help under the answer where danger is only possible, and the whole card by one tap', async () => {
    const carlos = world.person('Carlos');
    await carlos.writes(possible ?? '');
    assert.match(textOf(carlos.card), /Necesito ayuda ya|I need help now/);
    assert.deepEqual(numbers(carlos.card), [], 'what they asked for is answered');
    await carlos.taps('care.now');
    assert.match(textOf(carlos.card), /nadie lee este chat en vivo|nobody reads this chat live/);
    assert.ok(verbs(carlos.card).includes('person.show'));
  });

  it('is not sent on by the number of a case beside plain words', async () => {
    await ana.writes('por lo del caso HUM-2026-000001 me quiero morir');
    assert.equal(numbers(ana.card)[0], HELPLINES.emotional);
  });

  for (const [text, title] of [
    ['una compañera me contó que el exnovio la espera afuera con un cuchillo', /^(Llama ya|Créele)/],
    ['el exnovio me está esperando afuera con un cuchillo', /^(Ponte a salvo|Te creo)/],
  ] as const) {
    it(`is spoken to as who they are: "${text}"`, async () => {
      await ana.writes(text);
      assert.match(textOf(ana.card), title);
      assert.equal(numbers(ana.card)[0], HELPLINES.emergency);
    });
  }

  describe('by whoever leads them', () => {
    const told = 'mi jefe me toca la pierna cuando estamos solos en el consultorio y me da miedo volver';

    it('is offered a report in confidence before any number, and it never reaches that person', async () => {
      const carlos = world.person('Carlos');
      await carlos.writes(told);
      assert.match(textOf(carlos.card), /^Te creo[\s\S]*En confidencia[\s\S]*Tu jefe no se entera/);
      await carlos.taps('report.start', {}, { with: { inConfidence: 'true' } });
      await carlos.taps('report.assess', {});
      assert.doesNotMatch(textOf(carlos.card), /Luis/);
      assert.match(textOf(carlos.card), /no pasa por tu línea/);
      await sendReport(carlos);
      await world.person('Paula').sees('la pierna');
      assert.ok(world.person('Luis').received.every((message) => !JSON.stringify(message).includes(told)));
    });

    it('keeps the confidence when they go on in words instead of tapping', async () => {
      const diana = world.person('Diana');
      await diana.writes(told);
      await diana.taps('report.start', {}, { with: { inConfidence: 'true' } });
      await diana.writes('también fue ayer en la tarde');
      assert.match(inputValues(diana.card).narrative ?? '', /la pierna[\s\S]*ayer en la tarde/);
      await diana.taps('report.assess', {});
      assert.match(textOf(diana.card), /no pasa por tu línea/);
      assert.doesNotMatch(textOf(diana.card), /Luis|Marta/);
    });

    it('does not read the name of that person as who gets it', async () => {
      const narrative = 'mi jefe me grita y me humilla delante de todos, todas las semanas';
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative });
      assert.doesNotMatch(textOf(ana.card), /Le llega a\s+Luis/);
      assert.match(textOf(ana.card), /Le llega a/);
    });
  });

  it('who writes it to a case that is there already sees whom to call, and the leader reads the words', async () => {
    const dangerous = 'mi jefe supo que fui yo y me amenazó con pegarme a la salida';
    const luis = world.person('Luis');
    await ana.writes('reportar');
    const own = ana.last;
    await ana.taps('report.assess', {
      narrative: 'En la ventanilla no me explicaron qué papeles hacían falta.',
    });
    // What was written before speaks of a boss.
    await sendReport(ana, { superiorInvolved: 'false' });
    const card = await luis.sees('no me explicaron qué papeles');
    await luis.taps('case.ask', { question: '¿Qué más recuerdas?' }, { message: card });
    await ana.sees('te pregunta por tu caso', '¿Qué más recuerdas?');
    assert.doesNotMatch(textOf(ana.cardOf(own)), /llama primero/);

    await ana.taps('case.reply', { answer: dangerous }, { message: own });
    assert.match(textOf(ana.cardOf(own)), /llama primero/);
    await luis.sees('Respuesta de', dangerous);
    await ana.writes(/HUM-[\d-]+/.exec(textOf(ana.cardOf(own)))?.[0] ?? '');
    assert.match(textOf(ana.card), /^\s*Si alguien necesita ayuda ahora, llama primero/, 'opened again');
    assert.doesNotMatch(textOf(luis.cardOf(card)), /llama primero/);

    await ana.taps('case.add', { words: 'También pasó el lunes.' }, { message: own });
    assert.doesNotMatch(textOf(ana.cardOf(own)), /llama primero/, 'newer words are calm');
    const form = await ana.opensForm('case.add', own);
    await ana.submitsForm(own, form, { words: dangerous });
    assert.match(textOf(ana.card), /^\s*Si alguien necesita ayuda ahora, llama primero/);
  });
});
