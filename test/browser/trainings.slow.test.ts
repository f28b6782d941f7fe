import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import {
  assertAccessible,
  ChatOnPage,
  openLocalTeams,
  picture,
  readQr,
  useBrowser,
} from '../support/browser.js';
import {
  announce,
  certificateCodeOf,
  certified,
  close,
  codesOf,
  DECLARED,
  HandClock,
  openForm,
  PLAN,
  register,
  rowsUnder,
} from '../support/trainings.js';
import { World } from '../support/world.js';

const WALL = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

describe('trainings, in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let context: BrowserContext;
  let page: Page;
  let world: World;
  let clock: HandClock;
  let errors: string[];
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    context = await browser().newContext({ viewport: WALL, locale: 'es-CO' });
    page = await context.newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterEach(async () => {
    await context.close();
    await world.close();
  });

  const shownCode = async (): Promise<string> => (await page.locator('.code').textContent()) ?? '';
  const waitForCode = async (code: string): Promise<void> => {
    await page.getByText(code, { exact: true }).waitFor();
  };

  describe('the screen', () => {
    it('changes its code, and counts attendees without a reload; an old code is refused', async () => {
      const { id, screenUrl } = await announce(world);
      await page.goto(screenUrl);
      const first = (await codesOf(world, id, clock.now())).screen;
      await waitForCode(first);
      await picture(page, 'screen-desktop');

      clock.forward(20_000);
      const second = (await codesOf(world, id, clock.now())).screen;
      assert.notEqual(second, first);
      await waitForCode(second);
      await world.person('Ana').writes(`asistencia ${first}`);
      await page.locator('.number', { hasText: '1' }).waitFor();

      clock.forward(20_000);
      const third = (await codesOf(world, id, clock.now())).screen;
      await waitForCode(third);
      const refused = await world.person('Luis').writes(`asistencia ${first}`);
      assert.match(JSON.stringify(refused.card), /Ese código ya cambió/);
      await world.person('Luis').writes(`asistencia ${await shownCode()}`);
      await page.locator('.number', { hasText: '2' }).waitFor();
      assert.deepEqual(errors, []);
    });

    it('has readable QR codes that open the chat in Teams and the web form', async () => {
      const { id, screenUrl } = await announce(world);
      await page.goto(screenUrl);
      for (let turn = 0; turn < 3; turn++) {
        const { screen } = await codesOf(world, id, clock.now());
        await waitForCode(screen);
        assert.equal(
          await readQr(page.locator('.teams-qr img')),
          `https://teams.microsoft.com/l/chat/0/0?users=28:humanizacion-local&message=asistencia%20${screen}`,
        );
        const form = await readQr(page.locator('.web-qr img'));
        assert.equal(form, `${world.address}/trainings/${id}/attend?code=${screen}`);
        assert.equal((await fetch(form ?? '')).status, 200);
        clock.forward(20_000);
      }
    });

    it('says that it is offline, hides the code, and recovers by itself', async () => {
      const { id, screenUrl } = await announce(world);
      await page.goto(screenUrl);
      await waitForCode((await codesOf(world, id, clock.now())).screen);
      await context.setOffline(true);
      await page.getByText('Sin conexión').waitFor();
      const opacity = await page.evaluate(`getComputedStyle(document.querySelector('.code')).opacity`);
      assert.ok(Number(opacity) < 0.2, 'what may be out of date is not read by mistake');
      await picture(page, 'screen-offline');
      clock.forward(60_000);
      await register(world, 'Ana', id);
      await context.setOffline(false);
      await page.locator('.number', { hasText: '1' }).waitFor();
      await waitForCode((await codesOf(world, id, clock.now())).screen);
      await page.getByText('Sin conexión').waitFor({ state: 'hidden' });
    });

    it('says when the trainer has closed the registration, and when a new link has replaced it', async () => {
      const { id, screenUrl } = await announce(world, { capacity: '40' });
      await page.goto(screenUrl);
      await register(world, 'Ana', id);
      await page.getByText('de 40').waitFor();
      await close(world, id);
      await page.getByText('Registro cerrado').waitFor();
      await picture(page, 'screen-closed');
      const other = await announce(world, { title: 'Otra capacitación' });
      await page.goto(other.screenUrl);
      await page.locator('.code', { hasText: /\w{6}/ }).waitFor();
      await world.person('Teresa').taps('training.newScreen');
      await page.getByText('Este enlace ya no sirve').waitFor();
    });

    it('is accessible on a large and on a small display', async () => {
      const { screenUrl } = await announce(world);
      for (const [name, size] of [
        ['screen-1080', { width: 1920, height: 1080 }],
        ['screen-phone', PHONE],
      ] as const) {
        await page.setViewportSize(size);
        await page.goto(screenUrl);
        await page.locator('.code', { hasText: /\w{6}/ }).waitFor();
        await page.locator('.web-qr img').waitFor();
        await picture(page, name);
        await assertAccessible(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), size.width);
      }
    });

    it('is readable from ten metres on a picture of two metres, without scrolling', async () => {
      const { screenUrl } = await announce(world);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.goto(screenUrl);
      await page.locator('.code', { hasText: /\w{6}/ }).waitFor();
      await page.locator('.web-qr img').waitFor();
      // 16 minutes of arc at 10 m are 46.5 mm; 2 m of picture have 1,920 pixels; a capital is 0.7 of its size.
      const least = (46.5 / 2_000) * 1_920 * (1 / 0.72);
      for (const words of [
        '.teams-qr figcaption',
        '.web-qr figcaption',
        '.word',
        '.changes',
        '.count',
        '.no-phone',
      ]) {
        const style = `getComputedStyle(document.querySelector('${words}')).fontSize`;
        const size = Number.parseFloat(String(await page.evaluate(style)));
        assert.ok(size >= least, `${words}: ${size} of ${least}`);
      }
      assert.ok((await page.locator('.no-phone').textContent())?.includes('¿Sin teléfono?'));
      assert.equal(await page.evaluate('document.documentElement.scrollHeight'), 1080);
    });
  });

  describe('the page that checks certificates', () => {
    for (const [name, size] of [
      ['phone', PHONE],
      ['desktop', { width: 1400, height: 900 }],
    ] as const) {
      it(`answers on a ${name}, from the link on the paper, with the keyboard alone`, async () => {
        await page.setViewportSize(size);
        const { id, url } = await certified(world);
        await fetch(url);
        const code = await certificateCodeOf(world, id, 'Ana');

        await page.goto(`${world.address}/certificado?code=${code}`);
        await picture(page, `certificate-${name}`);
        await assertAccessible(page);
        assert.equal(await page.getByLabel('Código').inputValue(), code);
        await page.getByLabel('Nombre completo').focus();
        await page.keyboard.type('ana colaboradora');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Coincide', exact: true }).waitFor();
        await page.getByText(PLAN.title).waitFor();
        await picture(page, `certificate-match-${name}`);
        await assertAccessible(page);
        await page.getByRole('link', { name: 'Comprobar otro' }).press('Enter');
        await page.getByLabel('Código').fill(code);
        await page.getByRole('button', { name: 'Comprobar' }).press('Enter');
        await page.getByText('Escribe el nombre completo.', { exact: true }).waitFor();
        await assertAccessible(page);
        await page.getByLabel('Nombre completo').fill('Luis Líder');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'No coincide' }).waitFor();
        await picture(page, `certificate-no-match-${name}`);
        await assertAccessible(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), size.width);
        assert.deepEqual(errors, []);
      });
    }
  });

  describe('the form without Teams', () => {
    beforeEach(() => page.setViewportSize(PHONE));

    it('can be filled in on a phone with the keyboard alone', async () => {
      const { id } = await announce(world);
      await page.goto(`${world.address}/trainings/${id}/attend`);
      await picture(page, 'form-code-phone');
      await assertAccessible(page);
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const focused = () => page.evaluate('document.activeElement.id');

      await press('Tab');
      assert.equal(await focused(), 'code');
      await page.keyboard.type((await codesOf(world, id, clock.now())).screen.toLowerCase());
      await press('Enter');
      await page.getByLabel('Nombre completo').waitFor();
      await picture(page, 'form-phone');
      await assertAccessible(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);

      await press('Tab', 'Tab');
      assert.equal(await focused(), 'name');
      await press('Enter');
      await page.getByRole('alert').waitFor();
      await picture(page, 'form-problems-phone');
      await assertAccessible(page);
      await page.getByRole('link', { name: 'Escribe tu nombre completo.' }).press('Enter');
      assert.equal(await focused(), 'name');
      await page.keyboard.type(DECLARED.name);
      await press('Tab');
      await page.keyboard.type(DECLARED.contact);
      await press('Tab');
      await page.keyboard.type(DECLARED.organisation);
      await press('Tab', 'Space', 'Tab', 'Enter');
      await page.getByRole('heading', { name: 'Quedaste en la lista' }).waitFor();
      await picture(page, 'form-done-phone');
      await assertAccessible(page);
      assert.equal((await rowsUnder(world, id, 'attendee:')).length, 1);
      assert.deepEqual(errors, []);
    });

    it('names each field to a screen reader, with its hint and its error', async () => {
      const { id } = await announce(world);
      const { screen } = await codesOf(world, id, clock.now());
      await page.goto(`${world.address}/trainings/${id}/attend?code=${screen}`);
      await page.getByRole('button', { name: 'Registrar asistencia' }).click();
      const contact = page.getByRole('textbox', { name: 'Documento o correo electrónico' });
      assert.equal(await contact.getAttribute('aria-invalid'), 'true');
      const described = ((await contact.getAttribute('aria-describedby')) ?? '').split(' ');
      for (const part of described) assert.equal(await page.locator(`#${part}`).count(), 1);
      assert.equal(described.length, 2);
      await page.getByRole('checkbox', { name: 'Autorizo el tratamiento de mis datos' }).waitFor();
    });

    it('has accessible pages for an expired code and for an unknown training', async () => {
      const { id } = await announce(world);
      const { screen } = await codesOf(world, id, clock.now());
      clock.forward(60_000);
      await page.goto(`${world.address}/trainings/${id}/attend?code=${screen}`);
      await page.getByRole('alert').getByText('Escribe el que se ve ahora').waitFor();
      await picture(page, 'form-old-code-phone');
      await assertAccessible(page);
      await page.goto(`${world.address}/trainings/nada/attend`);
      await page.getByRole('heading', { name: 'No encontramos esta capacitación' }).waitFor();
      await assertAccessible(page);
    });

    it('is accessible on a desktop', async () => {
      const { id } = await announce(world);
      await page.setViewportSize(WALL);
      const { screen } = await codesOf(world, id, clock.now());
      assert.equal((await openForm(world, id, screen)).status, 200);
      await page.goto(`${world.address}/trainings/${id}/attend?code=${screen}`);
      await page.getByLabel('Nombre completo').waitFor();
      await picture(page, 'form-desktop');
      await assertAccessible(page);
    });
  });

  describe('the local Teams', () => {
    it('shows the dialog, the card with its QR code, and the trainer’s desk', async () => {
      const local = await openLocalTeams(browser(), world.address, { width: 1600, height: 1000 });
      const teresa = new ChatOnPage(local.page, 'Teresa Capacitadora');
      const channel = new ChatOnPage(local.page, 'Canal General');
      await teresa.open();
      await channel.open();
      await channel.panel.getByRole('button', { name: 'Nueva capacitación' }).click();
      const dialog = local.page.getByRole('dialog');
      await dialog.getByLabel('Título').fill(PLAN.title);
      await dialog.getByLabel('Día').fill(PLAN.day);
      await dialog.getByLabel('Empieza').fill('10:00');
      await dialog.getByLabel('Termina').fill('09:00');
      await dialog.getByLabel('Lugar').fill(PLAN.place);
      await dialog.getByRole('button', { name: 'Publicar' }).click();
      await dialog.getByText('anterior a la de empezar').waitFor();
      await picture(local.page, 'dialog-desktop');
      await dialog.getByLabel('Empieza').fill(PLAN.startsAt);
      await dialog.getByLabel('Termina').fill(PLAN.endsAt);
      await dialog.getByRole('button', { name: 'Publicar' }).click();
      await dialog.waitFor({ state: 'detached' });

      const card = channel.message('Capacitación · registro de asistencia');
      const qr = await readQr(card.locator('img'));
      const scanned = new URL(qr ?? '');
      assert.match(scanned.pathname, /^\/trainings\/[\w-]{36}\/attend$/);
      const opened = await (await fetch(scanned)).text();
      assert.match(opened, /Abrir en Teams/);
      await new ChatOnPage(local.page, 'Ana Colaboradora').open();
      await channel.open();
      await card.getByRole('button', { name: 'Registrar asistencia' }).click();
      await channel.message('1 persona registrada').waitFor();
      await channel.message(/hora de Bogotá/).waitFor();
      await picture(local.page, 'card-desktop');
      await world.person('Carlos').writes(`asistencia ${scanned.searchParams.get('code')}`);
      await channel.message('2 personas registradas').waitFor();

      await teresa.open();
      const desk = teresa.message('Tu capacitación');
      await desk.getByRole('link', { name: 'Abrir la pantalla' }).waitFor();
      await desk.getByRole('button', { name: 'Más' }).click();
      await desk.getByRole('button', { name: 'Actualizar' }).click();
      await teresa.message('Carlos Colaborador').waitFor();
      await picture(local.page, 'desk-desktop');
      await desk.getByRole('button', { name: 'Cerrar el registro', exact: true }).click();
      await picture(local.page, 'desk-closing-desktop');
      await desk.getByRole('button', { name: 'Sí, cerrar el registro' }).click();
      await channel.open();
      await channel.message('Asistieron 2 personas').waitFor();
      await picture(local.page, 'card-final-desktop');
      assert.deepEqual(local.errors, []);
      await local.page.close();
    });

    it('fits on a phone', async () => {
      await announce(world);
      const local = await openLocalTeams(browser(), world.address, PHONE);
      await new ChatOnPage(local.page, 'Teresa Capacitadora').open();
      const channel = new ChatOnPage(local.page, 'Canal General');
      await channel.open();
      await channel.message('Registrar asistencia').waitFor();
      await picture(local.page, 'card-phone');
      await channel.panel.getByRole('button', { name: 'Nueva capacitación' }).click();
      await local.page.getByRole('dialog').getByLabel('Título').waitFor();
      await picture(local.page, 'dialog-phone');
      assert.equal(await local.page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
      await local.page.close();
    });
  });
});
