import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/commands.js';
import { ROLES } from '../../src/platform/people/person.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { parts, textOf, verbs } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { IN_DANGER, LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

/** Short texts, of which the models are unsure about at least one. */
const SHORT = ['y entonces', 'el de la otra vez', 'lo de ayer', 'eso', 'necesito eso'];

describe('a text of which the bot is unsure', () => {
  const understand = loadUnderstand(COMMANDS);
  const unsure = SHORT.find((text) => understand(text, ROLES).asks && understand(text, []).asks) ?? '';
  let world: World;
  let ana: Player;
  before(async () => {
    assert.notEqual(unsure, '', 'one of the texts is unsure');
    world = await World.open();
    ana = world.person('Ana');
  });
  after(() => world.close());

  const offered = (card: object) =>
    parts(card).flatMap(({ type, verb, data }) =>
      type === 'Action.Execute' && verb === 'intent.choose' ? [(data as { intent: string }).intent] : [],
    );

  it('is asked back with at most three choices, and a person to talk to', async () => {
    await ana.writes(unsure);
    const choices = offered(ana.card);
    assert.ok(choices.length >= 2 && choices.length <= 4, choices.join());
    assert.equal(choices.at(-1), 'person');
  });

  it('is answered as what is chosen, in a new message; what was chosen is kept without the person', async () => {
    // Asked back twice, somebody is shown people.
    const carlos = world.person('Carlos');
    const asked = await carlos.writes(unsure);
    const before = carlos.cardOf(asked);
    await carlos.taps('intent.choose', {}, { with: { intent: 'person' } });
    assert.match(textOf(carlos.card), /Habla con una persona/);
    assert.deepEqual(carlos.cardOf(asked), before);
    const rows = await rawRows(world.stores.tables, 'Feedback');
    const kept = rows.filter(({ rowKey }) => String(rowKey).startsWith('asked:'));
    assert.ok(kept.some(({ chosen }) => chosen === 'person'));
    assert.doesNotMatch(JSON.stringify(kept), /Carlos|00000000-0000-4000-8000-000000000002/);
  });

  it('is on the learning list of the team, with the opinions on answers', async () => {
    await ana.writes('¿qué es el robotismo?');
    await ana.taps('answer.feedback', {}, { with: { useful: 'no' } });
    await ana.taps('answer.feedback', { comment: 'muy largo' });
    const hernan = world.person('Hernán');
    await hernan.writes('preguntas');
    assert.match(textOf(hernan.card), /Lo que el bot tuvo que volver a preguntar/);
    assert.match(textOf(hernan.card), /Hablar con una persona: 1/);
    assert.match(textOf(hernan.card), /No les sirvió: 1[\s\S]*muy largo/);
  });

  describe('while a leader waits for an answer', () => {
    let luis: Player;
    let answered: Awaited<ReturnType<Player['sees']>>;
    before(async () => {
      luis = world.person('Luis');
      await luis.writes('hola');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW });
      await ana.taps('report.submit', { level: 'low' });
      const card = await luis.sees('HUM-');
      await luis.taps('case.ask', { question: '¿En qué sede fue?' }, { message: card });
      await ana.sees('¿En qué sede fue?');
    });

    it('is offered as the answer, and reaches the leader after one tap', async () => {
      // The list of open questions is written behind the leader's click.
      for (let tries = 0; tries < 50; tries++) {
        await ana.writes('fue en la sede de la calle 26, el martes por la mañana');
        if (verbs(ana.last.card ?? {}).includes('case.answerHere')) break;
      }
      assert.match(textOf(ana.card), /¿Lo envío como respuesta\?[\s\S]*Luis[\s\S]*¿En qué sede fue\?/);
      assert.match(textOf(ana.card), /Todavía no he enviado ni guardado nada/);
      await ana.taps('case.answerHere');
      answered = await luis.sees('calle 26');
    });

    it('is no answer when nothing waits any more', async () => {
      await ana.writes('fue en la sede de la calle 26, el martes por la mañana');
      assert.ok(!verbs(ana.last.card ?? {}).includes('case.answerHere'));
    });

    it('is no answer when it is about the leader, or danger', async () => {
      await luis.taps('case.ask', { question: '¿Quién estaba?' }, { message: answered });
      await ana.sees('¿Quién estaba?');
      for (const text of ['Luis me trató muy mal y se burló', 'mi jefe es el que maltrata', IN_DANGER]) {
        await ana.writes(text);
        assert.ok(!verbs(ana.last.card ?? {}).includes('case.answerHere'), text);
      }
    });
  });
});
