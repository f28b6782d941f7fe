import assert from 'node:assert/strict';
import type { Row, TableName } from '../../src/platform/storage/tables.js';
import { inputValues, parts, textOf, verbs } from '../support/cards.js';
import { aFieldKey } from '../support/field-keys.js';
import { saysInvolved } from '../support/reporting.js';
import { blobPaths, rawRows } from '../support/storage.js';
import { LOW, QUESTION } from '../support/sure-texts.js';
import {
  announce,
  channelCard,
  DECLARED,
  HandClock,
  openForm,
  register,
  sendForm,
} from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const TOLD = 'ayer la asesora me atendió de muy mala gana en la caja';
const SHORT = /Al continuar o enviar un archivo autorizas a Caja de Prueba/;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Data = Record<string, Record<string, unknown>[]>;

describe('the data of a person', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  });
  afterEach(() => world.close());

  const rowsOf = (table: TableName, values?: Partial<Row>) => rawRows(world.stores.tables, table, values);

  async function reports(by = ana, assess: Record<string, string> = {}): Promise<void> {
    await by.writes('reportar');
    await by.taps('report.assess', { narrative: LOW, ...assess });
    await by.taps('report.submit');
  }

  async function sends(player: Player, name: string): Promise<void> {
    const { person, conversation } = player;
    const query = new URLSearchParams({ personId: person.id, conversationId: conversation.id, name });
    const before = player.received.length;
    await fetch(`${world.address}/local/files?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(PNG),
    });
    await player.until(() => (player.received.length > before ? player.last : undefined));
  }

  /** The files of "mis datos": the readable text and the JSON. */
  async function filesOf(player: Player, text = 'mis datos'): Promise<{ text: Response; data: Data }> {
    await player.writes(text);
    await player.taps('privacy.export');
    const [readable = '', json = ''] = linksOn(player);
    const { data } = (await (await fetch(json)).json()) as { data: Data };
    return { text: await fetch(readable), data };
  }

  const linksOn = (player: Player) =>
    parts(player.card).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));

  describe('authorisation', () => {
    it('is asked for with the first report, and not again', async () => {
      await ana.writes('reportar');
      assert.match(textOf(ana.card), SHORT);
      assert.match(textOf(ana.card), /\[Ver el aviso de privacidad\]\(https:\/\/privacy\.example\/\)/);
      await ana.taps('report.assess', { narrative: LOW });
      const [consent] = await rowsOf('People', { partitionKey: 'consent' });
      assert.equal(consent?.rowKey, ana.person.id);
      assert.deepEqual([consent?.version, consent?.how, consent?.revokedAt], ['1', 'report', '']);
      assert.ok(Math.abs(Date.parse(String(consent?.at)) - Date.now()) < 60_000);
      await ana.taps('report.edit');
      assert.doesNotMatch(textOf(ana.card), SHORT);
      await ana.writes('reportar');
      assert.doesNotMatch(textOf(ana.card), SHORT);
    });

    it('is required before anything that a person tells is stored', async () => {
      await ana.writes(TOLD);
      assert.match(textOf(ana.card), /Parece que me cuentas/);
      assert.doesNotMatch(
        JSON.stringify(await rowsOf('Drafts')),
        /mala gana/,
        'the words are in the card alone',
      );
      assert.match(textOf(ana.card), SHORT);
      await ana.taps('report.start');
      assert.match(textOf(ana.card), /amenazó/, 'nothing of it was lost on the way');
      assert.match(JSON.stringify(await rowsOf('Drafts')), /mala gana/);
      const kept = await rowsOf('Conversations', { partitionKey: luis.person.id });
      assert.deepEqual(
        kept.map(({ rowKey }) => rowKey),
        ['personal'],
        'of whoever has only been welcomed there is the chat and the language',
      );
    });

    it('is given by sending a file for a report', async () => {
      await ana.writes('reportar');
      await sends(ana, 'foto.png');
      const [consent] = await rowsOf('People', { partitionKey: 'consent' });
      assert.equal(consent?.how, 'report');
    });

    it('is given once by the button of the welcome', async () => {
      const welcome = await ana.sees('Al aceptar, o al continuar con un reporte');
      await ana.taps('privacy.accept', {}, { message: welcome });
      await ana.sees('✓ Autorización registrada', 'versión 1');
      const [first] = await rowsOf('People', { partitionKey: 'consent' });
      assert.equal(first?.how, 'button');
      await ana.taps('privacy.accept', {}, { message: welcome });
      const [again] = await rowsOf('People', { partitionKey: 'consent' });
      assert.deepEqual(again, first);
      await ana.writes('ayuda');
      assert.ok(!verbs(ana.card).includes('privacy.accept'));
      await ana.writes('reportar');
      assert.doesNotMatch(textOf(ana.card), SHORT);
    });

    it('deletes the drafts and their files when it is withdrawn, and is asked for again', async () => {
      await reports();
      await ana.writes('reportar');
      const form = ana.last;
      await sends(ana, 'foto.png');
      await ana.taps('report.assess', { narrative: LOW }, { message: form });
      await ana.writes('mis datos');
      assert.match(textOf(ana.card), /Autorización dada el/);
      assert.match(textOf(ana.card), /1 caso que reportaste[\s\S]*1 reporte sin enviar/);
      await ana.taps('privacy.withdraw');
      assert.match(textOf(ana.card), /Borré 1 reporte sin enviar/);
      assert.match(textOf(ana.card), /Tu caso se conserva porque la ley obliga/);
      assert.deepEqual(await rowsOf('Drafts'), []);
      const [consent] = await rowsOf('People', { partitionKey: 'consent' });
      assert.notEqual(consent?.revokedAt, '');
      // The old card has no authorisation text: its input is not stored, but comes back on a card with it.
      await ana.sends(form, 'report.assess', { verb: 'report.assess', narrative: TOLD });
      assert.match(textOf(ana.cardOf(form)), SHORT);
      assert.doesNotMatch(JSON.stringify(await rowsOf('Drafts')), /mala gana/);
      await ana.taps('report.assess', {}, { message: form });
      assert.match(textOf(ana.cardOf(form)), /Revisa y envía/);
      const [again] = await rowsOf('People', { partitionKey: 'consent' });
      assert.equal(again?.revokedAt, '');
      assert.equal(JSON.parse(String(again?.history)).length, 1, 'the first one stays on record');
    });
  });

  it('keeps no file of a cancelled report', async () => {
    await ana.writes('reportar');
    const form = ana.last;
    await sends(ana, 'foto.png');
    assert.equal((await blobPaths(world.stores.blobs)).length, 1);
    await ana.taps('report.cancel', {}, { message: form });
    assert.deepEqual(await blobPaths(world.stores.blobs), []);
  });

  it('is shown in plain words', async () => {
    await ana.writes('mis datos');
    assert.match(textOf(ana.card), /No has dado la autorización/);
    assert.match(textOf(ana.card), /Este chat y el idioma en que escribes/);
    assert.match(textOf(ana.card), /Responsable: Caja de Prueba/);
    assert.ok(!verbs(ana.card).includes('privacy.withdraw'));
    await ana.writes('english');
    await ana.writes('my data');
    assert.match(textOf(ana.card), /This is what I keep about you/);
    await ana.writes('español');
  });

  it('says what is kept without an authorisation too, and what the bot answered last', async () => {
    await ana.writes('mis datos');
    await ana.taps('privacy.correct', { words: 'Mi área es Droguería.' });
    await ana.writes('¿Puedo llevar mi tortuga al comedor?');
    await ana.writes('¿qué es el robotismo?');
    await ana.writes('mis datos');
    const card = textOf(ana.card);
    assert.match(card, /1 solicitud de corrección/);
    assert.doesNotMatch(card, /no guardo nada/);
    assert.match(
      card,
      /Lo que registres aparte, como una ausencia, una corrección o tu asistencia, sí queda\./,
    );
    assert.match(card, /De qué hablábamos hace un momento/);
    const { text, data } = await filesOf(ana);
    assert.equal(data.openThings?.[0]?.kind, 'answer');
    assert.match(await text.text(), /CONVERSACIÓN EN CURSO/);
  });

  it('is exported to its person alone: own cases with history, other cases by number', async () => {
    await reports();
    const card = await luis.sees('HUM-');
    await luis.taps('case.ask', { question: '¿En qué sede fue?' }, { message: card });
    await luis.taps('case.escalate', { escalateReason: 'Pasó en otra sede.' }, { message: card });
    await world.person('Marta').sees('HUM-');
    const { text, data } = await filesOf(ana);
    assert.match(text.headers.get('content-disposition') ?? '', /mis-datos-\d{4}-\d\d-\d\d\.txt$/);
    const readable = await text.text();
    assert.match(readable, /Relato: En la ventanilla no me explicaron/);
    assert.match(readable, /Quién: tu superior inmediato\n\s+Palabras: ¿En qué sede fue\?/);
    assert.match(readable, /Pasó a: un superior más arriba/);
    assert.match(readable, /Correo: ana@/);
    assert.deepEqual(Object.keys(data), [
      'person',
      'contact',
      'absence',
      'cases',
      'attended',
      'commitments',
      'voices',
      'drafts',
      'attendance',
      'trainings',
      'practice',
      'practicesDone',
      'recognitionsGot',
      'recognitionsGiven',
      'eventLists',
      'sources',
      'monthlyFigures',
      'openThings',
      'consent',
      'corrections',
    ]);
    assert.equal(data.cases?.[0]?.narrative, LOW);
    assert.doesNotMatch(JSON.stringify(data.cases) + readable.split('CASOS')[1], /Luis|Marta|0{11}[2-9]/);

    const { data: his } = await filesOf(luis);
    assert.deepEqual(his.cases, []);
    assert.deepEqual(
      his.attended?.map((one) => Object.keys(one)),
      [['number', 'reportedAt']],
      'he had it once',
    );
    const { data: present } = await filesOf(world.person('Marta'));
    assert.deepEqual(
      present.attended?.map((one) => Object.keys(one).sort()),
      [['dueAt', 'level', 'number', 'reportedAt', 'state']],
    );
    assert.doesNotMatch(JSON.stringify([his, present]), /ventanilla|Ana/);
  });

  it('is exported with the choices of an unsent report', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await saysInvolved(ana, 'true');
    await ana.taps('report.edit', { safetyHarm: 'true', level: 'medium' });
    const { text, data } = await filesOf(ana);
    const [draft] = data.drafts ?? [];
    const { level, threat, harm, superiorInvolved } = draft ?? {};
    assert.deepEqual(
      { level, threat, harm, superiorInvolved },
      {
        level: 'medium',
        threat: false,
        harm: true,
        superiorInvolved: true,
      },
    );
    assert.match(await text.text(), /Superior involucrado: sí/);
  });

  it('is exported in English to people who write in it, and not through a forged link', async () => {
    const { text } = await filesOf(ana, 'my data');
    assert.match(await text.text(), /Everything that the humanisation bot keeps about you/);
    const [link = ''] = linksOn(ana);
    assert.equal((await fetch(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status, 404);
  });

  it('is corrected on request: the person gets a number and a day, and the team is told', async () => {
    await ana.writes('mis datos');
    await ana.taps('privacy.correct', { words: '  ' });
    assert.equal((await rowsOf('People', { partitionKey: 'correction' })).length, 0);
    await ana.taps('privacy.correct', { words: 'Mi área ya no es Caja; **ahora** es Droguería.' });
    assert.match(textOf(ana.card), /Recibí tu solicitud DAT-\d{4}-000001/);
    const [row] = await rowsOf('People', { partitionKey: 'correction' });
    const days = (Date.parse(String(row?.dueAt)) - Date.now()) / 86_400_000;
    assert.ok(days > 19 && days < 30, `15 business days are ${days} days`);
    const hernan = world.person('Hernán');
    const told = await hernan.sees('Solicitud DAT-', 'Ana Colaboradora', 'Mi área ya no es Caja; **ahora**');
    assert.doesNotMatch(told.text ?? '', /Caja/);
    await ana.writes('mis datos');
    assert.match(textOf(ana.card), /1 solicitud de corrección/);
  });

  describe('correction requests', () => {
    async function asks(words: string): Promise<void> {
      await ana.writes('mis datos');
      await ana.taps('privacy.correct', { words });
      await world.person('Hernán').sees('Solicitud DAT-', words);
    }

    it('are listed for and answered by the humanization team, and exported with their answer', async () => {
      await asks('Mi área es Droguería.');
      await asks('Mi correo cambió.');
      const hernan = world.person('Hernán');
      await hernan.writes('solicitudes');
      assert.match(textOf(hernan.card), /000001\nAna Colaboradora\nResponder a más tardar[\s\S]*000002/);
      const number = /DAT-\d{4}-000002/.exec(textOf(hernan.card))?.[0];
      await hernan.taps('privacy.request', {}, { with: { number } });
      await hernan.taps('privacy.answer', { answer: '   ' });
      assert.match(textOf(hernan.card), /Escribe la respuesta que recibirá la persona/);
      await hernan.taps('privacy.answer', { answer: 'Ya quedó **bien** escrito.' });
      assert.match(textOf(hernan.card), /Respondida por Hernán/);
      assert.ok(!verbs(hernan.card).includes('privacy.answer'));
      await ana.sees(`Respuesta a tu solicitud ${number}`, 'Mi correo cambió.', 'Ya quedó **bien** escrito.');
      await hernan.taps('privacy.requests');
      assert.match(textOf(hernan.card), /000001/);
      assert.doesNotMatch(textOf(hernan.card), /000002/);
      const { data } = await filesOf(ana);
      const kept = data.corrections?.find((one) => one.number === number);
      assert.equal(kept?.answer, 'Ya quedó **bien** escrito.');
    });

    it('show the first answer to a team member who answers second', async () => {
      await asks('Mi área es Droguería.');
      const hernan = world.person('Hernán');
      const old = await hernan.sees('Solicitud DAT-', 'Mi área es Droguería.');
      await hernan.writes('solicitudes');
      await hernan.taps('privacy.request');
      await hernan.taps('privacy.answer', { answer: 'La primera.' });
      await hernan.taps('privacy.answer', { answer: 'La segunda.' }, { message: old });
      assert.match(textOf(hernan.cardOf(old)), /Otra persona del equipo ya respondió[\s\S]*La primera\./);
      await ana.sees('La primera.');
      assert.ok(!ana.received.some(({ card }) => card && textOf(card).includes('La segunda.')));
    });

    it('are closed to everybody else, and refuse unknown numbers', async () => {
      await asks('Mi área es Droguería.');
      const card = await world.person('Hernán').sees('Solicitud DAT-');
      const [, number = ''] = /(DAT-\d{4}-\d{6})/.exec(textOf(world.person('Hernán').cardOf(card))) ?? [];
      await luis.writes('solicitudes');
      assert.match(String(luis.last.text), /las responde el equipo de humanización.*«mis datos»/);
      assert.doesNotMatch(String(luis.last.text), /DAT-/);
      await luis.writes('hola');
      for (const verb of ['privacy.requests', 'privacy.request', 'privacy.answer']) {
        const outcome = await luis.sends(luis.last, verb, { verb, number, answer: 'No.' });
        assert.equal(outcome.kind, 'sentence', verb);
      }
      const hernan = world.person('Hernán');
      for (const bad of [undefined, '', 'DAT-2026-999999', "x' or 1 eq 1", { a: 1 }]) {
        const outcome = await hernan.sends(card, 'privacy.answer', { verb: 'privacy.answer', number: bad });
        assert.equal(outcome.kind, 'sentence', String(bad));
      }
      const [row] = await rowsOf('People', { partitionKey: 'correction' });
      assert.equal(row?.answeredAt, '');
    });
  });

  it('is shown in private chats only', async () => {
    const channel = world.inChannel('Ana');
    await channel.writes('mis datos');
    assert.match(channel.last.text ?? '', /en privado/);
  });
});

describe('data protection', () => {
  it('encrypts what people tell, and still shows it to them and the case leader', async () => {
    const world = await World.open({ fieldKeys: [aFieldKey('k1')] });
    try {
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW });
      await ana.taps('report.submit');
      const card = await world.person('Luis').sees('HUM-', 'qué papeles hacían falta');
      await world.person('Luis').taps('case.accept', { note: 'Hoy lo hablo.' }, { message: card });
      await ana.sees('Hoy lo hablo.');
      await ana.writes('mis datos');
      await ana.taps('privacy.correct', { words: 'Mi área es Droguería.' });
      const request = await world.person('Hernán').sees('Mi área es Droguería.');
      await world
        .person('Hernán')
        .taps('privacy.answer', { answer: 'Queda en Droguería.' }, { message: request });
      await ana.sees('Queda en Droguería.');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW });
      await saysInvolved(ana, 'true');
      await ana.taps('report.edit');
      for (const table of ['Cases', 'Drafts', 'People'] as const) {
        for (const row of await rawRows(world.stores.tables, table)) {
          assert.doesNotMatch(
            JSON.stringify(row),
            /papeles|Hoy lo hablo|Droguería\.|superiorInvolved/,
            table,
          );
        }
      }
    } finally {
      await world.close();
    }
  });

  it('encrypts opinions, open questions, drafts with their files, and lists of attendees', async () => {
    const clock = new HandClock();
    const world = await World.open({ fieldKeys: [aFieldKey('k1')], clock: clock.now });
    try {
      const carlos = world.person('Carlos');
      await carlos.writes(QUESTION);
      await carlos.taps('answer.feedback', {}, { with: { useful: 'no' } });
      await carlos.taps('answer.feedback', { comment: 'Faltó un ejemplo' });
      await carlos.writes('¿Puedo llevar mi tortuga al comedor?');
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: LOW, place: 'Sede Quirinal' });
      await ana.taps('report.edit');
      assert.equal(inputValues(ana.card).place, 'Sede Quirinal');

      const { id } = await announce(world);
      await register(world, 'Luis', id);
      const code = /\b[2-9A-Z]{6}\b/.exec(textOf(channelCard(world.inChannel('Luis'))))?.[0] ?? '';
      const { ticket } = await openForm(world, id, code);
      await sendForm(`${world.address}/trainings/${id}/attend`, { ...DECLARED, ticket });
      const teresa = world.person('Teresa');
      await teresa.sends(teresa.last, 'training.correct', { verb: 'training.correct', id });
      const wrong = { kind: 'removed', person: world.person('Luis').person.id, reason: 'Se fue temprano' };
      await teresa.taps('attendance.correct', wrong);
      assert.match(textOf(teresa.card), /Quité a Luis Líder[\s\S]*Pedro Aliado/);

      const seen: string[] = [];
      for (const table of ['Drafts', 'Feedback', 'Trainings'] as const) {
        for (const row of await rawRows(world.stores.tables, table)) {
          const json = JSON.stringify(row);
          seen.push(json);
          assert.doesNotMatch(
            json,
            /ejemplo|tortuga|papeles|Quirinal|Luis|Teresa|Pedro|1\.234\.567|temprano/,
            table,
          );
          if (row.secret) assert.match(String(row.secret), /^enc1:/);
          if (row.evidence) assert.match(String(row.evidence), /^enc1:/);
        }
      }
      for (const kind of ['nearestId', 'useful', 'attendee:', 'correction:', 'evidence', 'secret']) {
        assert.ok(
          seen.some((json) => json.includes(kind)),
          `no row with ${kind}`,
        );
      }
    } finally {
      await world.close();
    }
  });

  it('deletes at night the data whose retention is over, and nothing else', async () => {
    const first = await World.open({ clock: clockFrom('2026-01-14T15:00:00Z') });
    const { stores } = first;
    try {
      const ana = first.person('Ana');
      for (const end of ['withdraw', 'stay']) {
        await ana.writes('reportar');
        await ana.taps('report.assess', { narrative: LOW });
        await ana.taps('report.submit');
        if (end === 'withdraw') await ana.taps('case.withdraw', { reason: 'Ya se resolvió.' });
      }
    } finally {
      await first.close();
    }

    const later = await World.open({ stores, clock: clockFrom('2031-01-16T07:59:58Z') });
    try {
      const again = later.person('Ana');
      await later.logged(/"day":"2031-01-16".*retention done/);
      const [night] = await rawRows(stores.tables, 'Deletions', {
        partitionKey: 'night',
        rowKey: '2031-01-16',
      });
      assert.equal(night?.done, true);
      const [record] = await rawRows(stores.tables, 'Deletions', { rowKey: 'HUM-2026-000001' });
      assert.deepEqual([record?.partitionKey, record?.kind, record?.rule], ['case', 'case', 'cases=5y']);
      await again.writes('mis casos');
      assert.match(textOf(again.card), /-000002/);
      assert.doesNotMatch(textOf(again.card), /-000001/);
    } finally {
      await later.close();
    }
  });
});

function clockFrom(start: string): () => Date {
  const offset = Date.parse(start) - Date.now();
  return () => new Date(Date.now() + offset);
}
