import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { FigureStore } from '../../src/platform/figures/figure-store.js';
import { emptyTally } from '../../src/platform/figures/tally.js';
import { assertAccessible, picture, useBrowser } from '../support/browser.js';
import { sendReport } from '../support/reporting.js';
import { LOW } from '../support/sure-texts.js';
import { certified, HandClock } from '../support/trainings.js';
import { linkFor } from '../support/visitor.js';
import { World } from '../support/world.js';

const SIZES = [390, 1400] as const;
const SECTIONS =
  'hoy casos bandeja mes compromisos capacitaciones cobertura reconocimientos indicadores'.split(' ');

describe('«mi página», in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  let context: BrowserContext;
  let errors: string[];

  before(async () => {
    world = await World.open({ clock: new HandClock().now });
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await sendReport(ana);
    await world.person('Luis').sees('HUM-', 'Reportado, por aceptar');
    await world.logged(/"kind":"case.index".*"effect carried out"/);
    const counts = {
      'cases.reported': 13,
      'cases.reported/level/high': 4,
      'cases.reported/level/low': 9,
      'cases.reported/source/pqrs': 9,
      'cases.reported/source/boss': 4,
    };
    const store = new FigureStore(world.stores.tables);
    for (const month of ['2026-10', '2026-11']) {
      await store.write(
        { theme: 'cases', month },
        async () => new Map([['all', { ...emptyTally(), counts }]]),
      );
    }
  });
  after(() => world.close());
  afterEach(() => context.close());

  async function open(options: Parameters<ReturnType<typeof browser>['newContext']>[0]): Promise<Page> {
    context = await browser().newContext({ locale: 'es-CO', ...options });
    const page = await context.newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    return page;
  }

  /** Opens the page by the link that the bot gives. */
  async function enter(page: Page, firstName: string): Promise<void> {
    await page.goto(await linkFor(world.person(firstName)));
    await page.getByRole('button', { name: 'Abrir' }).click();
    await page.getByRole('heading', { name: 'Mi página', exact: true }).waitFor();
  }

  for (const width of SIZES) {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      it(`is accessible and fits at ${width} px, ${theme}`, async () => {
        const page = await open({ viewport: { width, height: 900 } });
        await enter(page, 'Hernán');
        for (const section of SECTIONS) {
          await page.goto(`${world.address}/app/${section}?tema=${theme}`);
          await assertAccessible(page);
          const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
          assert.equal(await page.evaluate(overflow), 0, section);
          if (section === 'hoy' || section === 'mes' || section === 'indicadores') {
            await picture(page, `tab-${section}-${width}-${theme}`);
          }
        }
        assert.deepEqual(errors, []);
      });
    }
  }

  for (const width of SIZES) {
    it(`shows a leader what waits on the first screen, at ${width} px`, async () => {
      const page = await open({ viewport: { width, height: 844 } });
      await enter(page, 'Luis');
      const first = page.locator('tbody tr').first();
      await first.getByText('Hay que responder').waitFor();
      await assertAccessible(page);
      await picture(page, `tab-hoy-luis-${width}`);
      const { y = 0, height = 0 } = (await first.boundingBox()) ?? {};
      assert.ok(y > 0 && y + height <= 844, `${y} + ${height}`);
    });
  }

  it('searches, sorts and leaves by the keyboard alone, without a script', async () => {
    const page = await open({ javaScriptEnabled: false });
    await enter(page, 'Ana');
    await page.getByRole('link', { name: 'Mis casos' }).press('Enter');
    await page.getByRole('link', { name: 'Estado' }).press('Enter');
    await page.waitForURL(/orden-casos=4/);
    await page.locator('th[aria-sort="ascending"]').getByText('Estado').waitFor();
    await page.getByLabel('Estado').selectOption('Cerrado');
    await page.getByRole('button', { name: 'Aplicar' }).press('Enter');
    await page.getByText('Ningún caso cumple ese filtro.').waitFor();
    await page.getByRole('button', { name: 'Salir' }).press('Enter');
    await page.getByText('Saliste de tu página').waitFor();
  });

  for (const width of SIZES) {
    it(`has charts with letters as large as a person can read, at ${width} px`, async () => {
      const page = await open({ viewport: { width, height: 900 } });
      await enter(page, 'Hernán');
      await page.goto(`${world.address}/app/indicadores?mes=2026-11`);
      const chart = page.getByRole('img', { name: 'Gráfica: Casos reportados, mes a mes.', exact: false });
      await chart.waitFor();
      const shown = (await chart.boundingBox())?.width ?? 0;
      const [, , drawn = 0] = ((await chart.getAttribute('viewBox')) ?? '').split(' ').map(Number);
      const letters = Number.parseFloat(
        (await chart.locator('text').first().getAttribute('font-size')) ?? '',
      );
      assert.ok((letters * shown) / drawn >= 12, `${letters} of ${drawn} px, shown at ${shown}`);
    });
  }

  it('shows a chart with its numbers, in print too', async () => {
    await certified(world);
    const page = await open({ viewport: { width: 1400, height: 900 } });
    await enter(page, 'Hernán');
    await page.goto(`${world.address}/app/cobertura`);
    const chart = page.getByRole('img', { name: 'Gráfica: Cobertura por área.', exact: false });
    await chart.waitFor();
    assert.match(await chart.innerHTML(), />Servicio al <[\s\S]*>afiliado</);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('table', { name: 'Área' }).waitFor();
    await picture(page, 'tab-print');
    await page.emulateMedia({ media: 'screen' });
    await page.getByText('Ver los números en una tabla').click();
    await assertAccessible(page);
    assert.deepEqual(errors, []);
  });
});
