import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { chatAddress, useBrowser } from '../support/browser.js';
import { buttons, textOf } from '../support/cards.js';
import { type Player, World } from '../support/world.js';

/** 300 characters. */
const STORY =
  'Esta mañana en la ventanilla 4 una asesora le gritó a un señor mayor porque no traía la fotocopia de la cédula. Él le explicó que nadie le había dicho y ella le respondió que no le hiciera perder el tiempo y que se fuera al final de la fila. El señor se fue llorando y nadie de la sede hizo nada por.';
/** Of a level that waits to be confirmed. 300 characters, too. */
const UNCLEAR =
  'Ayer en la fila de la caja no hubo golpes, pero un señor y una auxiliar se gritaron durante un buen rato delante de todos; ella le decía que se fuera y él le respondía que no se iba hasta que le resolvieran. Nadie de la sede hizo nada y la fila se quedó mirando. Pensé en que eso pudo terminar muy mal.';
const PHONE = { width: 390, height: 2_600 };

interface Measured {
  height: number;
  /** From the top of the card to the lower edge of the first button below its story. */
  firstButton: number;
}

describe('the height of the cards on a phone', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  before(async () => {
    world = await World.open({ healthHours: { vital: 24, prioritised: 48, simple: 72 } });
  });
  after(() => world.close());

  /** Measures a message in the chat of somebody, at 390 px. */
  async function measured(player: Player, message: ChatMessage, button: string): Promise<Measured> {
    const page = await browser().newPage({ viewport: PHONE, locale: 'es-CO' });
    await page.goto(chatAddress(world.address, player.person.id, player.conversation.id));
    const card = page.locator(`[data-message="${message.id}"] .card`);
    const whole = await card.boundingBox();
    const first = await card.getByRole('button', { name: button, exact: true }).first().boundingBox();
    await page.close();
    assert.ok(whole && first);
    return { height: whole.height, firstButton: first.y + first.height - whole.y };
  }

  it('lets a story that is told already be sent in two taps from a card of 760 px', async () => {
    assert.equal(STORY.length, 300);
    const ana = world.person('Ana');
    await ana.writes(STORY);
    await ana.taps('report.start');
    assert.ok(buttons(ana.card).some(({ verb }) => verb === 'report.submit'));
    const { height } = await measured(ana, ana.last, 'Enviar');
    assert.ok(height <= 760, `${height} px`);
    await ana.taps('report.submit');
    assert.match(textOf(ana.card), /Ya le avisé a/);
  });

  it('shows the leader the first button within 640 px', async () => {
    const luis = world.person('Luis');
    const message = await luis.sees('Reportado, por aceptar');
    const { firstButton } = await measured(luis, message, 'Aceptar');
    assert.ok(firstButton <= 640, `${firstButton} px`);
  });

  it('shows it within 640 px, too, where the level waits and the case is a health claim', async () => {
    const luis = world.person('Luis');
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: UNCLEAR });
    await ana.taps('report.submit');
    const message = await luis.sees('Reportado, por aceptar', 'por confirmar');
    await luis.taps('case.accept', {}, { message });
    await luis.taps('case.health', { priority: 'prioritised' }, { message });
    assert.match(textOf(luis.cardOf(message)), /Reclamo en salud priorizado/);
    const { firstButton } = await measured(luis, message, 'Confirmar impacto medio');
    assert.ok(firstButton <= 640, `${firstButton} px`);
  });

  it('shows whoever comes what they can do above the fold', async () => {
    const carlos = world.person('Carlos');
    const { firstButton } = await measured(carlos, carlos.last, 'Reportar una falla');
    assert.ok(firstButton <= 400, `${firstButton} px`);
  });

  it('answers a question about the axes with a card of 800 px', async () => {
    const carlos = world.person('Carlos');
    await carlos.writes('¿cuáles son los ejes?');
    const { height } = await measured(carlos, carlos.last, 'Ver un ejemplo');
    assert.ok(height <= 800, `${height} px`);
  });
});
