/** Teams' sensitivity label on messages with a case, as the Bot Connector receives them. */
import assert from 'node:assert/strict';
import { World } from '../support/world.js';

const LABEL = {
  name: 'Confidencial',
  description:
    'Trae lo que se contó de un caso, y es para quien lo recibe. No lo reenvíes ni lo muestres en pantalla.',
};

describe('the sensitivity label', function () {
  this.timeout(60_000);
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  /** The activity with these words that went to the Bot Connector, as «Lo que pasa por la red» lists it. */
  async function sentWith(words: string): Promise<{ entities?: object[] }> {
    const { body } = await fetch(`${world.address}/local/wire`);
    let text = '';
    for await (const piece of body ?? []) {
      text += Buffer.from(piece).toString();
      const whole = text.slice(0, text.lastIndexOf('\n\n') + 1).split('\n');
      const entries = whole.flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []));
      const found = entries.find(
        ({ direction, request }) => direction === 'out' && request?.summary?.includes(words),
      );
      if (found) return found.request;
    }
    throw new Error('not sent');
  }

  it('is on the cards of a case, in the shape that Microsoft documents', async () => {
    const ana = world.person('Ana');
    const luis = world.person('Luis');
    await ana.writes('reportar');
    await ana.taps('report.assess', {
      narrative: 'En la ventanilla le gritaron a una señora mayor y no la atendieron.',
    });
    await ana.taps('report.submit');
    const notice = await luis.sees('HUM-');
    assert.deepEqual(notice.sensitivity, LABEL);
    await luis.writes('bandeja');
    assert.deepEqual(luis.last.sensitivity, LABEL);

    const activity = await sentWith('HUM-');
    // learn.microsoft.com, platform/bots/how-to/bot-messages-ai-generated-content, "Add sensitivity label".
    assert.deepEqual(activity.entities, [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        usageInfo: { '@type': 'CreativeWork', ...LABEL },
      },
    ]);
  });

  it('is on no message without a case', async () => {
    const ana = world.person('Ana');
    for (const text of ['hola', '¿Cuáles son los ejes de la política?', 'ayuda', 'reportar']) {
      await ana.writes(text);
      assert.equal(ana.last.sensitivity, undefined, text);
    }
  });

  it('is in the language of the reader', async () => {
    const ana = world.person('Ana');
    await ana.writes('english');
    await ana.writes('my cases');
    assert.equal(ana.last.sensitivity?.name, 'Confidential');
  });
});
