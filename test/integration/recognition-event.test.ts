import assert from 'node:assert/strict';
import type { Recognition } from '../../src/features/recognitions/domain/recognition.js';
import { RecognitionLists } from '../../src/features/recognitions/store/lists.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import { buttons, inputValues, parts, textOf, verbs } from '../support/cards.js';
import { type Player, World } from '../support/world.js';

const NOW = new Date('2026-11-24T15:00:00Z');
const DEED = 'Le explicó tres veces a una señora cómo pedir la cita.';

describe('the recognition event', () => {
  let world: World;
  let tables: Tables;
  let hernan: Player;
  let paula: Player;
  const idOf = (name: string) => world.person(name).person.id;

  beforeEach(async () => {
    world = await World.open({ clock: () => NOW });
    tables = world.stores.tables;
    [hernan, paula] = [world.person('Hernán'), world.person('Paula')];
  });
  afterEach(() => world.close());

  let made = 0;
  /** Stores a recognition in the lists, as the bot does two minutes after it was sent. */
  async function thank(from: string, to: string, changes: Partial<Recognition> = {}): Promise<Recognition> {
    const recognition: Recognition = {
      sendingId: `s${++made}`,
      personId: idOf(to),
      senderId: from === '' ? '' : idOf(from),
      superiorId: '',
      area: 'Servicio al afiliado',
      attribute: 'amabilidad',
      message: DEED,
      source: from === '' ? 'pqrs' : 'colleague',
      isPublic: true,
      at: '2026-11-02T15:00:00.000Z',
      state: 'sent',
      revision: 1,
      ...changes,
    };
    await new RecognitionLists(tables).project(recognition, { given: true, got: true });
    return recognition;
  }

  /** What a player's last card says. */
  const shown = (player: Player) => textOf(player.card).replace(/\s+/g, ' ');
  const order = (player: Player) =>
    buttons(player.card)
      .filter(({ verb }) => verb === 'event.candidate')
      .map(({ data }) => data.id);

  it('shows those whom the most different people thanked, and says how it is ordered', async () => {
    for (const _ of [1, 2, 3]) await thank('Luis', 'Ana');
    await thank('Ana', 'Carlos');
    await thank('Marta', 'Carlos', { attribute: 'facilidad' });
    await thank('', 'Carlos');
    await hernan.writes('evento reconocimiento');
    const text = shown(hernan);
    assert.deepEqual(order(hernan), [idOf('Carlos'), idOf('Ana')]);
    assert.match(text, /2 personas con 6 reconocimientos/);
    assert.match(text, /Del 1 de octubre de 2026 al 31 de diciembre de 2026/);
    assert.match(text, /más personas distintas[\s\S]*La cantidad de reconocimientos no decide/);
    assert.match(
      text,
      /Carlos Colaborador\s+Servicio al afiliado\s+2 colegas de 2 áreas · 1 agradecimiento de usuarios/,
    );
    assert.match(text, /Amabilidad 2, Facilidad 1/);
  });

  it('says so when nobody was recognised, and offers other dates', async () => {
    await hernan.writes('evento reconocimiento');
    assert.match(shown(hernan), /no hay reconocimientos/);
    await thank('Luis', 'Ana', { at: '2026-05-20T15:00:00.000Z' });
    await hernan.taps('recognitions.event', { period: '2026-01-01..2026-06-30' });
    assert.deepEqual(order(hernan), [idOf('Ana')]);
  });

  it('takes days of its own, and tells what is wrong with them', async () => {
    await thank('Luis', 'Ana', { at: '2026-09-30T15:00:00.000Z' });
    await hernan.writes('evento reconocimiento');
    await hernan.taps('recognitions.event', { period: 'days', from: '2026-10-01', until: '2026-09-01' });
    assert.match(shown(hernan), /Esas fechas no me sirven/);
    await hernan.taps('recognitions.event', { period: 'days', from: '2026-09-30', until: '2026-09-30' });
    assert.deepEqual(order(hernan), [idOf('Ana')]);
    assert.equal(inputValues(hernan.card).from, '2026-09-30');
  });

  it('can be narrowed to an attribute, an area and a source, which stay on the way to a person and back', async () => {
    await thank('Luis', 'Ana', { attribute: 'facilidad' });
    await thank('', 'Ana');
    await thank('Luis', 'Teresa');
    await hernan.writes('evento reconocimiento');
    await hernan.taps('recognitions.event', { source: 'pqrs' });
    assert.deepEqual(order(hernan), [idOf('Ana')]);
    assert.match(shown(hernan), /Solo: PQRS/);
    await hernan.taps('event.candidate');
    await hernan.taps('recognitions.event');
    assert.deepEqual(order(hernan), [idOf('Ana')]);
    assert.equal(inputValues(hernan.card).source, 'pqrs');
    await hernan.taps('recognitions.event', { source: 'any', area: 'formacion' });
    assert.deepEqual(order(hernan), [idOf('Teresa')]);
    await hernan.taps('recognitions.event', { area: 'any', attribute: 'anticiparse' });
    assert.match(shown(hernan), /Nadie cumple con eso/);
  });

  it('has ten people on a page', async () => {
    const people = Array.from({ length: 11 }, (_, at) => ({
      id: `p${String(at).padStart(2, '0')}`,
      name: `Persona ${String(at).padStart(2, '0')}`,
      email: '',
      roles: [],
      area: 'Caja',
    }));
    await new TableDirectory(tables).save(people);
    for (const { id } of people) await thank('Luis', 'Ana', { personId: id });
    await hernan.writes('evento reconocimiento');
    assert.equal(order(hernan).length, 10);
    await hernan.taps('recognitions.event', {}, { with: { page: '10' } });
    assert.deepEqual(order(hernan), ['p10']);
  });

  it('leaves out who has left, and what was taken away', async () => {
    const taken = await thank('Luis', 'Ana');
    await thank('Luis', 'Carlos');
    await new RecognitionLists(tables).project(taken, { given: false, got: false });
    await new TableDirectory(tables).remove([world.person('Carlos').person]);
    await hernan.writes('evento reconocimiento');
    assert.deepEqual(order(hernan), []);
  });

  describe('the text that is read', () => {
    const open = async () => {
      await hernan.writes('evento reconocimiento');
      await hernan.taps('event.candidate');
      return shown(hernan);
    };

    it('has what was said and the policy, by name', async () => {
      await thank('Ana', 'Carlos');
      await thank('', 'Carlos', { message: 'Me trató con mucho cariño cuando más lo necesitaba.' });
      const text = await open();
      for (const part of [
        'Carlos Colaborador, de Servicio al afiliado.',
        'Entre el 1 de octubre de 2026 y el 31 de diciembre de 2026, 1 colega de 1 área reconoció su trabajo y un usuario le dio las gracias.',
        'Amabilidad, dice la política: «Gestos cálidos.»',
        `«${DEED}» (Ana Colaboradora)`,
        '«Me trató con mucho cariño cuando más lo necesitaba.» (un usuario)',
        'Gracias, Carlos Colaborador.',
      ]) {
        assert.ok(text.includes(part), `${part}\n${text}`);
      }
    });

    it('quotes nothing private or refused, and nothing with the name of a patient', async () => {
      await thank('Ana', 'Carlos', { isPublic: false, message: 'Esto es solo para Carlos y nadie más.' });
      await thank('Luis', 'Carlos', { state: 'declined', message: 'Esto no lo quiso publicar en el canal.' });
      await thank('Marta', 'Carlos', { message: 'Acompañó a la señora Rosa Pérez hasta la salida.' });
      const text = await open();
      for (const secret of ['solo para Carlos', 'no lo quiso', 'Rosa'])
        assert.ok(!text.includes(secret), secret);
      assert.ok(!text.includes('Así lo contaron'));
      assert.match(text, /3 colegas de 2 áreas/);
    });
  });

  describe('the list of the event', () => {
    beforeEach(async () => {
      await thank('Luis', 'Ana');
      await thank('Luis', 'Carlos');
      await thank('Marta', 'Carlos');
    });
    const add = async (player: Player, name: string) => {
      await player.writes('evento reconocimiento');
      await player.taps('event.candidate', {}, { with: { id: idOf(name) } });
      const { kind } = await player.taps('event.add');
      assert.equal(kind, 'card');
    };

    it('keeps whom the team added, who added them and since when, for everybody of the team', async () => {
      await add(hernan, 'Carlos');
      assert.match(shown(hernan), /✓ En la lista desde el 24 de noviembre de 2026, por Hernán Humanización/);
      await add(paula, 'Ana');
      await paula.taps('event.list');
      assert.match(shown(paula), /Carlos Colaborador[^✓]*✓ En la lista[^✓]*por Hernán Humanización/);
      assert.match(shown(paula), /Ana Colaboradora[^✓]*✓ En la lista[^✓]*por Paula Protección/);
    });

    it('keeps who was first when two add the same person at once', async () => {
      for (const player of [hernan, paula]) {
        await player.writes('evento reconocimiento');
        await player.taps('event.candidate', {}, { with: { id: idOf('Carlos') } });
      }
      await Promise.all([hernan.taps('event.add'), paula.taps('event.add')]);
      const notes = [hernan, paula].filter((player) => /Ya estaba en la lista/.test(shown(player)));
      assert.equal(notes.length, 1);
      await hernan.taps('event.list');
      assert.deepEqual(order(hernan), [idOf('Carlos')]);
    });

    it('lets anybody of the team take somebody off, and is empty then', async () => {
      await add(hernan, 'Carlos');
      await paula.writes('evento reconocimiento');
      await paula.taps('event.candidate', {}, { with: { id: idOf('Carlos') } });
      assert.ok(verbs(paula.card).includes('event.remove') && !verbs(paula.card).includes('event.add'));
      await paula.taps('event.remove');
      assert.match(shown(paula), /Ya no está en la lista/);
      await paula.taps('event.list');
      assert.match(shown(paula), /La lista está vacía/);
      assert.ok(!verbs(paula.card).includes('event.export'));
    });

    it('does not let anybody add themselves', async () => {
      await thank('Luis', 'Hernán');
      await add(hernan, 'Hernán');
      assert.match(shown(hernan), /A ti te tiene que agregar otra persona/);
      await add(paula, 'Hernán');
      assert.match(shown(paula), /por Paula Protección/);
    });

    it('does not name who is there no more, and leads to the lists of other dates', async () => {
      await thank('Luis', 'Teresa', { at: '2026-05-02T15:00:00.000Z' });
      await add(hernan, 'Carlos');
      await new TableDirectory(tables).remove([world.person('Carlos').person]);
      await hernan.taps('event.list');
      assert.match(shown(hernan), /1 persona que estaba en la lista ya no aparece/);
      assert.ok(!shown(hernan).includes('Carlos'));
      await hernan.taps('recognitions.event');
      await hernan.taps('recognitions.event', { period: '2026-01-01..2026-06-30' });
      await hernan.taps('event.candidate');
      await hernan.taps('event.add');
      await hernan.taps('event.list');
      await hernan.taps('event.list', {}, { with: { period: '2026-10-01..2026-12-31' } });
      assert.match(shown(hernan), /Del 1 de octubre de 2026/);
    });

    it('is downloaded with the text of each, by the team alone', async () => {
      await add(hernan, 'Carlos');
      await hernan.taps('event.list');
      await hernan.taps('event.export');
      const [xlsx, csv] = parts(hernan.card)
        .filter(({ type }) => type === 'Action.OpenUrl')
        .map(({ url }) => String(url));
      const text = await (await fetch(csv ?? '')).text();
      assert.match(text, /^Nombre,Área,Colegas distintos/);
      assert.match(
        text,
        /Carlos Colaborador,Servicio al afiliado,2,2,0,2,Amabilidad 2,lo vio un colega 2,2026-11-24 10:00,Hernán/,
      );
      assert.ok(text.includes(`«${DEED}» (Luis Líder)`) || text.includes(`«${DEED}» (Marta Gerente)`));
      assert.ok(!text.includes('Ana Colaboradora'));
      assert.equal((await (await fetch(xlsx ?? '')).arrayBuffer()).byteLength > 1_000, true);
      const { person } = hernan;
      await new TableDirectory(tables).save([{ ...person, roles: [] }]);
      assert.equal((await fetch(csv ?? '')).status, 404);
    });

    it('is in what a person may see of their own data', async () => {
      await add(hernan, 'Carlos');
      const carlos = world.person('Carlos');
      await carlos.writes('mis datos');
      assert.match(shown(carlos), /1 lista de un evento de reconocimiento en la que estás/);
    });
  });

  it('exports all candidates, and marks those on the list', async () => {
    await thank('Luis', 'Ana');
    await hernan.writes('evento reconocimiento');
    await hernan.taps('event.export');
    const csv = parts(hernan.card)
      .map(({ url }) => String(url))
      .find((url) => url.endsWith('csv'));
    assert.match(await (await fetch(csv ?? '')).text(), /Ana Colaboradora,Servicio al afiliado,1,1,0,1,/);
  });

  it('is for the humanization team alone, whatever a card brings', async () => {
    const luis = world.person('Luis');
    await luis.writes('evento reconocimiento');
    assert.match(String(luis.last.text), /tarea del equipo de humanización/);
    await hernan.writes('evento reconocimiento');
    for (const verb of [
      'recognitions.event',
      'event.candidate',
      'event.add',
      'event.remove',
      'event.list',
      'event.export',
    ]) {
      const outcome = await luis.sends(luis.last, verb, { id: idOf('Ana'), of: 'list' });
      assert.match(JSON.stringify(outcome), /tarea del equipo de humanización/, verb);
    }
  });
});
