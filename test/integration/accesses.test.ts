import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { buttons, parts, textOf } from '../support/cards.js';
import { interrupted } from '../support/interrupted.js';
import { freshStores, rawRows } from '../support/storage.js';
import { LOW } from '../support/sure-texts.js';
import { HandClock, urlsOn } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const HOUR_MS = 3_600_000;

describe('who opened or exported a case', () => {
  let world: World;
  let clock: HandClock;
  let number: string;
  let id: string;
  const person = (name: string) => world.person(name);

  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  async function reports(by: Player, inputs: Record<string, string> = {}, form?: ChatMessage): Promise<void> {
    const message = form ?? (await by.writes('reportar'));
    await by.taps('report.assess', { narrative: LOW, ...inputs }, { message });
    await by.taps('report.submit', {}, { message });
    const luis = person('Luis');
    const card = luis.cardOf(await luis.sees('HUM-', 'perdí la mañana'));
    number = /HUM-\d{4}-\d{6}/.exec(textOf(card))?.[0] ?? '';
    id = String(buttons(card).find(({ verb }) => verb === 'case.accept')?.data.id);
    await world.listed(id);
  }

  /** Waits until this many rows are on record for the case, and returns who and what. */
  async function onRecord(count: number, partitionKey = id): Promise<string[]> {
    const found = async () => rawRows(world.stores.tables, 'Accesses', { partitionKey });
    let rows = await found();
    while (rows.length < count) rows = await found();
    return rows.map(({ personId, what }) => `${nameOf(String(personId))} ${what}`).sort();
  }
  const nameOf = (personId: string) =>
    (world.chats.people.find((one) => one.id === personId)?.name ?? '').split(' ')[0] ?? '';
  /** Closes the bot, so that all that was behind the answers is done. */
  async function inTheEnd(partitionKey = id): Promise<string[]> {
    await world.close();
    return onRecord(0, partitionKey);
  }
  const lines = (card: object) =>
    parts(card)
      .filter(({ type }) => type === 'RichTextBlock')
      .map(({ inlines }) => (inlines as { text: string }[]).map(({ text }) => text).join(''));

  it('is noted for the view from a list, by number, and of a file, and not for a notice or the reporter', async () => {
    const [ana, luis, hernan] = [person('Ana'), person('Luis'), person('Hernán')];
    const form = await ana.writes('reportar');
    const query = new URLSearchParams({
      personId: ana.person.id,
      conversationId: ana.conversation.id,
      name: 'foto.png',
    });
    await fetch(`${world.address}/local/files?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(PNG),
    });
    await ana.sees('con el reporte que estás escribiendo');
    await reports(ana, {}, form);
    await ana.writes(number);
    await ana.taps('case.evidence');
    const own = await ana.sees('Los enlaces sirven durante 10 minutos');
    await fetch(urlsOn(ana.cardOf(own))[0] ?? '');

    await luis.writes('bandeja');
    await luis.taps('case.view');
    await luis.writes(number);
    const shown = luis.last;
    await luis.taps('case.evidence', {}, { message: shown });
    const links = await luis.sees('Los enlaces sirven durante 10 minutos');
    await fetch(urlsOn(luis.cardOf(links))[0] ?? '');
    await luis.taps('case.accept', {}, { message: shown });
    await hernan.writes(number);
    assert.deepEqual(await inTheEnd(), ['Hernán card', 'Luis card', 'Luis file']);
  });

  it('is noted once an hour for each person, and again in the next', async () => {
    await reports(person('Ana'));
    const luis = person('Luis');
    for (let time = 0; time < 3; time++) {
      clock.forward(10_000);
      await luis.writes(number);
    }
    clock.forward(HOUR_MS);
    await luis.writes(number);
    assert.deepEqual(await inTheEnd(), ['Luis card', 'Luis card']);
  });

  it('is noted for a card that a refused command shows', async () => {
    await reports(person('Ana'));
    const hernan = person('Hernán');
    const message = await hernan.writes('hola');
    await hernan.sends(message, 'case.accept', { verb: 'case.accept', id, revision: 7 });
    assert.match(textOf(hernan.cardOf(message)), /perdí la mañana/);
    assert.deepEqual(await inTheEnd(), ['Hernán card']);
  });

  it('is noted for somebody who opens the case by the form of a report', async () => {
    await reports(person('Ana'));
    const luis = person('Luis');
    const message = await luis.writes('hola');
    await luis.sends(message, 'report.submit', { verb: 'report.submit', id });
    assert.match(textOf(luis.cardOf(message)), /perdí la mañana/);
    assert.deepEqual(await inTheEnd(), ['Luis card']);
  });

  it('is noted when somebody learns who reported, and not for people who may not see the case', async () => {
    await reports(person('Ana'), { confidential: 'true' });
    const [hernan, carlos] = [person('Hernán'), person('Carlos')];
    await carlos.writes(number);
    await carlos.sends(carlos.last, 'case.view', { verb: 'case.view', id });
    const card = await hernan.writes(number);
    await hernan.taps('case.identify', { identifyReason: 'Hay que protegerla.' }, { message: card });
    assert.deepEqual(await inTheEnd(), ['Hernán card', 'Hernán identity']);
  });

  it('is nobody any more whose role another process has taken a moment ago', async () => {
    await reports(person('Ana'));
    const hernan = person('Hernán');
    const card = await hernan.writes(number);
    await hernan.sends(card, 'case.view', { verb: 'case.view', id });
    assert.match(textOf(hernan.cardOf(card)), /perdí la mañana/);

    const elsewhere = new TableDirectory(world.stores.tables);
    const known = await elsewhere.find(hernan.person.id);
    assert.ok(known);
    await elsewhere.save([{ ...known, roles: [] }]);
    const { kind } = await hernan.sends(card, 'case.view', { verb: 'case.view', id });
    assert.equal(kind, 'sentence');
    assert.deepEqual(await inTheEnd(), ['Hernán card']);
  });

  it('is noted for each export that is downloaded, with its filter', async () => {
    await reports(person('Ana'));
    const hernan = person('Hernán');
    await hernan.writes('exportar');
    await hernan.taps('cases.export', { narratives: 'true' });
    const card = hernan.cardOf(await hernan.sees('Los enlaces sirven durante 10 minutos'));
    assert.deepEqual(await onRecord(0, 'exports'), []);
    assert.equal((await fetch(urlsOn(card)[0] ?? '')).status, 200);
    assert.deepEqual(await inTheEnd('exports'), ['Hernán export']);
    const [row] = await rawRows(world.stores.tables, 'Accesses', { partitionKey: 'exports' });
    assert.deepEqual(
      Object.entries(JSON.parse(String(row?.detail)) as object).filter(([key]) => key !== 'language'),
      [
        ['from', '2026-11'],
        ['until', '2026-11'],
        ['area', ''],
        ['narratives', true],
      ],
    );
  });

  it('is shown to an administrator without what is told and without the reporter, and the look is noted', async () => {
    await reports(person('Ana'), { confidential: 'true' });
    const [luis, hernan] = [person('Luis'), person('Hernán')];
    await luis.writes(number);
    await hernan.writes('exportar');
    await hernan.taps('cases.export');
    const files = hernan.cardOf(await hernan.sees('Los enlaces sirven durante 10 minutos'));
    await fetch(urlsOn(files)[0] ?? '');
    await onRecord(1);
    await onRecord(1, 'exports');

    await hernan.writes(`accesos ${number}`);
    const card = hernan.card;
    assert.match(textOf(card), new RegExp(`Accesos al caso ${number}`));
    assert.deepEqual(lines(card), [
      'Luis Líder · abrió el caso · 24 de noviembre, 9:00\u00a0a.\u00a0m.',
      'Hernán Humanización · 2026-11 · 24 de noviembre, 9:00\u00a0a.\u00a0m.',
    ]);
    for (const secret of ['Ana', 'perdí', 'ventanilla', id]) {
      assert.ok(!JSON.stringify(card).includes(secret), secret);
    }
    assert.deepEqual(await onRecord(2), ['Hernán review', 'Luis card']);
    await hernan.writes('accesos');
    const [first = '', second = ''] = lines(hernan.card).slice(0, 2).sort();
    assert.match(first, /^Hernán Humanización · [12] revisi/);
    assert.equal(second, 'Luis Líder · 1 apertura de un caso');
    assert.match(lines(hernan.card)[2] ?? '', /^Hernán Humanización · 2026-11 · 24 de noviembre/);
    await hernan.writes('accesos HUM-2026-000009');
    assert.match(hernan.last.text ?? '', /No encontré un caso con ese número/);
  });

  it('comes in pages of twenty', async () => {
    await reports(person('Ana'));
    const [luis, hernan] = [person('Luis'), person('Hernán')];
    for (let hour = 0; hour < 21; hour++) {
      clock.forward(HOUR_MS);
      await luis.writes(number);
    }
    await onRecord(21);
    await hernan.writes(`accesos ${number}`);
    assert.deepEqual([lines(hernan.card).length, /Exportaciones/.test(textOf(hernan.card))], [20, true]);
    await hernan.taps('accesses.view');
    assert.deepEqual([lines(hernan.card).length, /Exportaciones/.test(textOf(hernan.card))], [1, false]);
    assert.match(lines(hernan.card)[0] ?? '', /24 de noviembre, 10:00\u00a0a\.\u00a0m\./);
  });

  it('is refused to everybody else', async () => {
    await reports(person('Ana'));
    for (const name of ['Ana', 'Luis', 'Teresa']) {
      const player = person(name);
      for (const text of ['accesos', `accesos ${number}`]) {
        assert.match(
          (await player.writes(text)).text ?? '',
          /Los accesos los revisa quien administra el bot/,
        );
      }
      const said = await player.sends(player.last, 'accesses.view', { verb: 'accesses.view', number });
      assert.match('text' in said ? said.text : '', /Los accesos los revisa quien administra el bot/);
    }
    assert.deepEqual(await inTheEnd(), []);
  });

  it('is hidden from an administrator who is involved in the case', async () => {
    await reports(person('Ana'));
    const hernan = person('Hernán');
    const tables = world.stores.tables;
    const event = (await tables.get('Cases', id, 'event:000001'))?.row;
    assert.ok(event);
    const body = String(event.body).replace('"excludedIds":[]', `"excludedIds":["${hernan.person.id}"]`);
    await tables.write('Cases', { kind: 'upsert', row: { ...event, body } });
    assert.match((await hernan.writes(`accesos ${number}`)).text ?? '', /No encontré un caso con ese número/);
    assert.deepEqual(await inTheEnd(), []);
  });

  it('does not wait for the record', async () => {
    await world.close();
    const stores = await freshStores();
    let hangs = false;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const tables = interrupted(
      stores.tables,
      (_method, table) => hangs && table === 'Accesses',
      () => released,
    );
    world = await World.open({ stores: { ...stores, tables } });
    await reports(person('Ana'));
    hangs = true;
    const luis = person('Luis');
    assert.match(textOf(luis.cardOf(await luis.writes(number))), /perdí la mañana/);
    release();
    assert.deepEqual(await inTheEnd(), ['Luis card']);
  });
});
