import assert from 'node:assert/strict';
import { parts, textOf } from '../support/cards.js';
import { OpenAiDouble } from '../support/openai-double.js';
import { type Player, World } from '../support/world.js';

const QUESTION = '¿qué es el robotismo?';

describe('a hosted model, on the loopback', () => {
  let model: OpenAiDouble;
  let world: World;
  let ana: Player;
  let local: object;
  before(async () => {
    model = await OpenAiDouble.start();
    world = await World.open({ model: model.settings });
    ana = world.person('Ana');
    const plain = await World.open();
    const other = plain.person('Ana');
    await other.writes(QUESTION);
    local = other.card;
    await plain.close();
  });
  after(async () => {
    await world.close();
    await model.close();
  });
  beforeEach(() => {
    model.status = 200;
    model.received.length = 0;
  });

  const answered = (sections: string[], quotes: object[] = []) => JSON.stringify({ sections, quotes });

  it('should be followed where it keeps to what was found, with its quote marked and the label on', async () => {
    model.says = ({ sections }) => {
      const second = sections[1]?.id ?? '';
      return answered([second, sections[0]?.id ?? '']);
    };
    await ana.writes(QUESTION);
    assert.notDeepEqual(ana.card, local);
    assert.equal(ana.last.aiLabel, true);

    const quote = 'sin escuchar la necesidad';
    model.says = () => answered(['robotismo'], [{ id: 'robotismo', quote }]);
    await ana.writes(QUESTION);
    const marked = parts(ana.card).filter(
      ({ weight, text }) => weight === 'Bolder' && String(text).includes(quote),
    );
    assert.equal(marked.length, 1);
  });

  for (const [name, says] of [
    ['invents a section', () => answered(['descuentos'])],
    ['names one twice', () => answered(['robotismo', 'robotismo'])],
    ['quotes what is not there', () => answered(['robotismo'], [{ id: 'robotismo', quote: 'hay multa' }])],
    ['writes no JSON', () => 'Según la política, hay una multa de…'],
    ['writes half of it', () => '{"sections": ["robot'],
    ['says nothing', () => ''],
    ['writes policy of its own', () => JSON.stringify({ answer: 'La multa es de…' })],
  ] as const) {
    it(`should change nothing when it ${name}`, async () => {
      model.says = says;
      await ana.writes(QUESTION);
      assert.deepEqual(ana.card, local);
      assert.equal(ana.last.aiLabel, false);
    });
  }

  it('should change nothing when it fails or stalls', async () => {
    model.status = 500;
    await ana.writes(QUESTION);
    assert.deepEqual(ana.card, local);
    model.status = 200;
    model.says = undefined;
    await ana.writes(QUESTION);
    assert.deepEqual(ana.card, local);
  });

  it('should not be told who asks, nor asked what is not of the policy', async () => {
    model.says = () => answered(['robotismo']);
    await ana.writes('soy Ana Pérez, cc 52.123.456, ana@correo.co: ¿qué es el robotismo en la atención?');
    const sent = model.received.join('\n');
    assert.match(sent, /robotismo en la atención/);
    assert.doesNotMatch(sent, /Pérez|52\.123|correo\.co|Colaboradora|00000000-0000/);
    model.received.length = 0;
    await ana.writes('cuál es la capital de Australia');
    assert.match(textOf(ana.card), /no lo encontré/);
    assert.equal(model.received.length, 0);
  });
});
