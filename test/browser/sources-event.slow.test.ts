import assert from 'node:assert/strict';
import { chatOf, picture, useBrowser } from '../support/browser.js';
import { sendsFile } from '../support/evidence.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const SAID = 'Le explicó a mi mamá tres veces cómo pedir la cita, con toda la paciencia.';
const FILE = [
  'radicado;fuente;tipo;fecha;texto;área;sede;persona',
  'PQR-1;PQRS;queja;03/11/2026;La asesora no me saludó y no me explicó nada.;Servicio al afiliado;Calle 26;',
  `PQR-2;PQRS;felicitación;06/11/2026;${SAID};;Calle 26;carlos@demo.example`,
].join('\n');

for (const width of [390, 1_400]) {
  describe(`a file of other channels and the recognition event, in the browser at ${width} px`, function () {
    this.timeout(90_000);
    const browser = useBrowser();
    const clock = new HandClock();
    let world: World;
    before(async () => {
      clock.set('2026-11-24T15:00:00Z');
      world = await World.open({ clock: clock.now });
    });
    after(() => world.close());

    it('brings a failure and thanks, whose person then stands in the list of the event', async () => {
      const [hernan, carlos] = [world.person('Hernán'), world.person('Carlos')];
      const team = await chatOf(browser(), world, 'Hernán', width);
      await sendsFile(world, hernan, 'pqrs.csv', Buffer.from(FILE));
      const file = team.chat.message('El archivo trae 2 filas');
      await file.getByText('1 felicitación').waitFor();
      await picture(team.page, `sources-1-file-${width}`);
      await file.getByRole('button', { name: 'Guardar para revisar' }).click();
      const kept = team.chat.message('Listo, quedaron por revisar');
      await kept.getByRole('button', { name: 'Revisar ahora' }).click();

      const failure = team.chat.message('Quedan 2 por revisar');
      await failure.getByText('no me saludó').waitFor();
      await picture(team.page, `sources-2-failure-${width}`);
      await failure.getByRole('button', { name: 'Es una falla', exact: true }).click();
      const thanks = team.chat.message('Queda 1 por revisar');
      await thanks.getByText('Parece una felicitación').waitFor();
      await picture(team.page, `sources-3-thanks-${width}`);
      await thanks.getByRole('button', { name: 'Es una felicitación' }).click();
      const dialog = team.page.getByRole('dialog');
      assert.ok(await dialog.getByLabel('Carlos Colaborador').first().isChecked());
      assert.equal(await dialog.getByLabel('¿Qué va a leer?').inputValue(), SAID);
      await picture(team.page, `sources-4-form-${width}`);
      await dialog.getByRole('button', { name: 'Enviar como reconocimiento' }).click();
      await team.chat.message('se entrega a Carlos Colaborador').waitFor();
      await picture(team.page, `sources-5-sent-${width}`);

      clock.forward(121_000);
      await world.brings({ kind: 'sources-carry', channel: 'pqrs', key: 'PQR-2' });
      await carlos.sees('¡Te reconocieron!', SAID, 'De parte de un usuario');
      await team.chat.write('evento reconocimiento');
      const event = team.chat.message('1 agradecimiento de usuarios');
      await event.getByText('Carlos Colaborador').first().waitFor();
      await picture(team.page, `sources-6-event-${width}`);
      await event.getByRole('button', { name: 'Abrir' }).first().click();
      const person = team.chat.message('Texto listo para el evento');
      await person.getByRole('button', { name: 'Agregar a la lista' }).click();
      await person.getByRole('button', { name: 'Quitar de la lista' }).waitFor();
      await picture(team.page, `sources-7-person-${width}`);
      await person.getByRole('button', { name: 'La lista del evento' }).click();
      await team.chat.message('Exportar con los textos').waitFor();
      await picture(team.page, `sources-8-list-${width}`);
      assert.deepEqual(team.errors, []);
    });
  });
}
