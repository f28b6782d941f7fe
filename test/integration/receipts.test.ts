/** The receipt of a grave report: whom to call stands before anything else. */
import assert from 'node:assert/strict';
import { parts, textOf } from '../support/cards.js';
import { HELPLINES } from '../support/host.js';
import { sendReport } from '../support/reporting.js';
import { type Player, World } from '../support/world.js';

const { emotional, emergency, violence } = HELPLINES;
const VIOLENCE = {
  es: 'Ayer en la bodega un compañero golpeó y pateó a la auxiliar hasta dejarla en el piso sangrando.',
  en: 'Yesterday in the storeroom a colleague hit and kicked the assistant until she was bleeding on the floor.',
};
const THREAT = {
  es: 'Un usuario amenazó de muerte a la auxiliar con un cuchillo y le dijo que la esperaba a la salida.',
  en: 'A user threatened to kill the assistant with a knife and said that he would wait for her outside.',
};
const SELF_HARM = {
  es: 'Después de los gritos del usuario mi compañera dice que se quiere quitar la vida y no para de llorar.',
  en: 'After the user shouted at her my colleague says that she wants to kill herself and cannot stop crying.',
};

describe('the receipt of a grave report', function () {
  this.timeout(120_000);
  let world: World;
  let ana: Player;
  beforeEach(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  /** The words on the card, from the top. */
  const read = (card: object) =>
    parts(card).flatMap(({ type, text }) =>
      (type === 'TextBlock' || type === 'TextRun') && typeof text === 'string' ? [text] : [],
    );

  for (const [kind, story, numbers] of [
    ['violence', VIOLENCE, [emergency, violence]],
    ['a threat', THREAT, [emergency]],
    ['self-harm', SELF_HARM, [emotional, emergency]],
  ] as const) {
    for (const confidential of ['false', 'true']) {
      for (const language of ['es', 'en'] as const) {
        const manner = `${confidential === 'true' ? ', confidential' : ''}${language === 'en' ? ', in English' : ''}`;
        it(`says whom to call before anything else: ${kind}${manner}`, async () => {
          if (language === 'en') await ana.writes('english');
          await ana.writes(language === 'en' ? 'report' : 'reportar');
          await ana.taps('report.assess', { narrative: story[language], confidential });
          await sendReport(ana);
          const [title = '', lines = '', ...rest] = read(ana.card);
          assert.match(title, language === 'es' ? /ayuda|llama|vida|peligro/ : /help|call|life|danger/i);
          for (const number of numbers)
            assert.ok(`${title} ${lines} ${rest.join(' ')}`.includes(number), number);
          assert.ok(
            numbers.some((number) => `${title} ${lines}`.includes(number)),
            textOf(ana.card),
          );
          const thanks = rest.findIndex((text) => /Gracias por contarlo|Thank you for telling/.test(text));
          assert.ok(thanks >= 0, rest.join('\n'));
          const hidden = rest.some((text) => /ve tu nombre|sees your name/.test(text));
          assert.equal(hidden, confidential === 'true');
        });
      }
    }
  }
});
