import assert from 'node:assert/strict';
import { textOf, verbs } from '../support/cards.js';
import { memoryStores } from '../support/memory-stores.js';
import { opensCase } from '../support/reporting.js';
import { azuriteStores, rawRows } from '../support/storage.js';
import { HIGH } from '../support/sure-texts.js';
import { World } from '../support/world.js';

for (const [name, open] of [
  ['in memory', memoryStores],
  ['on the emulator', azuriteStores],
] as const) {
  describe(`the main story, over HTTP, with storage ${name}`, function () {
    // An emulator may have to start.
    this.timeout(60_000);
    let world: World;
    beforeEach(async () => {
      world = await World.open({ stores: await open() });
    });
    afterEach(() => world.close());

    it('goes from a question and a report to acceptance and closing, for both people', async () => {
      const ana = world.person('Ana');
      const luis = world.person('Luis');

      const answer = await ana.writes('¿Qué es la promesa de servicio?');
      assert.match(
        textOf(ana.cardOf(answer)),
        /Compensar se compromete a reconocer y respetar la individualidad/,
      );
      assert.equal(answer.citations?.length, 1);
      assert.match(answer.text ?? '', /\[1\]/);

      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: HIGH, place: 'Sede Suba', efforts: 'emotional,time' });
      const confirm = textOf(ana.card);
      assert.match(confirm, /Impacto propuesto: ALTO/);
      assert.match(confirm, /«[^»]*la esperaba a la salida[^»]*»/);
      assert.match(confirm, /Luis Líder/);

      const report = ana.last;
      await ana.taps('report.submit');
      assert.match(textOf(ana.cardOf(report)), /Ya le avisé a[\s\S]*HUM-\d{4}-000001/);

      const pinged = await luis.sees('HUM-', 'Impacto ALTO', 'Ana Colaboradora', 'Sede Suba');
      assert.deepEqual(verbs(luis.cardOf(pinged)), [
        'case.accept',
        'case.ask',
        'case.reclassify',
        'case.escalate',
        'case.reject',
        'case.place',
      ]);
      await luis.taps('case.accept', { note: 'Gracias, hablo hoy con el equipo.' }, { message: pinged });
      await ana.sees('Aceptado, en gestión', 'Gracias, hablo hoy con el equipo.');
      await ana.sees('aceptó tu caso');

      await luis.taps(
        'case.close',
        { outcomes: 'conversation,process', summary: 'Se habló con el usuario; seguridad acompaña.' },
        { message: pinged },
      );
      assert.deepEqual(verbs(luis.cardOf(pinged)), ['case.undo', 'commitment.add', 'recognition.start']);
      await opensCase(ana, ana.cardOf(report));
      assert.match(
        textOf(ana.card),
        /Cerrado[\s\S]*conversación realizada, proceso corregido[\s\S]*seguridad acompaña/,
      );

      await world.close();
      const rows = await rawRows(world.stores.tables, 'Cases');
      const keys = rows.map(({ rowKey }) => rowKey);
      assert.deepEqual(
        keys.filter((key) => key.startsWith('event:')),
        ['event:000001', 'event:000002', 'event:000003'],
      );
      const snapshot = rows.find(({ rowKey }) => rowKey === 'case');
      assert.equal(snapshot?.state, 'closed');
      assert.equal(snapshot?.level, 'high');
      assert.equal(snapshot?.narrative, HIGH);
      const outbox = rows.filter(({ rowKey }) => rowKey.startsWith('outbox:'));
      assert.ok(outbox.length > 0);
      const statuses = new Set(
        outbox.map(({ status, notBefore }) => (notBefore === '' ? status : 'held back')),
      );
      assert.deepEqual([...statuses], ['sent', 'held back'], 'the closing waits while it can be taken back');
    });

    it('lists the case for the reporter and in the inbox of the leader, and opens it in one tap', async () => {
      const ana = world.person('Ana');
      const luis = world.person('Luis');
      await ana.writes('mis casos');
      assert.match(textOf(ana.card), /Todavía no has reportado ningún caso/);
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: HIGH });
      await ana.taps('report.submit');
      await luis.sees('HUM-', 'Impacto ALTO');

      await ana.writes('mis casos');
      assert.match(textOf(ana.card), /HUM-\d{4}-000001/);
      await ana.taps('case.view');
      assert.match(textOf(ana.card), /la esperaba a la salida/);
      await ana.taps('cases.mine');
      assert.match(textOf(ana.card), /^Mis casos/);

      await luis.writes('bandeja');
      assert.match(textOf(luis.card), /Hay que responder/);
      await luis.taps('case.view');
      assert.ok(verbs(luis.card).includes('case.accept'));
    });

    it('runs in English for people who write in English', async () => {
      const ana = world.person('Ana');
      const luis = world.person('Luis');
      await luis.writes('help me, what can you do here?');
      await ana.writes('I want to report a failure');
      assert.match(textOf(ana.card), /Tell me what happened/);
      await ana.taps('report.assess', {
        narrative: 'A customer threatened the nurse and said he knew where she lives.',
      });
      assert.match(textOf(ana.card), /Proposed impact: HIGH/);
      const report = ana.last;
      await ana.taps('report.submit');
      const pinged = await luis.sees('HIGH impact', 'Reported, to be accepted');
      await luis.taps('case.reject', { reason: 'It happened in another company.' }, { message: pinged });
      await opensCase(ana, ana.cardOf(report));
      assert.match(textOf(ana.card), /Not accepted[\s\S]*It happened in another company\./);
    });
  });
}
