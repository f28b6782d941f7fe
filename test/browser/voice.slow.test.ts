import assert from 'node:assert/strict';
import { chatOf, picture, useBrowser } from '../support/browser.js';
import { dialogButtons } from '../support/cards.js';
import { sendReport } from '../support/reporting.js';
import { LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const SUMMARY = 'Desde hoy se explica por escrito.';
const WHAT = 'Explicar los papeles por escrito';
const TROUBLE = 'Me cambiaron el turno.';
/** The event that closed the case. */
const CLOSING = 3;

for (const width of [390, 1_400]) {
  describe(`a commitment and the voice of who reported, in the browser at ${width} px`, function () {
    this.timeout(90_000);
    const browser = useBrowser();
    const clock = new HandClock();
    let world: World;
    before(async () => {
      world = await World.open({ clock: clock.now });
    });
    after(() => world.close());

    const open = (firstName: string) => chatOf(browser(), world, firstName, width);

    it('is asked for where the case is closed, is kept, and the reporter answers in confidence', async () => {
      const [ana, luis, carlos] = [world.person('Ana'), world.person('Luis'), world.person('Carlos')];
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW });
      await sendReport(ana);
      const card = await luis.sees('HUM-', 'Reportado, por aceptar');
      await luis.taps('case.accept', {}, { message: card });
      const id = String(dialogButtons(luis.cardOf(card)).find(({ verb }) => verb === 'case.close')?.data.id);

      const leader = await open('Luis');
      const dialog = leader.page.getByRole('dialog');
      const accepted = leader.chat.message('Aceptado, en gestión');
      await accepted.getByRole('button', { name: 'Cerrar el caso' }).first().click();
      await dialog.getByText('Estándar de comportamiento acordado').click();
      await dialog.getByLabel('Resumen para quien reportó').fill(SUMMARY);
      await dialog.getByRole('button', { name: 'Cerrar el caso' }).click();
      await dialog.getByText('quién se compromete, a qué y hasta cuándo').waitFor();
      assert.equal(await dialog.getByLabel('Resumen para quien reportó').inputValue(), SUMMARY);
      await dialog.getByLabel('Carlos').first().check();
      await dialog.getByLabel('¿A qué se compromete?').fill(WHAT);
      await dialog.getByLabel('¿Hasta cuándo?').fill('2026-12-15');
      await picture(leader.page, `voice-1-commitment-${width}`);
      await dialog.getByRole('button', { name: 'Cerrar el caso' }).click();
      await leader.chat.message('Listo').waitFor();
      await leader.page.close();

      // Until then the closing could be taken back.
      clock.forward(10 * 60_000);
      await world.brings({ kind: 'dispatch', partitionKey: id });
      await carlos.sees('dejó anotado un compromiso tuyo', WHAT);
      const committed = await open('Carlos');
      const notice = committed.chat.message('dejó anotado un compromiso tuyo');
      await picture(committed.page, `voice-2-told-${width}`);
      await committed.chat.write('mis compromisos');
      const list = committed.chat.message('Tus compromisos');
      await list.getByText(WHAT).waitFor();
      await picture(committed.page, `voice-3-list-${width}`);
      await notice.getByRole('button', { name: 'Cumplido', exact: true }).click();
      await committed.chat.message('Compromiso cumplido').waitFor();
      await picture(committed.page, `voice-4-done-${width}`);
      await committed.page.close();
      await luis.sees('dice que cumplió su compromiso', WHAT);
      assert.doesNotMatch(JSON.stringify(carlos.received), /HUM-/);

      clock.forward(9 * 86_400_000);
      await world.brings({ kind: 'voice', caseId: id, closing: CLOSING, phase: 'ask' });
      await ana.sees('¿Quedaste conforme?', SUMMARY);
      const reporter = await open('Ana');
      const question = reporter.chat.message('¿Quedaste conforme?');
      await question.waitFor();
      await picture(reporter.page, `voice-5-question-${width}`);
      await question.getByRole('button', { name: 'Responder' }).click();
      const form = reporter.page.getByRole('dialog');
      await form.getByLabel('En parte').check();
      await form.getByLabel('He tenido problemas por haber reportado').check();
      await form.getByLabel('¿Quieres contar algo más?').fill(TROUBLE);
      await picture(reporter.page, `voice-6-form-${width}`);
      await form.getByRole('button', { name: 'Enviar' }).click();
      const thanks = reporter.chat.message('Gracias por confiar');
      await thanks.getByRole('button', { name: 'Abrir un caso protegido' }).waitFor();
      await picture(reporter.page, `voice-7-thanks-${width}`);
      await world.person('Paula').sees('problemas por haber reportado', TROUBLE);
      const receiver = await open('Paula');
      await receiver.chat.message(TROUBLE).waitFor();
      await picture(receiver.page, `voice-8-told-${width}`);
      assert.doesNotMatch(JSON.stringify(luis.received), /cambiaron el turno|conforme/);
      assert.deepEqual([...leader.errors, ...committed.errors, ...reporter.errors], []);
    });
  });
}
