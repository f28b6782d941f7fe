/** The scenes of the user guide, played by the demo people. */
import { announce, channelMessage, codesOf, NINE } from '../support/trainings.js';
import type { World } from '../support/world.js';
import type { Camera } from './camera.js';

const THREAT =
  'Esta mañana un usuario amenazó a la compañera de la ventanilla 4: le dijo que la esperaba a la salida. Ella quedó temblando.';
const UNCLEAR = 'Ayer en la fila de la caja no hubo golpes, solo gritos entre dos usuarios y una auxiliar.';
const CALM = 'Ofrecer un lugar aparte a quien esté alterado en la fila';

export async function takeScenes(world: World, camera: Camera): Promise<void> {
  await takeReporter(world, camera);
  await takeLeader(world, camera);
  await takeTeam(world, camera);
  await takeTrainer(world, camera);
}

async function takeReporter(world: World, camera: Camera): Promise<void> {
  const ana = world.person('Ana');
  await camera.lastMessage(ana, 'bienvenida');
  await ana.writes('me tuvieron de ventanilla en ventanilla, ¿eso qué es?');
  await camera.lastMessage(ana, 'respuesta');
  await ana.writes('reportar');
  await camera.lastMessage(ana, 'reportar');
  await ana.taps('report.assess', { narrative: THREAT, confidential: 'true' });
  await camera.lastMessage(ana, 'revisar');
  await camera.window(ana, 'local-teams', async () => {
    await ana.taps('report.submit');
    await world.person('Luis').sees('Reportado, por aceptar');
  });
  await camera.lastMessage(ana, 'recibido');
  await ana.writes('mis casos');
  await camera.lastMessage(ana, 'mis-casos');
  await ana.writes('práctica');
  await camera.lastMessage(ana, 'practica');
  await ana.writes('mis datos');
  await camera.lastMessage(ana, 'mis-datos');
}

async function takeLeader(world: World, camera: Camera): Promise<void> {
  const luis = world.person('Luis');
  await luis.sees('Reportado, por aceptar');
  await camera.lastMessage(luis, 'caso-nuevo');
  await luis.writes('bandeja');
  await camera.lastMessage(luis, 'bandeja');
  const carlos = world.person('Carlos');
  await carlos.writes('reportar');
  await carlos.taps('report.assess', { narrative: UNCLEAR });
  await carlos.taps('report.submit');
  const card = await luis.sees('por confirmar');
  await camera.lastMessage(luis, 'confirmar-nivel');
  await luis.taps('case.accept', {}, { message: card });
  const commitment = {
    likely: world.person('Ana').person.id,
    what: CALM,
    until: '2026-12-15',
    kind: 'standard',
  };
  await luis.taps('commitment.add', commitment, { message: card });
  await luis.writes('mis compromisos');
  await camera.lastMessage(luis, 'compromisos');
  await luis.writes('me voy de vacaciones la otra semana');
  await camera.lastMessage(luis, 'ausencia');
  await luis.taps('away.set');
  await camera.lastMessage(luis, 'ausencia-guardada');
  const marta = world.person('Marta');
  await marta.writes('equipo');
  await camera.lastMessage(marta, 'equipo');
}

async function takeTeam(world: World, camera: Camera): Promise<void> {
  const hernan = world.person('Hernán');
  await camera.message(hernan, await hernan.sees('HUM-', 'Impacto ALTO'), 'caso-alto');
  await hernan.writes('casos');
  await camera.lastMessage(hernan, 'casos');
  await hernan.writes('exportar');
  await camera.lastMessage(hernan, 'exportar');
  const ana = world.person('Ana');
  await ana.writes('mis datos');
  await ana.taps('privacy.correct', { words: 'Mi área ya no es Caja; ahora trabajo en Droguería.' });
  await hernan.sees('Solicitud DAT-');
  await camera.lastMessage(hernan, 'solicitud');
}

async function takeTrainer(world: World, camera: Camera): Promise<void> {
  const { id, screenUrl } = await announce(world);
  const inChannel = world.inChannel('Ana');
  const posted = channelMessage(inChannel);
  await camera.message(inChannel, posted, 'capacitacion-canal');
  await inChannel.sends(posted, 'attendance.register', { verb: 'attendance.register', id });
  await camera.lastMessage(world.person('Teresa'), 'capacitacion-mesa');
  await camera.page(screenUrl, 'capacitacion-pantalla', { width: 1_280, height: 720 });
  const { card } = await codesOf(world, id, NINE);
  await camera.page(`${world.address}/trainings/${id}/attend?code=${card}`, 'capacitacion-formulario');
}
