import assert from 'node:assert/strict';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { textOf } from '../support/cards.js';
import { GraphDouble } from '../support/graph-double.js';
import { sendReport } from '../support/reporting.js';
import { rawRows } from '../support/storage.js';
import { LOW } from '../support/sure-texts.js';
import { HandClock, urlsOn } from '../support/trainings.js';
import { linkFor, Visitor, visit, wordsOf } from '../support/visitor.js';
import { World } from '../support/world.js';

const GRAPH_KNOWN_MS = 15 * 60_000;

describe('the link to «mi página»', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  it('opens the page of the person who asked for it, after a click', async () => {
    const link = await linkFor(world.person('Ana'));
    const visitor = new Visitor(world.address);
    const asked = await visitor.get(link);
    assert.equal(asked.status, 200);
    assert.match(wordsOf(asked), /Es la página de Ana Colaboradora/);
    assert.equal(visitor.cookie, '', 'what loads a link in advance opens nothing');
    const entered = await visitor.post(link);
    assert.equal(entered.status, 303);
    assert.equal(entered.headers.get('location'), '/app');
    assert.match(entered.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Lax/);
    const page = await visitor.get('/app');
    assert.match(wordsOf(page), /Mi página Ana Colaboradora .* Nada espera por ti/);
  });

  it('opens once: a second use gets nothing, also when both come at once', async () => {
    const link = await linkFor(world.person('Ana'));
    const visitors = Array.from({ length: 5 }, () => new Visitor(world.address));
    const seen = await Promise.all(visitors.map((visitor) => visitor.post(link)));
    assert.deepEqual(seen.map(({ status }) => status).sort(), [303, 410, 410, 410, 410]);
    const again = await new Visitor(world.address).get(link);
    assert.equal(again.status, 410);
    assert.match(wordsOf(again), /Este enlace ya no sirve/);
  });

  it('lasts ten minutes', async () => {
    const link = await linkFor(world.person('Ana'));
    clock.forward(10 * 60_000);
    assert.equal((await new Visitor(world.address).post(link)).status, 410);
  });

  it('is worth nothing as a session, and a session nothing as a link', async () => {
    const link = await linkFor(world.person('Ana'));
    const key = link.split('/').at(-1) ?? '';
    const thief = new Visitor(world.address);
    thief.cookie = `mi-pagina=${key}`;
    assert.equal((await thief.get('/app')).status, 401);
    const ana = await visit(world, 'Ana');
    const secret = ana.cookie.split('=')[1] ?? '';
    assert.equal((await thief.post(`/app/entrar/${secret}`)).status, 410);
  });

  it('is not kept: storage has its hash alone', async () => {
    const key = (await linkFor(world.person('Ana'))).split('/').at(-1) ?? '';
    const rows = await rawRows(world.stores.tables, 'Tickets');
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(key));
  });

  it('opens the section of the card that it was asked from', async () => {
    const luis = world.person('Luis');
    await luis.writes('bandeja');
    await luis.taps('app.open');
    const [link = ''] = urlsOn(luis.card);
    const visitor = new Visitor(world.address);
    const asked = await visitor.get(link);
    const section = /name="parte" value="(\w*)"/.exec(asked.text)?.[1] ?? '';
    const entered = await visitor.post(link, { parte: section });
    assert.equal(entered.headers.get('location'), '/app/bandeja');
  });

  it('goes nowhere else, whatever its address says', async () => {
    const link = await linkFor(world.person('Ana'));
    const entered = await new Visitor(world.address).post(link, { parte: '//evil.example' });
    assert.equal(entered.headers.get('location'), '/app');
  });
});

describe('the session of «mi página»', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  it('is needed for every section', async () => {
    const nobody = new Visitor(world.address);
    for (const path of ['/app', '/app/casos', '/app/bandeja', '/app/mes', '/app/nada']) {
      const seen = await nobody.get(path);
      assert.equal(seen.status, 401, path);
      assert.match(wordsOf(seen), /Escríbele «mi página» al bot/);
    }
  });

  it('lasts an hour', async () => {
    const ana = await visit(world, 'Ana');
    clock.forward(59 * 60_000);
    assert.equal((await ana.get('/app')).status, 200);
    clock.forward(60_000);
    assert.equal((await ana.get('/app')).status, 401);
  });

  it('ends at «Salir», for whoever has its cookie', async () => {
    const ana = await visit(world, 'Ana');
    const { cookie } = ana;
    assert.match(wordsOf(await ana.post('/app/salir')), /Saliste de tu página/);
    const copy = new Visitor(world.address);
    copy.cookie = cookie;
    assert.equal((await copy.get('/app')).status, 401);
  });

  it('takes forms of its own pages alone', async () => {
    const ana = await visit(world, 'Ana');
    const link = await linkFor(world.person('Luis'));
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      { 'sec-fetch-site': '', origin: 'null' },
      { 'sec-fetch-site': '' },
    ];
    for (const headers of foreign) {
      assert.equal((await ana.post('/app/salir', {}, headers)).status, 403, JSON.stringify(headers));
      assert.equal((await ana.post(link, {}, headers)).status, 403, JSON.stringify(headers));
    }
    assert.equal((await ana.get('/app')).status, 200);
    const old = { 'sec-fetch-site': '', origin: world.address };
    assert.equal((await ana.post('/app/salir', {}, old)).status, 200, 'a browser that says only the origin');
  });

  it('reads the roles at each request', async () => {
    const hernan = await visit(world, 'Hernán');
    assert.equal((await hernan.get('/app/mes')).status, 200);
    const people = new TableDirectory(world.stores.tables);
    await people.save([{ ...world.person('Hernán').person, roles: [] }]);
    const seen = await hernan.get('/app/mes');
    assert.equal(seen.status, 404);
    assert.doesNotMatch(wordsOf(await hernan.get('/app')), /Casos del mes|Cobertura|Bandeja/);
  });

  it('is shown in no frame while Teams has no tab', async () => {
    const ana = await visit(world, 'Ana');
    for (const path of ['/app', '/app/nada']) {
      const { headers } = await ana.get(path);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });
});

