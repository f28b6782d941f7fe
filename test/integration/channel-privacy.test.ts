/** What somebody writes in a channel that belongs into private. */
import assert from 'node:assert/strict';
import { inputValues, textOf } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const TOLD = 'ayer en la ventanilla de Suba la asesora le gritó a una señora y no la quiso atender';

describe('what belongs into private, written in a channel', function () {
  this.timeout(60_000);
  let world: World;
  let ana: Player;
  let here: Player;
  let others: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, here, others] = [world.person('Ana'), world.inChannel('Ana'), world.inChannel('Carlos')];
    await ana.writes('hola');
  });
  afterEach(() => world.close());

  it('is answered to who wrote it alone', async () => {
    const before = others.received.length;
    const answer = await here.writes('mis casos');
    assert.match(answer.text ?? '', /Eso lo hablamos en privado/);
    assert.match(textOf(here.card), /Abrir el chat en privado/);
    assert.equal(others.received.length, before);
  });

  it('is asked for in Teams as documented: a query parameter and the recipient', async () => {
    // MicrosoftDocs/msteams-docs, agents-in-teams/targeted-messages.md, "Send replies using REST APIs".
    const answer = await here.writes('mis casos');
    assert.equal(answer.onlyFor, ana.person.id);
  });

  it('becomes a report only after a yes, in the own chat', async () => {
    const before = others.received.length;
    const answer = await here.writes(TOLD);
    assert.match(answer.text ?? '', /Te escribí en tu chat conmigo/);
    assert.doesNotMatch(JSON.stringify(answer), /Suba|gritó/);
    assert.equal(others.received.length, before);
    const offer = await ana.sees('Lo escribiste donde otras personas leen');
    assert.deepEqual(await rawRows(world.connectionString, 'Drafts'), []);
    await ana.taps('report.start', {}, { message: offer });
    assert.match(JSON.stringify(ana.card), /Suba/);
    assert.equal((await rawRows(world.connectionString, 'Drafts')).length, 1);
  });

  it('keeps nothing before the yes, also of somebody who authorised long ago', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: 'Una historia cualquiera que es bastante larga.' });
    await ana.taps('report.cancel');
    await here.writes(TOLD);
    const offer = await ana.sees('Lo escribiste donde otras personas leen');
    assert.equal(inputValues(ana.cardOf(offer)).narrative, TOLD);
    assert.doesNotMatch(JSON.stringify(await rawRows(world.connectionString, 'Drafts')), /Suba/);
  });

  it('leaves answers to questions for everybody', async () => {
    const before = others.received.length;
    await here.writes('¿Qué es el robotismo?');
    assert.equal(others.received.length, before + 1);
  });
});
