import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, ChatOnPage, openLocalTeams, picture, useBrowser } from '../support/browser.js';
import { QUESTION } from '../support/sure-texts.js';
import { World } from '../support/world.js';

const NARRATIVE = 'Un usuario amenazó a mi compañera de la ventanilla 4 y le dijo que la esperaba afuera.';
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1400, height: 900 };
const THEMES = { light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' };

/** A row of the list of chats, by its name. */
const row = (page: Page, name: string) =>
  page.locator('.row', { has: page.locator('.row-name', { hasText: name }) });
/** The words of what has the focus, in a card or outside. */
const focused = (page: Page) =>
  page.evaluate(
    `(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const labels = at?.getAttribute('aria-labelledby')?.split(' ').map((id) => at.getRootNode().getElementById(id));
      return labels?.map((label) => label?.textContent).join(' ') || at?.getAttribute('aria-label') || at?.textContent || '';
    })()`,
  ) as Promise<string>;

describe('the local Teams, in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  /** Ana tells what happened, without the page. */
  async function report(): Promise<void> {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: NARRATIVE });
    await ana.taps('report.submit');
    await world.person('Luis').sees('Reportado, por aceptar');
  }

  it('marks what is unread until its person opens it, also after a reload', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    await new ChatOnPage(page, 'Ana Colaboradora').open();
    await report();
    await row(page, 'Luis Líder').getByText('1 mensaje sin leer').waitFor();
    await page
      .getByRole('status')
      .getByText(/tiene un mensaje nuevo/)
      .waitFor({ state: 'attached' });
    await page.reload();
    await row(page, 'Luis Líder').getByText('1 mensaje sin leer').waitFor();
    const luis = new ChatOnPage(page, 'Luis Líder');
    await luis.open();
    await luis.message('Reportado, por aceptar').waitFor();
    await row(page, 'Luis Líder').getByText('sin leer').waitFor({ state: 'detached' });
  });

  it('keeps what each person has begun to write in each chat', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    const luis = new ChatOnPage(page, 'Luis Líder');
    const channel = new ChatOnPage(page, 'Canal General');
    const text = (chat: ChatOnPage) => chat.panel.locator('.composer textarea');
    await text(ana).fill('Ayer en la caja');
    await channel.open();
    await text(channel).fill('¿Qué dice la política');
    await luis.open();
    assert.equal(await text(luis).inputValue(), '');
    await row(page, 'Ana Colaboradora').getByText('Borrador: Ayer en la caja').waitFor();
    await page.reload();
    await channel.open();
    assert.equal(await text(channel).inputValue(), '', 'the draft in the channel is of Ana');
    await ana.open();
    assert.equal(await text(ana).inputValue(), 'Ayer en la caja');
    await text(ana).press('Enter');
    await ana.message('Ayer en la caja').waitFor();
    await page.reload();
    assert.equal(await text(ana).inputValue(), '');
  });

  it('keeps a text that could not be sent, says so, and sends it with one tap, once', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await page.route('**/local/messages', (route) => route.abort());
    await ana.write(QUESTION);
    await ana.message('No se pudo enviar').waitFor();
    await new ChatOnPage(page, 'Luis Líder').open();
    await page.reload();
    await ana.open();
    const kept = ana.message('No se pudo enviar');
    await kept.getByText(QUESTION).waitFor();
    await picture(page, 'local-unsent');
    // The text arrives, and its answer is lost.
    await page.unroute('**/local/messages');
    await page.route('**/local/messages', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await kept.getByRole('button', { name: 'Enviar otra vez' }).click();
    await ana.message('Seguir los protocolos').waitFor();
    await kept.waitFor({ state: 'detached' });
    const sent = world.chats.messages.filter(({ text }) => text === QUESTION);
    assert.equal(sent.length, 1);
  });

  it('shows what happened while the connection was lost', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await page.route('**/local/events', (route) => route.abort());
    await page.reload();
    await page.getByText('Sin conexión con el bot').waitFor();
    await report();
    await page.unroute('**/local/events');
    await ana.message('Ya le avisé a').waitFor();
    await row(page, 'Luis Líder').getByText('1 mensaje sin leer').waitFor();
    await page.getByText('Sin conexión con el bot').waitFor({ state: 'hidden' });
  });

  it('plays the story with the keyboard alone', async () => {
    const { page, errors } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    const luis = new ChatOnPage(page, 'Luis Líder');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Walks with Tab to what has these words. */
    const tabTo = async (words: RegExp, key = 'Tab') => {
      for (let steps = 0; steps < 40; steps++) {
        if (words.test(await focused(page))) return;
        await press(key);
      }
      assert.fail(`no ${words} within reach; the focus is on: ${await focused(page)}`);
    };

    await tabTo(/^Ir a escribir$/);
    await press('Enter');
    assert.match(await focused(page), /Escribe como Ana/);
    await page.keyboard.type('reportar');
    await press('Enter');
    await ana.message('Cuéntame qué pasó').waitFor();
    await press('ArrowUp');
    assert.match(await focused(page), /^Humanización, /, 'the newest message has the focus');
    await press('Enter');
    await tabTo(/¿Qué pasó\?/);
    await page.keyboard.type(NARRATIVE);
    await tabTo(/^Continuar$/);
    await press('Enter');
    await ana.message('Impacto propuesto: ALTO').waitFor();
    assert.match(await focused(page), /^Humanización, /, 'the card that has come has the focus');
    await press('Enter');
    await tabTo(/^Enviar$/);
    await press('Enter');
    await ana.message('Ya le avisé a').waitFor();

    await press('Escape', 'Escape');
    await tabTo(/^(?!.*mensajes? sin leer.*Líder).*Luis Líder/, 'Shift+Tab');
    await press('Enter');
    const pinged = luis.message('Reportado, por aceptar');
    await pinged.waitFor();
    await press('ArrowUp', 'Enter');
    await tabTo(/^Preguntar$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.match(await focused(page), /^Preguntar$/, 'the focus is back where the dialog was opened');
    await tabTo(/^Aceptar$/, 'Shift+Tab');
    await press('Enter');
    await luis.message('Aceptado, en gestión').waitFor();
    assert.match(await focused(page), /^Humanización, /, 'the focus stays on the card that has changed');

    await press('Escape');
    await tabTo(/Ana Colaboradora/, 'Shift+Tab');
    await press('Enter');
    await ana.message('Aceptado, en gestión').waitFor();
    assert.match(await focused(page), /Escribe como Ana/);
    assert.deepEqual(errors, []);
  });

  it('walks through the list of chats with the arrows', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    await row(page, 'General').focus();
    for (const next of [/Reunión virtual/, /Ana Colaboradora/, /Luis Líder/]) {
      await page.keyboard.press('ArrowDown');
      assert.match(await focused(page), next);
    }
    for (let up = 0; up < 3; up++) await page.keyboard.press('ArrowUp');
    assert.match(await focused(page), /General/);
  });

  it('is accessible with chats, cards, dialogs and panels open, in every theme, wide and narrow', async () => {
    await report();
    for (const [name, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      const { page, errors } = await openLocalTeams(browser(), world.address, size);
      const ana = new ChatOnPage(page, 'Ana Colaboradora');
      const luis = new ChatOnPage(page, 'Luis Líder');
      const channel = new ChatOnPage(page, 'Canal General');
      for (const [theme, words] of Object.entries(THEMES)) {
        await page.evaluate(`location.hash = ''`);
        await page.getByRole('button', { name: 'Tema' }).click();
        await page.getByRole('radio', { name: words }).check();
        await assertAccessible(page);
        await page.keyboard.press('Escape');
        await picture(page, `local-${name}-${theme}-list`);
        await ana.open();
        await ana.message('Ya le avisé a').waitFor();
        await assertAccessible(page);
        await channel.open();
        await assertAccessible(page);
        await luis.open();
        await luis.message('Reportado, por aceptar').getByRole('button', { name: 'Preguntar' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Enviar la pregunta' }).waitFor();
        await picture(page, `local-${name}-${theme}-dialog`);
        await assertAccessible(page);
        await page.keyboard.press('Escape');
        await assertAccessible(page);
        await picture(page, `local-${name}-${theme}-card`);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), size.width);
      }
      assert.deepEqual(errors, []);
    }
  });

  it('takes its colours from the system until somebody chooses, and keeps the choice', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const theme = (name: string) => page.locator(`html[data-theme="${name}"]`).waitFor({ state: 'attached' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await theme('dark');
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await theme('contrast');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await theme('light');
    await page.getByRole('button', { name: 'Tema' }).click();
    await page.getByRole('radio', { name: 'Oscuro' }).check();
    await page.reload();
    await row(page, 'General').waitFor();
    await theme('dark');
  });

  it('gives the headings of cards their level below the chat', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    await page.getByRole('heading', { level: 1, name: 'Teams local' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Humanización' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Hola, Ana' }).waitFor();
  });

  it('lets one choose whom to be, by what each person does', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    await page.getByRole('button', { name: 'Personas' }).click();
    await assertAccessible(page);
    await picture(page, 'local-people');
    await page.getByRole('button', { name: /Teresa Capacitadora.*da capacitaciones/ }).click();
    await new ChatOnPage(page, 'Teresa Capacitadora').message('Hola, Teresa').waitFor();
    assert.match(await focused(page), /Escribe como Teresa/);
  });

  it('does not take away whoever reads further up, and says that there is something new', async () => {
    const { page } = await openLocalTeams(browser(), world.address, { width: 1_300, height: 600 });
    const luis = new ChatOnPage(page, 'Luis Líder');
    await luis.write('¿Qué es la promesa de servicio?');
    await luis.message('Compensar se compromete').waitFor();
    const list = luis.panel.getByRole('log');
    const scrolled = () => list.evaluate(({ scrollTop }: { scrollTop: number }) => scrollTop);
    await list.evaluate((element: { scrollTop: number }) => {
      element.scrollTop = 0;
    });
    await report();
    const more = luis.panel.getByRole('button', { name: 'Mensaje nuevo' });
    await more.waitFor();
    assert.equal(await scrolled(), 0);
    await more.click();
    assert.ok((await scrolled()) > 0);
    await luis.message('Reportado, por aceptar').getByRole('button', { name: 'Aceptar' }).click();
  });

  it('goes from the list to a chat and back on a phone', async () => {
    const { page } = await openLocalTeams(browser(), world.address, PHONE);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    assert.equal(await ana.panel.isVisible(), false);
    await ana.open();
    assert.equal(await row(page, 'Luis Líder').isVisible(), false);
    assert.equal(await focused(page), 'Volver a la lista');
    await page.keyboard.press('Enter');
    await row(page, 'Luis Líder').waitFor();
    assert.match(await focused(page), /Ana Colaboradora/);
    await page.goBack();
    await ana.message('Hola, Ana').waitFor();
  });

  it('shows the app as on a phone, 390 px wide, and comes back', async () => {
    const { page } = await openLocalTeams(browser(), world.address, DESKTOP);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await page.getByRole('button', { name: 'Teléfono' }).click();
    await ana.message('Hola, Ana').waitFor();
    assert.equal((await page.locator('.app').boundingBox())?.width, 390);
    assert.equal(await row(page, 'Luis Líder').isVisible(), false);
    await picture(page, 'local-frame');
    await page.getByRole('button', { name: 'Volver a la ventana' }).click();
    await row(page, 'Luis Líder').waitFor();
  });

  it('leads a newcomer through the story in three hints, and lets them be dismissed for good', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const hint = page.getByRole('complementary', { name: 'Pistas para empezar' });
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    const luis = new ChatOnPage(page, 'Luis Líder');
    await hint.getByRole('button', { name: 'Usar un ejemplo' }).click();
    await page.keyboard.press('Enter');
    await ana.message('Reportarlo').getByRole('button', { name: 'Reportarlo' }).click();
    const confirm = ana.message('Revisa y envía');
    await confirm.getByRole('button', { name: 'Enviar', exact: true }).click();
    await hint.getByRole('button', { name: 'Ser Luis' }).click();
    await hint.getByText('Pista 2 de 3').waitFor();
    await luis.message('por aceptar').getByRole('button', { name: 'Aceptar', exact: true }).click();
    await hint.getByText('Pista 3 de 3').waitFor();
    await hint.getByRole('button', { name: 'Ser Ana' }).click();
    await ana.message('Aceptado, en gestión').waitFor();
    await hint.waitFor({ state: 'hidden' });

    const other = await openLocalTeams(browser(), world.address);
    const again = other.page.getByRole('complementary', { name: 'Pistas para empezar' });
    await again.getByRole('button', { name: 'No mostrar más pistas' }).click();
    await other.page.reload();
    await row(other.page, 'General').waitFor();
    assert.equal(await again.isVisible(), false);
  });

  it('shows what goes over the wire, the newest first, without what opens doors', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await ana.write('reportar');
    await ana.message('Cuéntame qué pasó').waitFor();
    await page.getByRole('button', { name: 'Red' }).click();
    const wire = page.getByRole('complementary', { name: 'Lo que pasa por la red' });
    await wire.getByText('Ana Colaboradora → bot').first().waitFor();
    const form = ana.message('Cuéntame qué pasó');
    await form.getByLabel('¿Qué pasó?').fill(NARRATIVE);
    await form.getByRole('button', { name: 'Continuar' }).click();
    const newest = wire.locator('li', { hasText: 'adaptiveCard/action · report.assess' });
    await newest.getByText('200').waitFor();
    const ids = await wire
      .locator('li')
      .evaluateAll((items: { dataset: { entry: string } }[]) =>
        items.map(({ dataset }) => Number(dataset.entry)),
      );
    assert.deepEqual(
      ids,
      [...ids].sort((one, other) => other - one),
    );
    await newest.locator('summary').click();
    const sent = await newest.locator('pre').first().textContent();
    assert.equal(JSON.parse(sent ?? '').value.action.verb, 'report.assess');
    await assertAccessible(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await newest.getByRole('button', { name: 'Copiar: Lo que se envió' }).click();
    await newest.getByText('Copiado').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), sent);
    await picture(page, 'local-wire');
    await page.keyboard.press('Escape');
    await wire.waitFor({ state: 'hidden' });
  });
});
