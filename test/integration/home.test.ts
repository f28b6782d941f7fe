import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/commands.js';
import { parts, textOf, verbs } from '../support/cards.js';
import { LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

describe('what the bot says about itself and its people', () => {
  let world: World;
  let ana: Player;
  before(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  after(() => world.close());

  it('names the people one can talk to, with a link to a chat', async () => {
    await ana.writes('quiero hablar con una persona');
    assert.match(textOf(ana.card), /Escribirle a Hernán/);
    const urls = parts(ana.card).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
    assert.ok(urls.some((url) => url.startsWith('https://teams.microsoft.com/l/chat/0/0?users=')));
    await ana.writes('hola');
    await ana.writes('no te entiendo, necesito un humano');
    assert.match(textOf(ana.card), /Escribirle a Hernán/);
  });

  it('says who the superior is, and has it corrected by those who run the bot', async () => {
    await ana.writes('¿quién es mi jefe para ti?');
    assert.match(textOf(ana.card), /Tu superior inmediato[\s\S]*Luis/);
    await ana.taps('superior.wrong');
    assert.match(textOf(ana.card), /Ya pedí que lo revisen/);
    // The demo people have no administrator: the team is told.
    await world.person('Hernán').sees('Un superior por corregir');
  });

  it('answers in the language of the text, and keeps the first one until another is asked for', async () => {
    const teresa = world.person('Teresa');
    await teresa.writes('hola, buenos días');
    await teresa.writes('what can you do');
    assert.match(textOf(teresa.card), /This is what I can do/);
    await teresa.writes('help');
    assert.match(textOf(teresa.card), /Esto es lo que puedo hacer/);
    await teresa.writes('english please');
    assert.match(teresa.last.text ?? '', /I speak English/);
    await teresa.writes('ayuda');
    assert.match(textOf(teresa.card), /This is what I can do/);
    await teresa.writes('¿podemos cambiar de idioma?');
    await teresa.taps('language.set', {}, { with: { id: 'es' } });
    await teresa.writes('ayuda');
    assert.match(textOf(teresa.card), /Esto es lo que puedo hacer/);
  });

  it('hides nothing that can be called in the help of those who may call it', async () => {
    const told = COMMANDS.filter(({ help }) => help.length > 0).map(({ purpose }) => purpose);
    const called = COMMANDS.map(({ purpose }) => purpose).filter((purpose) => !told.includes(purpose));
    assert.deepEqual(called, ['cancel', 'help']);
    const hernan = world.person('Hernán');
    await hernan.writes('ayuda');
    const text = textOf(hernan.card);
    for (const words of ['indicadores', 'otros canales', 'evento reconocimiento', 'mi página', 'solicitudes'])
      assert.match(text, new RegExp(`«${words}»`));
    await ana.writes('ayuda');
    assert.match(textOf(ana.card), /«mi página»/);
    assert.doesNotMatch(textOf(ana.card), /«otros canales»|«bandeja»/);
  });

  it('tells a collaborator who sees the indicators', async () => {
    await ana.writes('quiero ver los indicadores');
    assert.match(ana.last.text ?? '', /Los indicadores los ven/);
  });

  describe('cancelling', () => {
    it('says that there is nothing to cancel', async () => {
      const teresa = world.person('Teresa');
      await teresa.writes('cancelar');
      assert.match(textOf(teresa.card), /No hay nada por cancelar/);
    });

    it('leaves the report in hand unsent, and lets it be deleted or resumed', async () => {
      await ana.writes('reportar');
      await ana.writes('mejor déjalo así, ya no quiero');
      assert.match(textOf(ana.card), /Dejé tu reporte sin enviar/);
      await ana.taps('report.start');
      assert.match(textOf(ana.card), /Cuéntame qué pasó/);
      await ana.writes('cancelar');
      await ana.taps('report.cancel');
      assert.match(textOf(ana.card), /cancel/i);
    });

    it('offers to take back a report that was just sent', async () => {
      await ana.writes('reportar');
      await ana.taps('report.assess', {
        narrative: LOW,
      });
      await ana.taps('report.submit', { level: 'low' });
      await ana.writes('cancelar');
      assert.match(textOf(ana.card), /ya fue enviado/);
      await ana.taps('case.view');
      assert.ok(verbs(ana.card).includes('case.withdraw'));
    });
  });
});
