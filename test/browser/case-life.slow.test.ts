import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { ChatOnPage, openLocalTeams, picture, useBrowser } from '../support/browser.js';
import { World } from '../support/world.js';

describe('a case between three people, in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('skips the involved superior, is asked about, answered, reclassified and closed', async () => {
    const { page, errors } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    const luis = new ChatOnPage(page, 'Luis Líder');
    const marta = new ChatOnPage(page, 'Marta Gerente');

    await ana.write('reportar');
    const form = ana.message('Cuéntame qué pasó');
    await form
      .getByLabel('¿Qué pasó?')
      .fill('Mi jefe le gritó a una usuaria en la caja y le dijo bruta delante de la fila.');
    await form.getByRole('button', { name: 'Continuar' }).click();
    const confirm = ana.message('Revisa y envía');
    await confirm.getByText('Reservar mi nombre').click();
    await confirm.getByRole('button', { name: 'Sí, que el caso no le llegue' }).click();
    await confirm.getByText('Marta Gerente').waitFor();
    await picture(page, 'case-1-confirm');
    await confirm.getByRole('button', { name: 'Enviar', exact: true }).click();
    await ana.message('Ya le avisé a').getByText('Marta Gerente').first().waitFor();

    await marta.open();
    await marta.message('Reportado, por aceptar').getByText('Nombre reservado').first().waitFor();
    await luis.open();
    await luis.message('Hola, Luis').waitFor();
    assert.equal(await luis.panel.locator('.message').filter({ hasText: 'HUM-' }).count(), 0);
    await marta.open();
    const pinged = marta.message('Reportado, por aceptar');
    assert.doesNotMatch((await marta.panel.textContent()) ?? '', /Ana Colaboradora/);

    await pinged.getByRole('button', { name: 'Preguntar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('¿Qué necesitas saber?').fill('¿Había usuarios esperando?');
    await picture(page, 'case-2-asking');
    await dialog.getByRole('button', { name: 'Enviar la pregunta' }).click();

    await ana.open();
    const own = ana.message('te pregunta por tu caso');
    await own.getByRole('button', { name: 'Responder' }).click();
    await dialog.getByLabel('Tu respuesta').fill('Sí, unas diez personas.');
    await dialog.getByRole('button', { name: 'Enviar la respuesta' }).click();
    await marta.open();
    await marta.message('respondió tu pregunta').getByText('Sí, unas diez personas.').waitFor();

    const opened = await openCase(marta);
    await opened.getByRole('button', { name: 'Más' }).click();
    await opened.getByRole('button', { name: 'Cambiar el nivel' }).click();
    await dialog.getByLabel(/Alto: amenaza/).check();
    await dialog.getByLabel(/Razón/).fill('La humillación fue repetida y pública.');
    await dialog.getByRole('button', { name: 'Guardar el nivel' }).click();
    await ana.open();
    await ana.message('en impacto alto').waitFor();

    const again = await openCase(marta);
    await again.getByRole('button', { name: 'Aceptar', exact: true }).click();
    const accepted = marta.message('Aceptado, en gestión');
    await accepted.getByRole('button', { name: 'Cerrar el caso' }).first().click();
    await dialog.getByText('Conversación realizada').click();
    await dialog.getByRole('button', { name: 'Cerrar el caso' }).click();
    await dialog.getByText('Falta el resumen').first().waitFor();
    await dialog
      .getByLabel('Resumen para quien reportó')
      .fill('Se habló con el líder y se acordó un estándar.');
    await dialog.getByRole('button', { name: 'Cerrar el caso' }).click();
    await marta
      .message('Listo')
      .getByRole('button', { name: /Deshacer/ })
      .waitFor();
    await picture(page, 'case-3-closed');
    assert.deepEqual(errors, []);
  });
});

/** Opens the case from a new inbox, as a leader does who comes back to it. A case opened before stays further up. */
async function openCase(leader: ChatOnPage): Promise<Locator> {
  await leader.open();
  const newest = await leader.panel.locator('.message').last().getAttribute('data-message');
  await leader.write('bandeja');
  const inbox = leader.panel
    .locator(`[data-message="${newest}"] ~ .message`)
    .filter({ hasText: 'Bandeja: lo que está por atender' });
  const id = await inbox.getAttribute('data-message');
  await inbox.getByRole('button', { name: 'Ver', exact: true }).click();
  const opened = leader.panel.locator(`[data-message="${id}"]`).filter({ hasText: 'Volver a la lista' });
  await opened.waitFor();
  return opened;
}
