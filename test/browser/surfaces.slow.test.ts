/** The menu of a message, the search over the message box, and messages for one person, in the local Teams. */
import assert from 'node:assert/strict';
import {
  assertAccessible,
  ChatOnPage,
  chatAddress,
  openLocalTeams,
  picture,
  useBrowser,
} from '../support/browser.js';
import { World } from '../support/world.js';

const WORDS = 'Que esa señora espere otra hora, y no me la vuelvan a pasar.';

describe('the surfaces of Teams, in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  for (const [name, size] of [
    ['desktop', { width: 1400, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    it(`reports a message from its menu, in private: ${name}`, async () => {
      await world.inChannel('Carlos').writes(WORDS);
      const { page, errors } = await openLocalTeams(browser(), world.address, size);
      const ana = world.person('Ana').person;
      await page.goto(chatAddress(world.address, ana.id, world.inChannel('Ana').conversation.id));
      await page.reload();
      const channel = new ChatOnPage(page, 'Canal General');
      await channel.message(WORDS).getByRole('button', { name: 'Más acciones de este mensaje' }).click();
      await page.getByRole('button', { name: 'Reportar esto' }).waitFor();
      await picture(page, `surfaces-menu-${name}`);
      await page.getByRole('button', { name: 'Reportar esto' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('¿Qué pasó, con tus palabras?').fill('Así habló de una usuaria de 80 años.');
      assert.equal(await dialog.getByLabel('Mensaje citado').inputValue(), WORDS);
      await assertAccessible(page);
      await picture(page, `surfaces-report-${name}`);
      await dialog.getByRole('button', { name: 'Continuar en privado' }).click();
      await dialog.getByText('Todavía no se ha enviado').waitFor();
      await dialog.getByRole('button', { name: 'Cerrar' }).click();
      await page.goto(chatAddress(world.address, ana.id, world.person('Ana').conversation.id));
      await new ChatOnPage(page, 'Ana Colaboradora').message('Mensaje citado').waitFor();
      await picture(page, `surfaces-private-${name}`);
      assert.deepEqual(errors, []);
    });

    it(`puts a section of the policy into the channel: ${name}`, async () => {
      const { page, errors } = await openLocalTeams(browser(), world.address, size);
      const ana = world.person('Ana').person;
      await page.goto(chatAddress(world.address, ana.id, world.inChannel('Ana').conversation.id));
      await page.reload();
      await page.getByRole('button', { name: 'Buscar en la política' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Ver más' }).click();
      await dialog.getByRole('searchbox').fill('amabildad');
      await dialog.getByRole('button', { name: /^Amabilidad/ }).waitFor();
      await assertAccessible(page);
      await picture(page, `surfaces-search-${name}`);
      await dialog.getByRole('button', { name: /^Amabilidad/ }).click();
      await new ChatOnPage(page, 'Canal General').message('Entre comillas, el texto oficial').waitFor();
      await picture(page, `surfaces-quotation-${name}`);
      assert.deepEqual(errors, []);
    });

    it(`shows what is for one person to that person alone: ${name}`, async () => {
      const { page, errors } = await openLocalTeams(browser(), world.address, size);
      const [ana, carlos] = [world.person('Ana').person, world.person('Carlos').person];
      const { id } = world.inChannel('Ana').conversation;
      await page.goto(chatAddress(world.address, ana.id, id));
      await page.reload();
      const channel = new ChatOnPage(page, 'Canal General');
      await channel.write('mis casos');
      const answer = channel.message('Eso lo hablamos en privado');
      await answer.getByText('Solo tú lo ves').waitFor();
      await picture(page, `surfaces-targeted-${name}`);
      await page.goto(chatAddress(world.address, carlos.id, id));
      await channel.message('mis casos').waitFor();
      assert.equal(await channel.panel.getByText('Eso lo hablamos en privado').count(), 0);
      assert.deepEqual(errors, []);
    });
  }
});
