import assert from 'node:assert/strict';
import { PDFDocument } from '@cantoo/pdf-lib';
import { textOf, verbs } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { asTeamsWrites } from '../support/meeting-reports.js';
import { rawRows } from '../support/storage.js';
import { announce, certificateCodeOf, certified, close, HandClock, register } from '../support/trainings.js';
import { World } from '../support/world.js';

describe('certificates and «mis asistencias»', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  const sentence = (outcome: { kind: string; text?: string }) => outcome.text ?? outcome.kind;
  const checks = async (code: string, name: string) => {
    const response = await fetch(`${world.address}/certificado`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code, name }),
    });
    return { status: response.status, text: await response.text() };
  };
  const correct = async (id: string, kind: string) => {
    const teresa = world.person('Teresa');
    const data = { id, kind, person: world.person('Ana').person.id, reason: 'Fue una equivocación.' };
    await teresa.sends(teresa.last, 'attendance.correct', { verb: 'attendance.correct', ...data });
  };

  describe('the certificate', () => {
    it('is a PDF of one page in A4, with title, language and author, for minutes', async () => {
      const { url } = await certified(world);
      const response = await fetch(url);
      assert.equal(response.headers.get('content-type'), 'application/pdf');
      assert.match(response.headers.get('content-disposition') ?? '', /certificado-2026-11-24\.pdf$/);
      const pdf = await PDFDocument.load(await response.arrayBuffer());
      assert.equal(pdf.getPageCount(), 1);
      assert.deepEqual(pdf.getPage(0).getSize(), { width: 841.89, height: 595.28 });
      assert.equal(pdf.getTitle(), 'Certificado de asistencia: Política de Humanización, grupo 3');
      assert.equal(pdf.getAuthor(), 'Caja de Prueba');
      assert.match(String(pdf.catalog), /\/Lang \(es-CO\)|\/Lang <[^>]*>|es-CO/i);
      clock.forward(10 * 60_000);
      assert.equal((await fetch(url)).status, 404);
    });

    it('matches code and full name, however they are typed, and shows no name', async () => {
      const { id, url } = await certified(world);
      const code = await certificateCodeOf(world, id, 'Ana');
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$/);
      assert.match((await checks(code, 'Ana Colaboradora')).text, /No coincide/, 'it was not handed out yet');
      await fetch(url);
      for (const [typed, name] of [
        [code, 'Ana Colaboradora'],
        [code.toLowerCase().replaceAll('-', ' '), '  ANA   colaboradora. '],
        [code.replaceAll('0', 'O').replaceAll('1', 'l'), 'Ána Cólaboradora'],
      ] as const) {
        const { status, text } = await checks(typed, name);
        assert.equal(status, 200);
        assert.match(
          text,
          /<h1>Coincide<\/h1>.*Política de Humanización, grupo 3.*24 de noviembre de 2026/s,
          typed,
        );
        assert.doesNotMatch(text, /Ana|Colaboradora|Teresa/i);
      }
    });

    it('does not match another name, another code, or a part of them, with one and the same answer', async () => {
      const { id, url } = await certified(world);
      await fetch(url);
      const code = await certificateCodeOf(world, id, 'Ana');
      const last = code.at(-1) === '2' ? '3' : '2';
      const answers = await Promise.all([
        checks(code, 'Luis Líder'),
        checks(code, 'Ana'),
        checks(`${code.slice(0, -1)}${last}`, 'Ana Colaboradora'),
        checks(await certificateCodeOf(world, id, 'Luis'), 'Luis Líder'),
        checks("' or 1 eq 1/\\#?", 'Ana Colaboradora'),
      ]);
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.match(answers[0]?.text ?? '', /<h1>No coincide<\/h1>/);
      assert.doesNotMatch(answers[0]?.text ?? '', /Ana|Política de Humanización, grupo/);
      const empty = await checks('', ' ');
      assert.equal(empty.status, 422);
      assert.match(empty.text, /Escribe el código.*Escribe el nombre completo/s);
    });

    it('is revoked by a correction, and by reopening the list, and comes back with them', async () => {
      const { id, url } = await certified(world);
      await fetch(url);
      const code = await certificateCodeOf(world, id, 'Ana');
      const isGood = async () => (await checks(code, 'Ana Colaboradora')).text.includes('<h1>Coincide');
      assert.ok(await isGood());
      await correct(id, 'removed');
      assert.ok(!(await isGood()));
      assert.equal((await fetch(url)).status, 404, 'nor can the file be fetched');
      const ana = world.person('Ana');
      const said = await ana.sends(ana.last, 'attendance.certificate', {
        verb: 'attendance.certificate',
        id,
      });
      assert.match(sentence(said), /No estás en la lista de asistencia/);
      await correct(id, 'added');
      assert.ok(await isGood());
      const teresa = world.person('Teresa');
      await teresa.sends(teresa.last, 'training.reopen', { verb: 'training.reopen', id });
      assert.ok(!(await isGood()));
      const open = await ana.sends(ana.last, 'attendance.certificate', {
        verb: 'attendance.certificate',
        id,
      });
      assert.match(sentence(open), /cuando quien capacita cierre el registro/);
    });

    it('is for nobody who is not on the list', async () => {
      const { id } = await certified(world);
      for (const name of ['Luis', 'Teresa', 'Hernán']) {
        const person = world.person(name);
        const said = await person.sends(person.last, 'attendance.certificate', {
          verb: 'attendance.certificate',
          id,
        });
        assert.match(sentence(said), /No estás en la lista/, name);
      }
    });

    it('can be asked for again: the code stays the same, and is stored as its hash', async () => {
      const { id, url } = await certified(world);
      await fetch(url);
      await fetch(url);
      const code = await certificateCodeOf(world, id, 'Ana');
      const rows = (await rawRows(world.stores.tables, 'Trainings')).filter(({ partitionKey, rowKey }) =>
        `${partitionKey}${rowKey}`.includes('certificate:'),
      );
      assert.equal(rows.length, 2);
      assert.ok(!JSON.stringify(rows).includes(code.slice(0, 5)));
    });
  });

  describe('«mis asistencias»', () => {
    it('lists what one was at with its state, the latest first, for everybody', async () => {
      const first = await announce(world, { title: 'La primera' });
      await register(world, 'Ana', first.id);
      await close(world, first.id);
      clock.set('2026-11-25T14:00:00.000Z');
      const plan = { title: 'La segunda', day: '2026-11-25', leastMinutes: '30' };
      const second = await announce(world, plan);
      const report = asTeamsWrites([
        'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail',
        'Ana\t11/25/26, 9:00:00 AM\t11/25/26, 9:10:00 AM\t10m\tana@demo.example',
      ]);
      await sendsFile(world, world.person('Teresa'), 'informe.csv', report);
      await world.person('Teresa').taps('meeting.keep');
      await close(world, second.id);
      const third = await announce(world, { title: 'La tercera', day: '2026-11-25' });
      await register(world, 'Ana', third.id);

      const ana = world.person('Ana');
      await ana.writes('¿a qué capacitaciones he ido?');
      const shown = textOf(ana.card);
      const places = ['La tercera', 'La segunda', 'La primera'].map((title) => shown.indexOf(title));
      assert.ok(
        places.every((place) => place >= 0),
        shown,
      );
      assert.match(
        shown,
        /La primera\n24 de noviembre de 2026, 9:00\u00a0a\.\u00a0m\. a 11:00\u00a0a\.\u00a0m\.\nAsististe/,
      );
      assert.match(shown, /La segunda\n.*\nEstuviste menos de 30 minutos en la reunión: no cuenta/);
      assert.match(shown, /La tercera\n.*\nAsistencia registrada; el certificado sale cuando/);
      assert.equal(verbs(ana.card).filter((verb) => verb === 'attendance.certificate').length, 1);
      assert.doesNotMatch(shown, /Lo que viene/);
      const luis = world.person('Luis');
      await luis.writes('mis asistencias');
      assert.match(textOf(luis.card), /No encontré asistencias tuyas/);
      assert.match(textOf(luis.card), /Lo que viene.*La tercera.*el registro está abierto/s);
    });

    it('does not say of somebody who was removed by hand that they were there too shortly', async () => {
      const { id } = await announce(world, { leastMinutes: '30' });
      const report = asTeamsWrites([
        'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail',
        'Ana\t11/24/26, 9:00:00 AM\t11/24/26, 10:00:00 AM\t1h\tana@demo.example',
      ]);
      const teresa = world.person('Teresa');
      await sendsFile(world, teresa, 'informe.csv', report);
      await teresa.taps('meeting.keep');
      const ana = world.person('Ana');
      await ana.writes('mis asistencias');
      assert.match(textOf(ana.card), /Asistencia registrada/);
      const person = ana.person.id;
      const correct = { id, kind: 'removed', person, reason: 'Dejó la reunión abierta.' };
      await teresa.sends(teresa.last, 'attendance.correct', { verb: 'attendance.correct', ...correct });
      await ana.writes('mis asistencias');
      assert.doesNotMatch(textOf(ana.card), /Estuviste menos|Asistencia registrada/);
    });

    it('goes back page by page to what was long ago', async () => {
      const { id } = await announce(world, { title: 'La de hace tiempo' });
      await register(world, 'Ana', id);
      await close(world, id);
      clock.set('2027-10-01T14:00:00.000Z');
      const ana = world.person('Ana');
      await ana.writes('mis asistencias');
      assert.match(textOf(ana.card), /La de hace tiempo/, 'months without any do not fill a page');
      clock.set('2028-01-03T14:00:00.000Z');
      await ana.writes('mis asistencias');
      assert.doesNotMatch(textOf(ana.card), /La de hace tiempo/, 'a year at a time');
      await ana.taps('attendances.mine');
      assert.match(textOf(ana.card), /La de hace tiempo/);
    });

    it('reminds of a training once, before it begins, because one asked', async () => {
      await announce(world, { title: 'La que viene', day: '2026-11-25' });
      const ana = world.person('Ana');
      await ana.writes('cuándo es la próxima capacitación');
      assert.match(textOf(ana.card), /La que viene\n25 de noviembre de 2026.*\nTodavía no empieza/);
      assert.match(sentence(await ana.taps('training.remindMe')), /te escribo 15 minutos antes/);
      assert.match(sentence(await ana.taps('training.remindMe')), /Ya me lo habías pedido/);
    });

    it('promises no reminder that would come too late', async () => {
      const { id } = await announce(world, { startsAt: '09:10' });
      const ana = world.person('Ana');
      const said = await ana.sends(ana.last, 'training.remindMe', { verb: 'training.remindMe', id });
      assert.match(sentence(said), /No alcanzo a recordártela/);
    });
  });
});
