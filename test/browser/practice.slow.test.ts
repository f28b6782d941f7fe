import assert from 'node:assert/strict';
import { assertAccessible, ChatOnPage, openLocalTeams, picture, useBrowser } from '../support/browser.js';
import { hourComes } from '../support/practice.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

for (const width of [390, 1_400]) {
  describe(`the practice of the day, in the browser at ${width} px`, function () {
    this.timeout(90_000);
    const browser = useBrowser();
    const clock = new HandClock();
    let world: World;
    before(async () => {
      world = await World.open({ clock: clock.now });
    });
    after(() => world.close());

    it('is joined from help, comes at its hour, is ticked, and stops with one tap', async () => {
      const { person } = world.person('Ana');
      const { page, errors } = await openLocalTeams(browser(), world.address, { width, height: 1_000 });
      const chat = new ChatOnPage(page, person.name);
      await chat.open();
      await chat.write('práctica');
      const offer = chat.message('Cada día hábil te escribo una cosa pequeña');
      await offer.waitFor();
      await picture(page, `practice-1-offer-${width}`);
      await assertAccessible(page);
      await offer.getByLabel('Hora').selectOption({ label: '10:00\u00a0a.\u00a0m.' });
      await offer.getByLabel('Tu trabajo').selectOption({ label: 'Atiendo pacientes' });
      await offer.getByRole('button', { name: 'Empezar' }).click();
      await chat.message('Listo: te llega a las 10:00').waitFor();
      await picture(page, `practice-2-joined-${width}`);

      await hourComes({ world, clock }, '2026-11-24', '10:00', [person.id]);
      const practice = chat.message('Práctica del martes 24 de noviembre');
      await practice.waitFor();
      await picture(page, `practice-3-practice-${width}`);
      await practice.getByRole('button', { name: 'La hice' }).click();
      await practice.getByText('✓ Hecha.').waitFor();
      await picture(page, `practice-4-done-${width}`);
      await assertAccessible(page);

      await practice.getByRole('button', { name: 'Cambiar la hora' }).click();
      const settings = chat.message('Tu práctica del día');
      await settings.getByText('La próxima es el miércoles 25 de noviembre').waitFor();
      await picture(page, `practice-5-settings-${width}`);
      await settings.getByRole('button', { name: 'Dejar de recibirla' }).click();
      const left = chat.message('Ya no te la mando');
      await left.getByRole('button', { name: 'Volver a recibirla' }).waitFor();
      await picture(page, `practice-6-left-${width}`);
      assert.deepEqual(errors, []);
    });
  });
}
