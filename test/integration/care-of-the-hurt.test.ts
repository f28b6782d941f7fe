/** What people read who were hurt by whoever leads them, and tell it with doubt. */
import assert from 'node:assert/strict';
import { inputValues, textOf, verbs } from '../support/cards.js';
import { HELPLINES } from '../support/host.js';
import { World } from '../support/world.js';

describe('whoever was hurt', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  for (const told of [
    'mi jefe a veces me toca, no sé si es para tanto',
    'no sé si esto cuenta, el líder me abraza muy seguido y no me gusta',
    'no es para tanto pero mi jefe me roza a cada rato',
    'me da pena contarlo, mi coordinador me puso la mano en la rodilla, seguro fue sin intención',
    'de pronto exagero, mi gerente me hace comentarios sobre mi cuerpo',
    'a veces mi jefa me toca y me incomoda, quizás no sea nada',
  ])
    it(`is believed, and offered a way around the boss: "${told}"`, async () => {
      const ana = world.person('Ana');
      await ana.writes(told);
      assert.match(textOf(ana.card), /^Te creo[\s\S]*En confidencia[\s\S]*Tu jefe no se entera/);
      assert.ok(verbs(ana.card).includes('person.show'));
    });

  for (const said of [
    'el jefe me toca el tema de los turnos',
    'me toca trabajar el sábado con mi jefe',
    'mi jefe me dijo que me toca capacitar',
    'mi jefe me tocó el punto del informe',
    'mi jefe siempre me toca el peor turno',
    'mi jefe dice que me toca el turno de noche',
    'mi jefa me tocó el corazón con esas palabras',
  ])
    it(`gets no card for a turn or a duty: "${said}"`, async () => {
      const carlos = world.person('Carlos');
      await carlos.writes(said);
      assert.doesNotMatch(`${carlos.last.text}${carlos.last.card ? textOf(carlos.card) : ''}`, /Te creo/);
    });

  describe('with a protected report in hand', () => {
    const told = 'mi jefe a veces me toca la pierna cuando estamos solos en la oficina';

    for (const asked of [
      '¿él se entera?',
      '¿mi jefe se va a enterar?',
      '¿se entera mi jefe?',
      'will my boss find out?',
    ])
      it(`reads a short no, and sends it afterwards: "${asked}"`, async () => {
        const ana = world.person('Ana');
        await ana.writes(told);
        await ana.taps('report.start', {}, { with: { inConfidence: 'true' } });
        const message = ana.last;
        await ana.writes(asked);
        assert.match(ana.last.text ?? '', /^No\. /, 'before the review');
        // Once authorised, the way leads to the review at once.
        if (verbs(ana.cardOf(message)).includes('report.assess'))
          await ana.taps('report.assess', {}, { message });
        await ana.writes(asked);
        assert.match(ana.last.text ?? '', /^No\. /);
        assert.ok(!ana.last.card);
        await ana.writes('envíalo con mi nombre');
        assert.match(textOf(ana.card), /HUM-/);
        // What she reads next of this case would stand in the way of the next test.
        await world.settled();
      });

    it('reads each line once on the review, and is never offered whoever leads them', async () => {
      const carlos = world.person('Carlos');
      await carlos.writes('reportar');
      await carlos.taps('report.assess', { narrative: told });
      const shown = textOf(carlos.card);
      // That of the prosecutor also stands with the law, which the case keeps when the lines have gone.
      for (const number of [HELPLINES.violence, HELPLINES.emergency, HELPLINES.emotional])
        assert.equal(shown.split(number).length - 1, 1, `${number} in ${shown}`);
      assert.doesNotMatch(shown, /Luis|Prefiero que vaya por mi línea/);
      assert.match(shown, /Cambiar/);
    });

    it('goes with the name again for who says so', async () => {
      const diana = world.person('Diana');
      await diana.writes('reportar');
      await diana.taps('report.assess', { narrative: told, confidential: 'true' });
      await diana.writes('ya no quiero que sea confidencial');
      assert.equal(inputValues(diana.card).confidential, 'false');
    });
  });

  describe('once somebody has received it', () => {
    let care: World;
    beforeEach(async () => {
      care = await World.open();
    });
    afterEach(() => care.close());

    const isReceived = async () => {
      const [ana, paula] = [care.person('Ana'), care.person('Paula')];
      await ana.writes('reportar');
      await ana.taps('report.assess', {
        narrative: 'mi jefe a veces me toca la pierna cuando estamos solos en la oficina',
      });
      await ana.taps('report.submit');
      const message = await paula.sees('Reportado, por aceptar');
      await paula.taps('case.accept', {}, { message });
      await ana.sees('¿Cómo prefieres que te hable?');
      return { ana, paula, message };
    };

    for (const said of [
      'por teléfono',
      'que me llame',
      'mejor escríbame',
      'que espere',
      'prefiero contarle en persona el martes',
      'llámeme después de las cinco, por favor',
      'call me tomorrow',
    ])
      it(`hears how to be spoken to: "${said}"`, async () => {
        const { ana, paula } = await isReceived();
        await ana.writes(said);
        assert.match(ana.last.text ?? '', /Ya lo puede leer quien atiende el caso|can read it/);
        await paula.sees(said);
      });

    it('asks once: what is written later is about something else', async () => {
      const { ana } = await isReceived();
      await ana.writes('por teléfono');
      await ana.writes('que me llame');
      assert.doesNotMatch(ana.last.text ?? '', /Ya lo puede leer/);
    });

    for (const feared of ['me da miedo que se desquite', 'me va a echar', '¿y si se desquitan conmigo?'])
      it(`reads what protects from retaliation, and how to tell of it: "${feared}"`, async () => {
        const { ana } = await isReceived();
        await ana.writes(feared);
        assert.match(textOf(ana.card), /nadie debe tratarte mal por haber reportado/);
        assert.ok(textOf(ana.card).length < 700);
        await ana.taps('report.trouble');
        await ana.taps('report.assess', { narrative: 'Desde que reporté me cambiaron el turno tres veces.' });
        assert.match(textOf(ana.card), /no pasa por tu línea/);
        assert.doesNotMatch(textOf(ana.card), /Luis/);
      });

    for (const said of ['ya no quiero que sea confidencial', 'puede saber mi nombre'])
      it(`reads what is possible about the name: "${said}"`, async () => {
        const { ana } = await isReceived();
        await ana.writes(said);
        assert.match(ana.last.text ?? '', /^En el caso HUM-\S+ tu nombre no está en reserva/);
      });

    it('takes an answer about the boss to whoever asked', async () => {
      const { ana, paula, message } = await isReceived();
      await paula.taps('case.ask', { question: '¿Quién más estaba?' }, { message });
      await ana.sees('¿Quién más estaba?');
      await ana.writes('solo estaba mi jefe con la puerta cerrada');
      await ana.taps('case.answerHere');
      await paula.sees('solo estaba mi jefe con la puerta cerrada');
    });
  });
});
