/** «Hoy»: what waits for somebody, and deciding it there. */
import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { sendReport } from '../support/reporting.js';
import { HIGH_TO_A_CHILD, LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { Visitor, visit, wordsOf } from '../support/visitor.js';
import { World } from '../support/world.js';

/** Opens the page as Teams does, whose sign-in the local Teams stands in for. */
async function visitInTeams(world: World, firstName: string): Promise<Visitor> {
  const visitor = new Visitor(world.address);
  await visitor.get(`/local/tab?person=${world.person(firstName).person.id}`);
  return visitor;
}

async function report(world: World, narrative = LOW): Promise<string> {
  const ana = world.person('Ana');
  await ana.writes('reportar');
  await ana.taps('report.assess', { narrative });
  const message = ana.last;
  await sendReport(ana);
  const number = /HUM-\d{4}-\d{6}/.exec(textOf(ana.cardOf(message)))?.[0] ?? '';
  await world.logged(/"kind":"case.index".*"effect carried out"/);
  return number;
}

describe('«Hoy»', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  it('is what opens first, and says when nothing waits', async () => {
    const ana = await visit(world, 'Ana');
    assert.match(wordsOf(await ana.get('/app')), /Hoy .*Nada espera por ti/);
  });

  it('has the cases to decide with their deadline, and a question until it is answered', async () => {
    const number = await report(world);
    const luis = await visit(world, 'Luis');
    assert.match(wordsOf(await luis.get('/app')), new RegExp(`${number} · .* Hay que responder`));
    assert.doesNotMatch(wordsOf(await (await visit(world, 'Marta')).get('/app')), /HUM-/);
    const leader = world.person('Luis');
    const card = await leader.sees(number, 'Reportado, por aceptar');
    await leader.taps('case.ask', { question: '¿A qué hora fue?' }, { message: card });
    await world.settled();
    const asked = wordsOf(await (await visit(world, 'Ana')).get('/app'));
    assert.match(asked, new RegExp(`${number} · .* falta tu respuesta`));
  });

  it('has the draft of a report, without a word of it', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    const seen = wordsOf(await (await visit(world, 'Ana')).get('/app'));
    assert.match(seen, /Un reporte que no has enviado/);
    assert.doesNotMatch(seen, /ventanilla/i);
  });

  it('shows what is protected in Teams, and not to who came by a link', async () => {
    const number = await report(world, HIGH_TO_A_CHILD);
    const receiver = 'Paula';
    const inTeams = await visitInTeams(world, receiver);
    assert.match(wordsOf(await inTeams.get('/app')), new RegExp(number));
    const byLink = await visit(world, receiver);
    for (const path of ['/app', '/app/bandeja']) {
      const seen = wordsOf(await byLink.get(path));
      assert.doesNotMatch(seen, /HUM-/, path);
      assert.match(seen, /aquí no aparece lo que es protegido/, path);
    }
  });
});