describe('«mi página», with Microsoft Graph', () => {
  const clock = new HandClock();
  let graph: GraphDouble;
  let world: World;
  before(async () => {
    graph = await GraphDouble.start();
    world = await World.open({ graph, clock: clock.now });
  });
  after(async () => {
    await world.close();
    await graph.close();
  });

  it('is over for an account that is disabled, and never was for a guest', async () => {
    const { id, name: displayName } = world.person('Luis').person;
    graph.add({ id, displayName });
    const luis = await visit(world, 'Luis');
    assert.equal((await luis.get('/app/bandeja')).status, 200);
    for (const change of [{ accountEnabled: false }, { userType: 'Guest' }]) {
      graph.add({ id, displayName, ...change });
      // What Graph says is kept for a few minutes.
      clock.forward(GRAPH_KNOWN_MS);
      const seen = await luis.get('/app/bandeja');
      assert.equal(seen.status, 403);
      assert.match(wordsOf(seen), /Esta página no es para ti/);
    }
  });
});

describe('«mi página»', () => {
  let world: World;
  before(async () => {
    world = await World.open();
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await sendReport(ana);
    await world.person('Luis').sees('HUM-', 'Reportado, por aceptar');
    await world.logged(/"kind":"case.index".*"effect carried out"/);
  });
  after(() => world.close());

  const number = () => /HUM-\d{4}-\d{6}/.exec(textOf(world.person('Luis').card))?.[0] ?? '';

  it('shows a reporter their cases, each with the way to the chat', async () => {
    const seen = await (await visit(world, 'Ana')).get('/app/casos');
    assert.match(wordsOf(seen), /1 resultado .* En la ventanilla .* Reportado, por aceptar/);
    assert.ok(seen.text.includes(`l/chat/0/0?users=28:humanizacion-local&amp;message=${number()}`));
  });

  it('shows a leader what waits, and the line without a story or a way to a case', async () => {
    const luis = await visit(world, 'Luis');
    assert.match(wordsOf(await luis.get('/app/bandeja')), /En la ventanilla/);
    const marta = await visit(world, 'Marta');
    const team = await marta.get('/app/equipo');
    assert.match(wordsOf(team), new RegExp(`${number()} .* Luis Líder`));
    assert.doesNotMatch(team.text, /ventanilla|class="decide"/);
  });

  it('gives the sections of a role to those who have it', async () => {
    const sections = async (name: string) =>
      [...(await (await visit(world, name)).get('/app')).text.matchAll(/href="\/app\/(\w+)"/g)].map(
        ([, id]) => id,
      );
    assert.deepEqual(await sections('Ana'), [
      'hoy',
      'casos',
      'compromisos',
      'capacitaciones',
      'reconocimientos',
    ]);
    assert.deepEqual(await sections('Luis'), [
      'hoy',
      'casos',
      'bandeja',
      'equipo',
      'compromisos',
      'capacitaciones',
      'reconocimientos',
      'indicadores',
    ]);
    assert.deepEqual(await sections('Hernán'), [
      'hoy',
      'casos',
      'bandeja',
      'mes',
      'compromisos',
      'capacitaciones',
      'cobertura',
      'reconocimientos',
      'indicadores',
    ]);
    const ana = await visit(world, 'Ana');
    for (const path of ['/app/bandeja', '/app/equipo', '/app/mes', '/app/cobertura', '/app/__proto__']) {
      assert.equal((await ana.get(path)).status, 404, path);
    }
  });

  it('searches without accents, and says when nothing fits', async () => {
    const ana = await visit(world, 'Ana');
    assert.match(wordsOf(await ana.get('/app/casos?q=VENTANILLA+explicaron')), /1 resultado/);
    const none = await ana.get('/app/casos?q=%3Cscript%3E');
    assert.match(wordsOf(none), /Nada cumple lo que buscas/);
    assert.ok(!none.text.includes('<script>'));
  });

  it('filters by what it offers, and ignores anything else', async () => {
    const ana = await visit(world, 'Ana');
    assert.match(wordsOf(await ana.get('/app/casos?estado=closed')), /Ningún caso cumple ese filtro/);
    const odd = await ana.get('/app/casos?estado=nada&nivel=x&pagina-casos=99&orden-casos=77');
    assert.match(wordsOf(odd), /1 resultado/);
  });

  it('shows the coverage of a month as figures, a chart when somebody was trained, and a table', async () => {
    const seen = await (await visit(world, 'Hernán')).get('/app/cobertura');
    assert.match(wordsOf(seen), /Personas capacitadas 0 .* Servicio al afiliado 4 0 0 %/);
  });
});
