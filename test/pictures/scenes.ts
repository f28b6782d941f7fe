/** The scenes of the user guide, played by the demo people. */
import { sendsFile } from '../support/evidence.js';
import { announce, channelMessage, codesOf, type HandClock, NINE } from '../support/trainings.js';
import type { World } from '../support/world.js';
import type { Camera } from './camera.js';

const THREAT =
  'Esta mañana un usuario amenazó a la compañera de la ventanilla 4: le dijo que la esperaba a la salida. Ella quedó temblando.';
const UNCLEAR = 'Ayer en la fila de la caja no hubo golpes, solo gritos entre dos usuarios y una auxiliar.';
const HEADINGS = 'radicado;fuente;tipo;fecha;texto;sede;persona';
const THANKS =
  'PQR-2026-0102;PQRS;felicitación;06/10/2026;Le explicó a mi mamá tres veces cómo pedir la cita, con toda la paciencia.;Calle 94;carlos@demo.example';
const CALM = 'Ofrecer un lugar aparte a quien esté alterado en la fila';

/** @param clock which the scenes move on, where something waits for its time. */
export async function takeScenes(world: World, camera: Camera, clock: HandClock): Promise<void> {
  await takeReporter(world, camera);
  await takeLeader(world, camera);
  await takeTeam(world, camera);
  await takeTrainer(world, camera);
  await takeThanks(world, camera, clock);
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
  const inMeeting = world.inMeeting('Teresa');
  await inMeeting.writes(card);
  await camera.lastMessage(inMeeting, 'reunion-enlazada');
}

async function takeThanks(world: World, camera: Camera, clock: HandClock): Promise<void> {
  const [ana, carlos, hernan] = [world.person('Ana'), world.person('Carlos'), world.person('Hernán')];
  await ana.writes('quiero felicitar a Carlos por la paciencia con la que le explicó la cita a una señora');
  await camera.lastMessage(ana, 'reconocer');
  await sendsFile(world, hernan, 'pqrs.csv', Buffer.from([HEADINGS, THANKS].join('\n')));
  await hernan.taps('sources.keep', {}, { message: await hernan.sees('El archivo trae 1 fila') });
  await hernan.sees('Listo, quedaron por revisar');
  const row = await hernan.writes('otros canales');
  await camera.message(hernan, row, 'felicitacion');
  await hernan.submitsForm(row, await hernan.opensForm('sources.thanks', row), {});
  await hernan.sees('se entrega a Carlos Colaborador');
  clock.forward(121_000);
  await world.brings({ kind: 'sources-carry', channel: 'pqrs', key: 'PQR-2026-0102' });
  await carlos.sees('¡Te reconocieron!');
  await world.logged(/"kind":"recognition.index".*"effect carried out"/);
  await hernan.writes('evento reconocimiento');
  await camera.lastMessage(hernan, 'evento');
}
