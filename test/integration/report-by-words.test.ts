import assert from 'node:assert/strict';
import { inputValues, textOf, verbs } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const FIRST = 'Ayer en la ventanilla 3 una asesora le gritó a un señor mayor delante de toda la fila';
const SECOND = 'y el vigilante se rio';

describe('a report that is told and put right in words', () => {
  let world: World;
  let ana: Player;
  beforeEach(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  /** The cases that there are; they are committed before the answer. */
  const reports = () => rawRows(world.stores.tables, 'Cases', { rowKey: 'case' });
  /** As far as the review. */
  async function isReviewed(): Promise<void> {
    await ana.writes(FIRST);
    await ana.taps('report.start');
    assert.match(textOf(ana.card), /Revisa y envía/);
  }

  it('keeps all that was told before it is authorised, sends nothing, and asks for the authorisation', async () => {
    await ana.writes(FIRST);
    await ana.writes(SECOND);
    assert.match(textOf(ana.card), /Llevas contado:[\s\S]*gritó[\s\S]*se rio/);
    for (const text of ['repórtalo', 'me equivoqué, fue el martes', 'envíalo']) {
      await ana.writes(text);
      assert.match(inputValues(ana.card).narrative ?? '', /gritó[\s\S]*se rio/, text);
      assert.match(textOf(ana.card), /autorizas/);
    }
    assert.match(inputValues(ana.card).narrative ?? '', /fue el martes/);
    assert.deepEqual(await reports(), []);
    await ana.taps('report.assess', { narrative: inputValues(ana.card).narrative ?? '' });
    await ana.taps('report.submit');
    assert.match(textOf(ana.card), /Ya le avisé a[\s\S]*gritó[\s\S]*se rio/);
  });

  /** Whether the name is withheld in the one report that was sent. */
  async function isReserved(): Promise<boolean> {
    assert.match(textOf(ana.card), /Ya le avisé a[\s\S]*HUM-/);
    assert.equal((await reports()).length, 1);
    return textOf(ana.card).includes('Nadie que atienda el caso ve tu nombre');
  }

  for (const [name, isKept] of [
    ['shown', false],
    ['withheld', true],
  ] as const) {
    it(`is sent by "envíalo" and a button, the name ${name}: a tick on the review is unknown until then`, async () => {
      await isReviewed();
      await ana.writes('envíalo');
      assert.match(textOf(ana.card), /con tu nombre o en reserva/);
      assert.deepEqual(await reports(), []);
      await ana.taps('report.submit', {}, { with: { name } });
      assert.equal(await isReserved(), isKept);
    });
  }

  for (const [text, isKept] of [
    ['con mi nombre', false],
    ['sin mi nombre', true],
  ] as const) {
    it(`is sent by "envíalo" and the answer "${text}"`, async () => {
      await isReviewed();
      await ana.writes('envíalo');
      await ana.writes(text);
      assert.equal(await isReserved(), isKept);
    });
  }

  it('is shown as it went out by a question that was answered before', async () => {
    await isReviewed();
    const question = await ana.writes('envíalo');
    await ana.writes('sin mi nombre');
    await ana.taps('report.submit', {}, { message: question, with: { name: 'shown' } });
    assert.match(textOf(ana.cardOf(question)), /Nadie que atienda el caso ve tu nombre[\s\S]*HUM-/);
    assert.equal((await reports()).length, 1);
  });

  it('is sent at once by who says so, or has said it before', async () => {
    await isReviewed();
    await ana.writes('envíalo con mi nombre');
    assert.equal(await isReserved(), false);
  });

  it('is sent at once in reserve by who has asked for it in words', async () => {
    await isReviewed();
    await ana.writes('sin mi nombre');
    await ana.writes('envíalo');
    assert.equal(await isReserved(), true);
  });

  it('is not sent by what somebody said in the story', async () => {
    await isReviewed();
    await ana.writes('me dijo mándelo de una y me colgó');
    assert.match(textOf(ana.card), /Revisa y envía[\s\S]*me colgó/);
    assert.deepEqual(await reports(), []);
  });

  for (const text of [
    'todavía no lo envíes',
    'envíalo sin mi nombre',
    'fue el martes, no ayer',
    'agrega que lloró',
  ]) {
    it(`is shown again, and not sent, after "${text}"`, async () => {
      await isReviewed();
      await ana.writes(text);
      assert.match(textOf(ana.card), /Revisa y envía/);
      assert.ok(verbs(ana.card).includes('report.submit'));
      assert.deepEqual(await reports(), []);
    });
  }

  for (const text of ['en confidencia', 'que sea anónimo por favor', 'sin mi nombre']) {
    it(`withholds the name after "${text}", at the review and when the report is offered`, async () => {
      await ana.writes(FIRST);
      await ana.writes(text);
      await ana.taps('report.assess', { narrative: FIRST });
      assert.equal(inputValues(ana.card).confidential, 'true');
      await ana.taps('report.cancel');
      await isReviewed();
      await ana.writes(text);
      assert.match(textOf(ana.card), /Revisa y envía/);
      assert.equal(inputValues(ana.card).confidential, 'true');
      assert.deepEqual(await reports(), []);
    });
  }

  it('leaves out of the story what would tell who wrote it, and says so', async () => {
    await isReviewed();
    await ana.writes('pero que no salga mi nombre porfa, trabajo en el puesto de al lado con ella');
    assert.equal(inputValues(ana.card).confidential, 'true');
    assert.match(textOf(ana.card), /no la agregué al relato/);
    assert.doesNotMatch(textOf(ana.card), /puesto de al lado/);
  });

  it('keeps what sounds like a yes and tells, and goes on at a plain yes', async () => {
    await ana.writes(FIRST);
    await ana.writes('y al señor sí lo atendieron al final, está bien');
    assert.match(textOf(ana.card), /Llevas contado:[\s\S]*gritó[\s\S]*lo atendieron al final/);
    await ana.writes('sí, por favor, quiero que quede reportado lo que te conté');
    assert.match(inputValues(ana.card).narrative ?? '', /atendieron al final, está bien$/);
  });

  it('explains who knows a name to whom asks while a report is in hand', async () => {
    await isReviewed();
    await ana.writes('¿esto es anónimo?');
    assert.match(textOf(ana.card), /No es anónimo/);
  });

  it('keeps the next story apart from a report that was set aside, and takes either up', async () => {
    await isReviewed();
    await ana.writes('cancelar');
    const aside = ana.last;
    await ana.writes('El lunes en la sede de la 68 el vigilante empujó a una muchacha contra la puerta');
    await ana.taps('report.start');
    assert.match(textOf(ana.card), /empujó/);
    assert.doesNotMatch(textOf(ana.card), /ventanilla/);
    await ana.taps('report.start', {}, { message: aside });
    assert.match(textOf(ana.cardOf(aside)), /ventanilla/);
    assert.doesNotMatch(textOf(ana.cardOf(aside)), /empujó/);
  });

  it('goes on with a report that was set aside before it was authorised', async () => {
    await ana.writes(FIRST);
    await ana.writes('repórtalo');
    await ana.writes('cancelar');
    await ana.taps('report.start');
    assert.match(inputValues(ana.card).narrative ?? '', /gritó/);
    await ana.writes('cancelar');
    await ana.writes('sí, sigamos');
    assert.match(inputValues(ana.card).narrative ?? '', /gritó/);
  });

  it('tells somebody who accuses their boss that the boss will not get the report, and the boss does not', async () => {
    await ana.writes('ayer empujaron a un señor contra el archivador por demorarse en la ventanilla');
    await ana.writes('fue el jefe, me da pánico que lea esto');
    assert.match(textOf(ana.card), /no le llega a esa persona/);
    await ana.taps('report.start');
    assert.doesNotMatch(textOf(ana.card), /Luis/);
    assert.match(textOf(ana.card), /Paula Protección/);
  });

  it('asks whether the boss is involved who was named outside the story, before it names them', async () => {
    await ana.writes('el del problema es mi jefe');
    await isReviewed();
    assert.match(textOf(ana.card), /involucrada/);
    await ana.writes('sí, es él');
    assert.doesNotMatch(textOf(ana.card), /le llega a\s+Luis/i);
    assert.deepEqual(await reports(), []);
  });

  /** The story on the review, and what is said above it. */
  async function shows(text: string, ...patterns: RegExp[]): Promise<void> {
    await ana.writes(text);
    for (const pattern of [/Revisa y envía/, ...patterns]) assert.match(textOf(ana.card), pattern, text);
    assert.deepEqual(await reports(), []);
  }

  it('is put right where the words stand, and as it was after "deshazlo"', async () => {
    await isReviewed();
    await shows(
      'no es la ventanilla 3 sino la 5',
      /Cambié «ventanilla 3» por «ventanilla 5»/,
      /Ayer en la ventanilla 5 una/,
    );
    await shows('perdón, eran dos asesoras, no una', /«una asesora» por «dos asesoras»/);
    await shows('deshazlo', /quedó como estaba/, /ventanilla 5 una asesora/);
    await shows(
      'no fue ayer, fue el martes',
      /«Ayer» por «El martes»[\s\S]*Puse como fecha/,
      /El martes en la/,
    );
  });

  it('keeps a correction at its end, and asks, when the words do not stand in it', async () => {
    await isReviewed();
    await shows('no fue el gerente, fue el portero', /No supe dónde cambiar «gerente»/, /fue el portero/);
    await shows('déjalo como estaba', /quedó como estaba/);
    assert.doesNotMatch(textOf(ana.card), /portero/);
  });

  it('loses its last piece by words; of the only one it is asked whether to delete it', async () => {
    await isReviewed();
    await shows('agrega que lloró', /agrega que lloró/);
    await shows('espere borro eso', /Quité «agrega que lloró»/);
    await shows('deshazlo', /agrega que lloró/);
    await ana.writes('quítele lo último');
    await ana.writes('quítele lo último');
    assert.deepEqual(verbs(ana.card).sort(), ['report.cancel', 'report.start']);
  });

  it('is left, and keeps its story, after "quiero retirarlo todo"', async () => {
    await isReviewed();
    await ana.writes('quiero retirarlo todo');
    assert.deepEqual(verbs(ana.card).sort(), ['report.cancel', 'report.start']);
    await ana.taps('report.start');
    assert.doesNotMatch(textOf(ana.card), /retirarlo/);
  });

  it('is not set lower by words: it says how', async () => {
    await isReviewed();
    await shows('bájelo', /No bajé el nivel/, /MEDIO/);
  });

  it('answers that nobody is involved by "Luis no tuvo nada que ver"', async () => {
    await ana.writes(`${FIRST}, y Luis estaba ahí`);
    await ana.taps('report.start');
    await shows('Luis no tuvo nada que ver', /Anoté que no está involucrada/);
    assert.doesNotMatch(textOf(ana.card), /nada que ver/);
    await ana.writes('envíalo con mi nombre');
    assert.equal(await isReserved(), false);
  });

  it('still keeps the accused superior out when somebody else is cleared', async () => {
    await ana.writes('Mi jefe me gritó ayer delante de todos y me dijo que era una inútil');
    await ana.taps('report.start');
    await ana.writes('Marta no tuvo nada que ver');
    assert.doesNotMatch(textOf(ana.card), /Anoté que no está involucrada|le llega a\s+Luis/i);
  });

  for (const text of ['el señor dijo borre eso y la asesora se rio', 'le pedí que lo bajara y me gritó']) {
    it(`keeps "${text}" as a part of the story`, async () => {
      await isReviewed();
      await ana.writes(`agrega que ${text}`);
      assert.match(textOf(ana.card), new RegExp(text));
      assert.match(textOf(ana.card), /gritó/);
    });
  }

  it('is left only after it is asked whether to delete it', async () => {
    await isReviewed();
    await ana.writes('mejor bórralo, no quiero');
    assert.deepEqual(verbs(ana.card).sort(), ['report.cancel', 'report.start']);
    await ana.taps('report.start');
    assert.match(textOf(ana.card), /gritó/);
  });
});
