import assert from 'node:assert/strict';
import { chatOf, picture, useBrowser } from '../support/browser.js';
import { buttons } from '../support/cards.js';
import { DEED } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

for (const width of [390, 1_400]) {
  describe(`a recognition, in the browser at ${width} px`, function () {
    this.timeout(90_000);
    const browser = useBrowser();
    const clock = new HandClock();
    let world: World;
    before(async () => {
      world = await World.open({ clock: clock.now });
    });
    after(() => world.close());

    const open = (firstName: string) => chatOf(browser(), world, firstName, width);

    it('is written, looked at, sent, kept, published and taken away', async () => {
      await world.inChannel('Ana').writes('hola');
      const [ana, carlos] = [world.person('Ana'), world.person('Carlos')];
      const sender = await open('Ana');
      await sender.chat.write('quiero felicitar a Carlos por su paciencia');
      const form = sender.chat.message('¿Qué hizo?');
      assert.ok(await form.getByLabel('Carlos Colaborador').first().isChecked());
      await form.getByLabel('¿Qué hizo?').fill(DEED);
      await form.getByLabel('Que se pueda publicar en un canal').check();
      await picture(sender.page, `recognition-1-form-${width}`);
      await form.getByRole('button', { name: 'Ver cómo queda' }).click();
      const preview = sender.chat.message('Así lo verá');
      await preview.getByText(DEED).waitFor();
      await picture(sender.page, `recognition-2-preview-${width}`);
      await preview.getByRole('button', { name: 'Enviar', exact: true }).click();
      await sender.chat.message('Tu reconocimiento es para').waitFor();
      await picture(sender.page, `recognition-3-sent-${width}`);

      const sent = await ana.sees('Tu reconocimiento es para');
      const id = buttons(ana.cardOf(sent)).find(({ verb }) => verb === 'recognition.undo')?.data.id;
      clock.forward(121_000);
      await world.brings({ kind: 'recognition', partitionKey: id });
      await carlos.sees('¡Te reconocieron!', DEED);
      const receiver = await open('Carlos');
      const card = receiver.chat.message('¡Te reconocieron!');
      await card.getByRole('button', { name: 'Sí, publicarlo' }).waitFor();
      await picture(receiver.page, `recognition-4-received-${width}`);
      await card.getByRole('button', { name: 'Sí, publicarlo' }).click();
      await card.getByText('Aceptaste publicarlo').waitFor();
      await world.inChannel('Carlos').sees('Reconocimiento para', DEED);

      await receiver.chat.write('mis reconocimientos');
      const list = receiver.chat.message('que recibiste');
      await list.getByText(DEED).waitFor();
      await picture(receiver.page, `recognition-5-list-${width}`);
      await card.getByRole('button', { name: 'Quitarlo', exact: true }).click();
      await card.getByText('No se puede recuperar').waitFor();
      await card.getByRole('button', { name: 'Sí, quitarlo' }).click();
      await receiver.chat.message('Quitaste este reconocimiento').waitFor();
      await sender.chat.message('Este reconocimiento ya no está').waitFor();

      const leader = await open('Luis');
      await leader.chat.write('reconocimientos del equipo');
      await leader.chat.message('En este periodo no hay ninguno').waitFor();
      await picture(leader.page, `recognition-6-team-${width}`);
      assert.deepEqual([...sender.errors, ...receiver.errors, ...leader.errors], []);
    });
  });
}
