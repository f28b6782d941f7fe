/** The protected route: reports of violence, harassment and harm to a child go around the line, to few people. */
import assert from 'node:assert/strict';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { bareApp } from '../support/bare-app.js';
import { buttons, inputValues, newsIn, textOf, verbs } from '../support/cards.js';
import { saysInvolved } from '../support/reporting.js';
import { rawRows, storedRows } from '../support/storage.js';
import { HIGH_BY_THE_BOSS, HIGH_TO_A_CHILD } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const MARKER = 'zarzaparrilla';
const SEXUAL = `Un compañero de ${MARKER} me tocó los senos y la entrepierna sin mi permiso en el archivo.`;
const CONTACTS = [{ name: 'Comité de convivencia', value: '601 555 0100' }];
const HOUR_MS = 3_600_000;

describe('the protected route', function () {
  this.timeout(120_000);
  let world: World;
  let clock: HandClock;
  const open = async (options: Parameters<typeof World.open>[0] = {}) => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now, contacts: CONTACTS, ...options });
  };
  afterEach(() => world.close());

  const one = (name: string) => world.person(name);
  const tells = async (narrative: string, who = one('Ana'), more: Record<string, string> = {}) => {
    await who.writes('reportar');
    await who.taps('report.assess', { narrative, ...more });
    return textOf(who.card);
  };
  /** Sends the second card, and returns the number of the case. */
  const sends = async (who = one('Ana'), more: Record<string, string> = {}) => {
    const message = who.last;
    const { superiorInvolved, ...inputs } = more;
    if (superiorInvolved) await saysInvolved(who, superiorInvolved === 'true' ? 'true' : 'false');
    await who.taps('report.submit', inputs);
    return /HUM-\d{4}-\d{6}/.exec(textOf(who.cardOf(message)))?.[0] ?? '';
  };
  /** The name above "Enviar". */
  const recipientOf = (shown: string) => shown.split(/Le llega a\s*\n/)[1]?.split('\n')[0] ?? '';
  const hears = (player: Player) => JSON.stringify(player.received).includes('HUM-');
  const seeDecision = (name: string, number: string) => one(name).sees(number, 'Reportado, por aceptar');
  const save = (people: { name: string; roles: Player['person']['roles']; superiorId?: string }[]) =>
    new TableDirectory(world.stores.tables).save(
      people.map(({ name, ...more }) => ({ ...one(name).person, ...more })),
    );

  describe('a report of it', () => {
    beforeEach(() => open());

    it('goes out by words only once its reporter has said whether with the name', async () => {
      const isStored = async () =>
        (await rawRows(world.stores.tables, 'Cases', { rowKey: 'case' })).length > 0;
      await tells(SEXUAL);
      // A tick that no button has sent is unknown to the bot.
      await one('Ana').writes('envíalo');
      assert.match(textOf(one('Ana').card), /con tu nombre o en reserva/);
      assert.ok(!(await isStored()));
      await one('Ana').writes('sin mi nombre');
      assert.ok(await isStored());
      assert.match(textOf(one('Ana').card), /Nadie que atienda el caso ve tu nombre/);
      assert.match(textOf(one('Ana').card), /HUM-/);
    });

    it('goes out by words with the name for who says so', async () => {
      await tells(SEXUAL);
      await one('Ana').writes('envíalo con mi nombre');
      assert.match(textOf(one('Ana').card), /HUM-/);
    });

    it('names those who receive it and why before it is sent, and reaches them and nobody of the line', async () => {
      const shown = await tells(SEXUAL);
      assert.equal(recipientOf(shown), 'Hernán Humanización y Paula Protección');
      assert.match(shown, /por tratarse de acoso o violencia sexual, no pasa por tu línea/);
      assert.match(shown, /sin investigar ni confrontar a nadie/);
      assert.match(shown, /Ley 2365 de 2024/);
      assert.doesNotMatch(shown, /Luis|Marta/);
      const number = await sends();
      for (const name of ['Hernán', 'Paula']) {
        const card = textOf(one(name).cardOf(await seeDecision(name, number)));
        assert.match(card, /recíbelo, cuida y remite con el consentimiento/);
        assert.doesNotMatch(card, /Escalar/);
      }
      const receipt = textOf(one('Ana').card);
      assert.match(receipt, /Lo envié solo a\s+quienes reciben los casos protegidos/);
      assert.doesNotMatch(receipt, /landing/);
      for (const name of ['Luis', 'Marta', 'Diana']) assert.ok(!hears(one(name)), name);
    });

    it('says for a child which line to call, and that the report does not replace the duty to tell', async () => {
      const shown = await tells(HIGH_TO_A_CHILD);
      assert.equal(recipientOf(shown), 'Hernán Humanización y Paula Protección');
      assert.match(shown, /línea 141 del ICBF/);
      assert.match(shown, /deber de avisar a las autoridades .* no reemplaza ese aviso/);
    });

    it('is found by the words that the superior did it: the card names the recipients before it is sent, and the superior nowhere', async () => {
      const shown = await tells(HIGH_BY_THE_BOSS);
      assert.equal(recipientOf(shown), 'Hernán Humanización y Paula Protección');
      assert.match(shown, /Ley 1010 de 2006/);
      await seeDecision('Paula', await sends());
      assert.ok(!hears(one('Luis')) && !hears(one('Marta')));
    });

    it('goes to the line again when the reporter takes back that the superior is involved', async () => {
      await tells(HIGH_BY_THE_BOSS);
      await saysInvolved(one('Ana'), 'false');
      const shown = textOf(one('Ana').card);
      assert.equal(recipientOf(shown), 'Luis Líder');
      assert.doesNotMatch(shown, /quienes ves arriba/);
      await seeDecision('Luis', await sends(one('Ana'), { superiorInvolved: 'false' }));
      assert.ok(!hears(one('Paula')) || !textOf(one('Paula').card).includes('Caso protegido'));
    });

    it('goes up the line when the reporter chooses so, and back', async () => {
      const ana = one('Ana');
      await tells(SEXUAL);
      await ana.taps('report.reroute', { safetyPhysical: 'true' }, { with: { upTheLine: 'true' } });
      assert.match(textOf(ana.card), /llegaría a\s+Luis Líder/);
      assert.equal(inputValues(ana.card).safetyPhysical, 'true', 'what was entered stays');
      await ana.taps('report.reroute', {}, { with: { upTheLine: 'false' } });
      assert.match(recipientOf(textOf(ana.card)), /Hernán/);
      await ana.taps('report.reroute', {}, { with: { upTheLine: 'true' } });
      await ana.taps('report.edit');
      await ana.taps('report.assess', { place: 'Suba' });
      assert.match(textOf(ana.card), /llegaría a\s+Luis Líder/, 'the choice is kept');
      assert.ok(
        !verbs(ana.card).includes('report.submit'),
        'the question of who is involved comes with the line',
      );
      await seeDecision('Luis', await sends(ana, { superiorInvolved: 'false' }));
    });

    it('forgets the choice of the line with another narrative', async () => {
      const ana = one('Ana');
      await tells(SEXUAL);
      await ana.taps('report.reroute', {}, { with: { upTheLine: 'true' } });
      await ana.taps('report.edit');
      await ana.taps('report.assess', { narrative: `${SEXUAL} Y hoy volvió.` });
      assert.match(recipientOf(textOf(ana.card)), /Hernán/);
    });

    it('leaves out somebody of the role who is named: then the team receives it without that person', async () => {
      const shown = await tells('El señor Hernán me tocó los senos y la entrepierna sin mi permiso.');
      assert.equal(recipientOf(shown), 'Equipo de humanización');
      const number = await sends();
      await seeDecision('Paula', number);
      const hernan = one('Hernán');
      assert.match((await hernan.writes(number)).text ?? '', /No encontré ese caso/);
      await hernan.writes('bandeja');
      assert.doesNotMatch(textOf(hernan.card), /HUM-/);
      assert.ok(!hears(hernan));
    });

    it('goes to the whole team when fewer than two people have the role', async () => {
      await save([{ name: 'Paula', roles: ['humanization'] }]);
      assert.equal(recipientOf(await tells(SEXUAL)), 'Equipo de humanización');
      const number = await sends();
      await seeDecision('Paula', number);
      await seeDecision('Hernán', number);
    });

    it('leaves out who leads the reporter, although they have the role', async () => {
      await save([
        { name: 'Marta', roles: ['leader', 'humanization', 'protected'] },
        { name: 'Diana', roles: ['humanization'] },
      ]);
      assert.equal(recipientOf(await tells(SEXUAL)), 'Hernán Humanización y Paula Protección');
      const number = await sends();
      await seeDecision('Paula', number);
      assert.match((await one('Marta').writes(number)).text ?? '', /No encontré ese caso/);
      assert.match(
        (await one('Diana').writes(number)).text ?? '',
        /No encontré ese caso/,
        'without the role',
      );
      await one('Diana').writes('casos');
      assert.doesNotMatch(textOf(one('Diana').card), /HUM-/);
    });

    it('is not sent from a card of an earlier version before the recipients are named', async () => {
      await tells(SEXUAL);
      const ana = one('Ana');
      const message = ana.last;
      const submit = buttons(ana.card).find(({ verb }) => verb === 'report.submit')?.data;
      const { to: _to, upTheLine: _up, ...old } = { ...inputValues(ana.card), ...submit };
      await ana.sends(message, 'report.submit', old);
      assert.match(recipientOf(textOf(ana.cardOf(message))), /Hernán/);
      assert.ok(!hears(one('Paula')));
    });

    it('keeps the name withheld', async () => {
      await tells(SEXUAL, one('Ana'), { confidential: 'true' });
      const number = await sends();
      const card = textOf(one('Paula').cardOf(await seeDecision('Paula', number)));
      assert.match(card, /Nombre reservado/);
      assert.doesNotMatch(card, /Ana Colaboradora/);
    });
  });

  it('is not taken when the setting is off', async () => {
    await open({ protectedRoute: false });
    const shown = await tells(SEXUAL);
    assert.match(shown, /llegaría a\s+Luis Líder/);
    assert.doesNotMatch(shown, /quienes ves arriba|línea: lo reciben/);
    assert.ok(!buttons(one('Ana').card).some(({ data }) => data.upTheLine === 'true'));
    await seeDecision('Luis', await sends(one('Ana'), { superiorInvolved: 'false' }));
    await one('Ana').writes('¿es anónimo?');
    assert.match(textOf(one('Ana').card), /Lo que no puedo prometer/);
    assert.doesNotMatch(textOf(one('Ana').card), /no pasa por tu línea/, 'nor promised');
  });

  describe('a case of it', () => {
    let number: string;
    let id: string;
    beforeEach(async () => {
      await open();
      await tells(SEXUAL);
      number = await sends();
      const card = one('Paula').cardOf(await seeDecision('Paula', number));
      id = String(buttons(card).find(({ verb }) => verb === 'case.accept')?.data.id);
      await world.listed(id);
    });
    const state = async () =>
      (await rawRows(world.stores.tables, 'Cases')).find(({ rowKey }) => rowKey === 'case');
    /** The message that waits in the queue for the end of the hour comes now. */
    const anHourPasses = async (step: number) => {
      clock.forward(HOUR_MS + 1);
      await world.brings({ kind: 'deadline', caseId: id, step, phase: 'due' });
    };

    it('is told to the reporter and to those who receive it when nobody does so within an hour, and never goes up', async () => {
      await anHourPasses(1);
      const reporter = await one('Ana').sees(
        number,
        'Nadie ha recibido todavía tu caso',
        'Comité de convivencia',
      );
      assert.match(newsIn(reporter.card)[0] ?? '', /601 555 0100.*línea 155.*línea 911/);
      for (const name of ['Hernán', 'Paula']) await one(name).sees(`caso protegido ${number}`, 'recíbelo ya');
      assert.ok(!hears(one('Luis')) && !hears(one('Marta')));
      assert.equal((await state())?.assigneeKind, 'protected');
    });

    it('says nothing of the kind once somebody has received it', async () => {
      const paula = one('Paula');
      const card = await paula.sees(number, 'Reportado, por aceptar');
      await paula.taps('case.accept', {}, { message: card });
      await anHourPasses(1);
      const told = await one('Ana').sees('leyó lo que contaste', '¿Cómo prefieres que te hable?');
      const { received } = one('Ana');
      assert.doesNotMatch(
        JSON.stringify(received),
        /Nadie ha recibido todavía|Debe cerrarlo|Hay que cerrarlo/,
      );
      await one('Ana').taps('case.add', {}, { message: told, with: { words: 'Prefiero que me llamen.' } });
      assert.match(textOf(one('Ana').cardOf(told)), /Ya lo puede leer quien atiende el caso/);
      await paula.sees('Prefiero que me llamen.');
      assert.ok(!hears(one('Luis')) && !hears(one('Marta')));
    });

    it('is given on only among those who receive such cases', async () => {
      const paula = one('Paula');
      const card = await paula.sees(number, 'Reportado, por aceptar');
      const gives = (to: string) =>
        paula.taps(
          'case.reassign',
          { person: one(to).person.id, reassignReason: 'Turno' },
          { message: card },
        );
      assert.match(textOf((await gives('Carlos')).form), /No puedo asignarlo a esa persona/);
      await gives('Hernán');
      await one('Hernán').sees(number, 'Asignado a Hernán');
      await anHourPasses(2);
      await one('Ana').sees('Nadie ha recibido todavía tu caso');
      assert.equal((await state())?.assigneeKind, 'protected', 'back to all of them');
      assert.ok(!hears(one('Marta')), 'the superior of Hernán');
    });

    it('tells who receives it what to do in the first hour, and takes no rejection', async () => {
      const paula = one('Paula');
      const card = await paula.sees(number, 'Reportado, por aceptar', 'En la primera hora');
      assert.ok(!verbs(paula.cardOf(card)).includes('case.reject'));
      assert.doesNotMatch(textOf(paula.cardOf(card)), /Dónde pasó/);
      const data = { ...buttons(paula.cardOf(card))[0]?.data, reason: 'Ya está en otra ruta.' };
      await paula.sends(card, 'case.reject', data);
      assert.doesNotMatch(textOf(paula.cardOf(card)), /No aceptado/);
      assert.equal((await state())?.state, 'reported');
    });

    it('is in the inbox of those who receive it, and open to them by its number', async () => {
      for (const name of ['Hernán', 'Paula']) {
        const player = one(name);
        await player.writes('bandeja');
        assert.match(textOf(player.card), new RegExp(number));
        assert.match(JSON.stringify(player.cardOf(await player.writes(number))), new RegExp(MARKER));
      }
      await one('Ana').writes('mis casos');
      assert.match(textOf(one('Ana').card), new RegExp(number));
    });

    it('stands in no list and in no file, not even of those who receive it', async () => {
      await save([{ name: 'Luis', roles: ['leader', 'humanization', 'admin'] }]);
      for (const name of ['Luis', 'Marta', 'Hernán']) {
        const player = one(name);
        for (const list of ['equipo', 'casos', ...(name === 'Hernán' ? [] : ['bandeja'])]) {
          await player.writes(list);
          assert.doesNotMatch(JSON.stringify(player.last), /HUM-/, `${name}: ${list}`);
        }
      }
      for (const name of ['Luis', 'Hernán']) {
        const player = one(name);
        await player.writes('exportar');
        await player.taps('cases.export', { narratives: 'true' });
        const url = /"url":"([^"]+as=csv)"/.exec(JSON.stringify(player.card))?.[1] ?? '';
        const file = await (await fetch(url)).text();
        assert.match(file, /Caso/);
        assert.doesNotMatch(file, /HUM-|zarzaparrilla/, name);
        await player.writes(`accesos ${number}`);
        assert.match(player.last.text ?? textOf(player.card), /No encontré un caso con ese número/, name);
      }
    });

    it('gives nothing to the line by any verb or number, also to a leader who is in the team', async () => {
      await save([{ name: 'Luis', roles: ['leader', 'humanization', 'admin'] }]);
      const before = await storedRows(world.stores.tables, 'Cases');
      const unknown = await one('Luis').writes('HUM-2026-000099');
      for (const name of ['Luis', 'Marta', 'Diana', 'Carlos']) {
        const player = one(name);
        assert.equal((await player.writes(number)).text, unknown.text, name);
        const message = player.last;
        for (const verb of bareApp().verbs.filter((verb) => /^(case|cases|report|evidence)\./.test(verb))) {
          for (const data of [
            { id },
            { id, revision: 1, person: player.person.id, reason: 'x', note: 'x', roles: ['protected'] },
          ]) {
            clock.forward(500);
            const outcome = await player.sends(message, verb, { verb, ...data });
            const shown = JSON.stringify([outcome, player.last]);
            assert.ok(!shown.includes(MARKER) && !shown.includes(number), `${name} ${verb}: ${shown}`);
          }
        }
        assert.ok(!hears(player), name);
      }
      assert.deepEqual(await storedRows(world.stores.tables, 'Cases'), before);
    });

    it('is closed to somebody whose role was removed', async () => {
      await save([{ name: 'Paula', roles: ['humanization'] }]);
      assert.match((await one('Paula').writes(number)).text ?? '', /No encontré ese caso/);
      const card = await one('Paula').sees(number);
      await one('Paula').sends(card, 'case.accept', { verb: 'case.accept', id, revision: 1 });
      assert.equal((await state())?.state, 'reported');
    });

    it('is still told to those who receive it when it is withdrawn', async () => {
      const ana = one('Ana');
      await ana.taps('case.withdraw', { reason: 'Me pidieron retirarlo.' }, { message: ana.last });
      for (const name of ['Hernán', 'Paula']) await one(name).sees(`retiró el caso ${number}`);
    });
  });
});
