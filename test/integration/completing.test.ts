/** What completes a case: where and when it happened, and whether it is a health claim with deadlines of its own. */
import assert from 'node:assert/strict';
import { buttons, inputValues, parts, textOf, verbs } from '../support/cards.js';
import { memoryStores } from '../support/memory-stores.js';
import { sendReport } from '../support/reporting.js';
import { LOW_SOMEWHERE } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const STORY = 'En la recepción de la farmacia de Suba no me explicaron qué papeles hacían falta.';
const HEALTH = { vital: 24, prioritised: 48, simple: 72 };
const HOUR_MS = 3_600_000;

describe('a case is completed', function () {
  this.timeout(60_000);
  let world: World;
  let clock: HandClock;
  afterEach(() => world.close());
  const open = async (options: Parameters<typeof World.open>[0] = {}) => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now, stores: memoryStores(clock.now), ...options });
  };
  const one = (name: string) => world.person(name);
  const reports = async (narrative: string, assess: Record<string, string> = {}) => {
    await one('Ana').writes('reportar');
    await one('Ana').taps('report.assess', { narrative, ...assess });
    await sendReport(one('Ana'));
    return one('Luis').sees('Reportado, por aceptar');
  };
  const idOf = (card: object) =>
    buttons(card).find(({ verb }) => verb === 'case.accept')?.data as { id: string; revision: number };

  describe('with where and when it happened', () => {
    it('by the words of the story, and corrected by who attends to it', async () => {
      await open();
      const card = await reports(STORY);
      assert.match(
        textOf(one('Luis').cardOf(card)),
        /Farmacia · Sede Suba · Llegada[^\n]* \(según el relato\)/,
      );
      assert.doesNotMatch(textOf(one('Luis').cardOf(card)), /¿Dónde pasó\? Complétalo/);
      const form = await one('Luis').opensForm('case.place', card);
      const { service, site, stage } = inputValues(form);
      assert.deepEqual([service, site, stage], ['farmacia', 'suba', 'arrival']);
      await one('Luis').taps('case.place', { site: 'kennedy', stage: 'attention' }, { message: card });
      const shown = textOf(one('Luis').cardOf(card));
      assert.match(shown, /Farmacia · Sede Kennedy · Atención\n/);
      assert.match(shown, /Completó dónde pasó: /);
      assert.ok(!verbs(one('Ana').card).includes('case.place'));
    });

    it('after a nudge where the story does not say it', async () => {
      await open();
      const card = await reports(LOW_SOMEWHERE);
      assert.match(textOf(one('Luis').cardOf(card)), /¿Dónde pasó\? Complétalo en «Más»\./);
      assert.doesNotMatch(textOf(one('Ana').card), /Complétalo/);
      const { form } = await one('Luis').taps('case.place', {}, { message: card });
      assert.match(textOf(form), /Elige al menos uno/);
      const inputs = { service: 'farmacia', site: 'cur', stage: 'after' };
      await one('Luis').taps('case.place', inputs, { message: card });
      assert.doesNotMatch(textOf(one('Luis').cardOf(card)), /Complétalo/);
    });

    it('by the place that the reporter wrote, before the story', async () => {
      await open();
      const card = await reports(LOW_SOMEWHERE, { place: 'Sede Kennedy, piso 2' });
      assert.match(
        textOf(one('Luis').cardOf(card)),
        /Servicio, sede y momento: \nSede Kennedy \(según el relato\)/,
      );
    });
  });

  describe('as a health claim', () => {
    it('with its own deadline beside the other one, by who attends to it or by the team', async () => {
      await open({ healthHours: HEALTH });
      const card = await reports(LOW_SOMEWHERE);
      const choices = parts(await one('Luis').opensForm('case.health', card)).filter(
        ({ id }) => id === 'priority',
      );
      assert.match(JSON.stringify(choices), /Sí, priorizado: 48 horas/);
      await one('Luis').taps('case.health', { priority: 'prioritised' }, { message: card });
      const shown = textOf(one('Luis').cardOf(card));
      assert.match(shown, /Hay que responder/);
      assert.match(shown, /Reclamo en salud priorizado: hay que resolverlo antes del jueves/);
      assert.doesNotMatch(textOf(one('Ana').card), /resolverlo /);
      const number = /HUM-\d{4}-\d{6}/.exec(shown)?.[0] ?? '';
      await world.listed(idOf(one('Luis').cardOf(card)).id);
      await one('Hernán').writes(number);
      await one('Hernán').taps('case.health', { priority: 'vital' });
      await one('Luis').sees('marcó el caso', 'como reclamo en salud de riesgo vital', 'resolverlo mañana');
      await one('Hernán').writes(number);
      await one('Hernán').taps('case.health', { priority: 'none' });
      await one('Luis').sees('quitó del caso', 'la marca de reclamo en salud');
      assert.doesNotMatch(textOf(one('Luis').cardOf(card)), /resolverlo /);
    });

    it('is reminded of before its time runs out', async () => {
      await open({ healthHours: HEALTH });
      const card = await reports(LOW_SOMEWHERE);
      await one('Luis').taps('case.health', { priority: 'vital' }, { message: card });
      clock.forward(12 * HOUR_MS);
      await one('Luis').sees('Te recuerdo que el caso');
    });

    it('is neither offered nor taken while the setting is off', async () => {
      await open();
      const card = await reports(LOW_SOMEWHERE);
      assert.ok(!verbs(one('Luis').cardOf(card)).includes('case.health'));
      const { id, revision } = idOf(one('Luis').cardOf(card));
      await one('Luis').sends(card, 'case.health', { id, revision, priority: 'vital' });
      const shown = textOf(one('Luis').cardOf(card));
      assert.match(shown, /no están activos en tu organización/);
      assert.doesNotMatch(shown, /resolverlo /);
    });
  });
});
