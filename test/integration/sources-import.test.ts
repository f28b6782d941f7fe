import assert from 'node:assert/strict';
import { textOf, verbs } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { rawRows } from '../support/storage.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const HEAD = 'radicado;fuente;tipo;fecha;texto;área;sede;persona;reclamo en salud';
const RUDE =
  'PQR-1;PQRS;queja;03/11/2026;Me gritaron delante de todos en la ventanilla.;;Calle 26;carlos@demo.example;no';
const COLD =
  'CI-7;Cliente incógnito;;04/11/2026;La asesora no me saludó y no me explicó nada.;Servicio al afiliado;;;';
const THREAT =
  'PD-3;Plataforma de desarrollo;;05/11/2026;Un supervisor me amenazó con golpearme si seguía reclamando.;Experiencia;;;';
const KIND =
  'PQR-2;PQRS;felicitación;06/11/2026;Quiero agradecer la paciencia. Soy Rosa Gil, mi celular es 310 555 0101.;;;;';
const file = (...rows: string[]) => Buffer.from([HEAD, ...rows].join('\r\n'));

describe('a file of other channels, sent to the bot', () => {
  let world: World;
  beforeEach(async () => {
    const clock = new HandClock();
    clock.set('2026-11-24T15:00:00Z');
    world = await World.open({ clock: clock.now, fieldKeys: undefined });
  });
  afterEach(() => world.close());

  const team = () => world.person('Hernán');
  const sends = async (content: Buffer, who = team()) => {
    const answer = await sendsFile(world, who, 'pqrs.csv', content);
    return answer.text ?? textOf(who.cardOf(answer));
  };
  const stored = async () =>
    (await rawRows(world.stores.tables, 'Sources')).filter(({ rowKey }) => String(rowKey).startsWith('row:'));

  it('is shown first, kept after a yes, and then waits to be reviewed', async () => {
    const before = world.person('Luis').received.length;
    assert.match(await sends(file(RUDE, COLD, THREAT, KIND)), /Recibí 4 filas/);
    const preview = await team().sees('El archivo trae 4 filas');
    const shown = textOf(team().cardOf(preview));
    assert.match(shown, /1 fila que no puede esperar/);
    assert.match(shown, /1 falla de impacto medio/);
    assert.match(shown, /1 falla de impacto bajo/);
    assert.match(shown, /1 felicitación/);
    assert.deepEqual(await stored(), [], 'nothing before the yes');

    await team().taps('sources.keep', {}, { message: preview });
    await team().sees('Listo, quedaron por revisar');
    assert.equal((await stored()).length, 4);
    await team().sees('que no puede esperar', 'Alguien puede estar en peligro', 'el plazo empieza cuando');
    assert.deepEqual(
      (await rawRows(world.stores.tables, 'Cases')).length,
      0,
      'no case and no deadline before the review',
    );
    assert.equal(world.person('Luis').received.length, before, 'no leader was told');
  });

  it('does not keep documents and telephones', async () => {
    await sends(file(KIND));
    await team().taps('sources.keep', {}, { message: await team().sees('El archivo trae 1 fila') });
    await team().sees('Listo, quedaron por revisar');
    const [row] = await stored();
    assert.match(String(row?.content), /\[número\]/);
    assert.doesNotMatch(String(row?.content), /0101|Rosa/);
  });

  it('that comes again keeps only what is new', async () => {
    await sends(file(RUDE));
    await team().taps('sources.keep', {}, { message: await team().sees('El archivo trae 1 fila') });
    await team().sees('Listo, quedaron por revisar');
    await sends(file(RUDE, COLD));
    const again = await team().sees('El archivo trae 2 filas');
    assert.match(textOf(team().cardOf(again)), /1 ya había llegado: queda como está/);
    await team().taps('sources.keep', {}, { message: again });
    await team().until(() =>
      team().received.filter((m) => m.card && textOf(team().cardOf(m)).includes('Listo, quedaron')).length ===
      2
        ? true
        : undefined,
    );
    assert.equal((await stored()).length, 2);
    await sends(file(RUDE, COLD));
    const old = await team().sees('Todo lo de este archivo ya había llegado');
    assert.ok(!verbs(team().cardOf(old)).includes('sources.keep'));
  });

  it('with something wrong is refused whole, with every row that is', async () => {
    const shown = await sends(
      file(RUDE, ';PQRS;;03/11/2026;No me atendieron a tiempo.;;;;', 'X;Radio;;31/02/2026;corto;;;;', RUDE),
    );
    assert.match(shown, /Hay 5 cosas por corregir/);
    assert.match(shown, /Fila 3.*falta id/s);
    assert.match(shown, /Fila 4.*no conozco «Radio»/s);
    assert.match(shown, /«31\/02\/2026» no es una fecha/);
    assert.match(shown, /Fila 5.*está también en la fila 2/s);
    assert.deepEqual(await rawRows(world.stores.tables, 'Sources'), []);
  });

  it('is forgotten after a no', async () => {
    await sends(file(RUDE));
    const preview = await team().sees('El archivo trae 1 fila');
    await team().taps('sources.discard', {}, { message: preview });
    assert.match(textOf(team().cardOf(preview)), /No guardé el archivo/);
    assert.deepEqual(await stored(), []);
    const left = await rawRows(world.stores.tables, 'Tickets');
    assert.deepEqual(
      left.filter(({ partitionKey }) => String(partitionKey).startsWith('sources:')),
      [],
    );
  });

  it('is of the team alone', async () => {
    const ana = world.person('Ana');
    await sends(file(RUDE), ana);
    assert.ok(!ana.received.some(({ text = '' }) => text.includes('Recibí 1 fila')));
    const answer = await ana.writes('otros canales');
    assert.match(answer.text ?? textOf(ana.cardOf(answer)), /le corresponde al equipo de humanización/);
  });
});
