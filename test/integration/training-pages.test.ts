import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { hashOf } from '../../src/features/trainings/domain/codes.js';
import { decodeQr } from '../support/browser.js';
import { parts, textOf } from '../support/cards.js';
import {
  announce,
  channelMessage,
  close,
  codesOf,
  DECLARED,
  HandClock,
  openForm,
  rowsUnder,
  sendForm,
  urlsOn,
} from '../support/trainings.js';
import { World } from '../support/world.js';

const BAD = 'CCCCCC';

describe('the website of a training', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  const actionOf = (id: string) => `${world.address}/trainings/${id}/attend`;

  it('registers a person without Teams once, as declared', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const { status, ticket, text } = await openForm(world, id, screen);
    assert.equal(status, 200);
    assert.match(text, /Ley 1581 de 2012/);
    clock.forward(10 * 60_000);
    const first = await sendForm(actionOf(id), { ...DECLARED, ticket });
    assert.equal(first.status, 200);
    assert.match(first.text, /Quedaste en la lista/);
    const again = await sendForm(actionOf(id), { ...DECLARED, contact: ' 1234567 ', ticket });
    assert.match(again.text, /Quedaste en la lista/);
    const rows = await rowsUnder(world, id, 'attendee:');
    assert.equal(rows.length, 1);
    const [row] = rows;
    assert.deepEqual(
      [row?.verified, row?.means, row?.rotating, row?.authorisation, row?.at],
      [false, 'web', true, '2026-11', '2026-11-24T14:10:00.000Z'],
    );
    assert.doesNotMatch(String(row?.rowKey), /1234567/);
  });

  it('draws the code of the card, and nothing else', async () => {
    const { id } = await announce(world);
    const { card } = await codesOf(world, id, clock.now());
    const image = parts(channelMessage(world.inChannel('Ana')).card).find(({ type }) => type === 'Image');
    assert.equal(image?.url, `${world.address}/trainings/${id}/qr.png?code=${card}`);
    const drawn = await fetch(String(image?.url));
    assert.equal(drawn.headers.get('content-type'), 'image/png');
    assert.equal(drawn.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const { data, width, height } = PNG.sync.read(Buffer.from(await drawn.arrayBuffer()));
    assert.equal(decodeQr(data, width, height), `${actionOf(id)}?code=${card}`);
    for (const code of ['', 'otra cosa', 'AEIOU1', `${card}2`]) {
      const { status } = await fetch(
        `${world.address}/trainings/${id}/qr.png?code=${encodeURIComponent(code)}`,
      );
      assert.equal(status, 404, code);
    }
  });

  it('offers Teams first, and says what to write to the bot', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const { text } = await openForm(world, id, screen.toLowerCase());
    assert.match(text, new RegExp(`teams\\.microsoft\\.com/l/chat/0/0[^"]*asistencia%20${screen}"`));
    assert.match(text, new RegExp(`asistencia ${screen}<`));
  });

  it('says what is wrong in each field, and keeps what was typed', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const { ticket } = await openForm(world, id, screen);
    const { status, text } = await sendForm(actionOf(id), {
      name: '7',
      contact: 'a@b',
      organisation: 'Ñ & Cía.',
      ticket,
    });
    assert.equal(status, 422);
    assert.match(text, /role="alert"/);
    for (const field of ['name', 'contact', 'consent']) assert.match(text, new RegExp(`href="#${field}"`));
    assert.match(text, /Caja de Prueba, como responsable, usará/);
    assert.match(text, /value="Ñ &amp; Cía\."/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 0);
    const mended = await sendForm(actionOf(id), { ...DECLARED, ticket });
    assert.equal(mended.status, 200);
  });

  it('escapes what people typed', async () => {
    const { id } = await announce(world, { title: '<img src=x onerror=alert(1)>' });
    const { screen } = await codesOf(world, id, clock.now());
    const { text, ticket } = await openForm(world, id, screen);
    const answer = await sendForm(actionOf(id), { name: '"><script>alert(1)</script>', ticket });
    for (const shown of [text, answer.text]) assert.doesNotMatch(shown, /<img src=x|<script>alert/);
  });

  it('refuses a ticket that is forged, expired, of another training or of another kind', async () => {
    const { id } = await announce(world);
    const other = await announce(world, { title: 'Otra capacitación' });
    const { screen } = await codesOf(world, id, clock.now());
    const { ticket } = await openForm(world, id, screen);
    const changed = ticket.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
    for (const [where, forged] of [
      [id, ''],
      [id, 'rotating.9999999999999.AAAAAAAAAAAAAAAAAAAAAA'],
      [id, changed],
      [other.id, ticket],
      [id, ticket.replace('rotating', 'card')],
    ] as const) {
      assert.equal((await sendForm(actionOf(where), { ...DECLARED, ticket: forged })).status, 403, forged);
    }
    clock.forward(15 * 60_000);
    assert.match((await sendForm(actionOf(id), { ...DECLARED, ticket })).text, /Pasó mucho tiempo/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 0);
  });

  it('does not open for an expired or an unknown code, and says which it is', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    clock.forward(20_000);
    assert.equal((await openForm(world, id, screen)).status, 200, 'the one before is good for one turn');
    clock.forward(20_000);
    const old = await openForm(world, id, screen);
    assert.equal(old.status, 403);
    assert.match(old.text, /Escribe el que se ve ahora/);
    assert.match((await openForm(world, id, BAD)).text, /Revisa las letras/);
    const blank = await fetch(actionOf(id));
    assert.match(await blank.text(), /Código de la pantalla/);
  });

  it('opens for a right code after any number of wrong ones, and refuses only more wrong ones', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const statuses: number[] = [];
    for (let guess = 0; guess < 310; guess++) statuses.push((await openForm(world, id, BAD)).status);
    assert.equal(statuses.filter((status) => status === 403).length, 300);
    assert.equal(statuses.filter((status) => status === 429).length, 10);
    const right = await openForm(world, id, screen);
    assert.equal(right.status, 200);
    assert.equal((await sendForm(actionOf(id), { ...DECLARED, ticket: right.ticket })).status, 200);
    assert.equal((await openForm(world, id, BAD)).status, 429);
  });

  it('does not count it as guessing when a whole office scans a code too late', async () => {
    const { id } = await announce(world);
    const { screen: old } = await codesOf(world, id, clock.now());
    clock.forward(60_000);
    for (let scan = 0; scan < 310; scan++) assert.equal((await openForm(world, id, old)).status, 403);
    const { screen } = await codesOf(world, id, clock.now());
    assert.equal((await openForm(world, id, screen)).status, 200);
  });

  it('limits entries with the card’s code, which can be passed on, to 60 a minute', async () => {
    const { id } = await announce(world);
    const { card } = await codesOf(world, id, clock.now());
    const send = async (at: number) => {
      const { ticket } = await openForm(world, id, card);
      return sendForm(actionOf(id), { ...DECLARED, contact: `10000${at}`, ticket });
    };
    for (let at = 100; at < 160; at++) assert.equal((await send(at)).status, 200);
    const refused = await send(160);
    assert.equal(refused.status, 429);
    assert.match(refused.text, /Espera un minuto/);
    clock.forward(60_000);
    assert.equal((await send(160)).status, 200);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 61);
  });

  it('registers one person with each ticket, also when many are sent at once to two instances', async () => {
    const { id } = await announce(world);
    const other = await World.open({ clock: clock.now, stores: world.stores });
    try {
      const { screen } = await codesOf(world, id, clock.now());
      const { ticket } = await openForm(world, id, screen);
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, at) => {
          const { address } = at % 2 === 0 ? world : other;
          const made = { ...DECLARED, name: 'Persona Inventada', contact: `5000${at}`, ticket };
          return sendForm(`${address}/trainings/${id}/attend`, made);
        }),
      );
      const refused = answers.filter(({ status }) => status === 409);
      assert.equal(refused.length, 59);
      for (const { text } of refused) {
        assert.match(text, /Este formulario ya se usó\. Escanea el código otra vez\./);
      }
      assert.equal((await rowsUnder(world, id, 'attendee:')).length, 1);
      const scanned = await openForm(world, id, screen);
      const next = { ...DECLARED, contact: '7654321', ticket: scanned.ticket };
      assert.equal((await sendForm(actionOf(id), next)).status, 200, 'scanning again gives a new ticket');
      assert.equal((await rowsUnder(world, id, 'attendee:')).length, 2);
    } finally {
      await other.close();
    }
  });

  it('takes five corrections of an entry with its ticket, and keeps its seat and its time', async () => {
    const { id } = await announce(world, { capacity: '1' });
    const { screen } = await codesOf(world, id, clock.now());
    const { ticket } = await openForm(world, id, screen);
    const send = (name: string) => sendForm(actionOf(id), { ...DECLARED, name, ticket });
    await send('Pedro Aliado');
    clock.forward(60_000);
    for (const name of ['Pedro Uno', 'Pedro Dos', 'Pedro Tres', 'Pedro Cuatro', 'Pedro Aliado Ríos']) {
      const { status, text } = await send(name);
      assert.deepEqual([status, /Quedaste en la lista/.test(text)], [200, true], name);
    }
    assert.match((await send('Pedro Seis')).text, /Este formulario ya se usó/);
    const rows = await rowsUnder(world, id, 'attendee:');
    assert.deepEqual(
      rows.map(({ name, at }) => [name, at]),
      [['Pedro Aliado Ríos', '2026-11-24T14:00:00.000Z']],
    );
    assert.equal((await rowsUnder(world, id, 'seat:')).length, 1);
  });

  it('tells nobody who is on the list: new and known people get one answer', async () => {
    const { id } = await announce(world, { capacity: '2' });
    const send = async (contact: string, name = 'Pedro Aliado') => {
      const { screen } = await codesOf(world, id, clock.now());
      const { ticket } = await openForm(world, id, screen);
      const form = { ...DECLARED, contact, name, ticket };
      return { form, answer: await pageOf(actionOf(id), form) };
    };
    const fresh = await send('1234567');
    const known = await send('1.234.567', 'Otra Persona');
    assert.deepEqual(known.answer, fresh.answer);
    const corrections = [];
    for (const { form } of [fresh, known]) corrections.push(await pageOf(actionOf(id), form));
    assert.deepEqual(corrections, [fresh.answer, fresh.answer], 'also when the form is sent again');
    const usedUp = [];
    for (const { form } of [fresh, known]) {
      for (let at = 0; at < 4; at++) await sendForm(actionOf(id), form);
      usedUp.push(
        await pageOf(actionOf(id), form),
        await pageOf(actionOf(id), { ...form, contact: '9999999' }),
      );
    }
    assert.deepEqual(usedUp.slice(0, 2), usedUp.slice(2), 'a ticket is used up alike');
    const [row, ...more] = await rowsUnder(world, id, 'attendee:');
    assert.deepEqual([row?.name, more.length], ['Pedro Aliado', 0], 'a known entry stays as it is');

    const { form } = await send('7654321');
    const others = [];
    for (const contact of ['1234567', '5555555'])
      others.push(await pageOf(actionOf(id), { ...form, contact }));
    assert.match(others[0]?.text ?? '', /Este formulario ya se usó/);
    assert.deepEqual(others[0], others[1], 'a ticket of somebody else is refused alike');
    const full = [(await send('1234567')).answer, (await send('5555555')).answer];
    assert.match(full[0]?.text ?? '', /El cupo está lleno/);
    assert.deepEqual(full[0], full[1], 'at a full training');
    const waiting = await openForm(world, id, (await codesOf(world, id, clock.now())).screen);
    await close(world, id);
    const closed = [];
    for (const contact of ['1234567', '5555555']) {
      closed.push(await pageOf(actionOf(id), { ...DECLARED, contact, ticket: waiting.ticket }));
    }
    assert.match(closed[0]?.text ?? '', /El registro está cerrado/);
    assert.deepEqual(closed[0], closed[1], 'at a closed training');
  });

  it('shows a notice instead of the form before the start, after the end and when closed', async () => {
    const { id } = await announce(world, { startsAt: '10:00' });
    const opened = async () => {
      const { screen } = await codesOf(world, id, clock.now());
      const page = await openForm(world, id, screen);
      return `${page.status} ${page.text.includes('<form') ? 'form' : page.text}`;
    };
    assert.match(
      await opened(),
      /^409 [\s\S]*Todavía no empieza[\s\S]*24 de noviembre, 10:00\u00a0a\.\u00a0m\./,
    );
    clock.set('2026-11-24T16:29:00Z');
    assert.equal(await opened(), '200 form');
    const { ticket } = await openForm(world, id, (await codesOf(world, id, clock.now())).screen);
    clock.set('2026-11-24T16:31:00Z');
    assert.match(await opened(), /^409 [\s\S]*El registro ya terminó/);
    const late = await sendForm(actionOf(id), { ...DECLARED, ticket });
    assert.equal(late.status, 409);
    assert.match(late.text, /El registro ya terminó/);
    await close(world, id);
    assert.match(await opened(), /^409 [\s\S]*El registro está cerrado/);
    assert.match((await sendForm(actionOf(id), { ...DECLARED, ticket })).text, /El registro está cerrado/);
  });

  it('uses English when the browser prefers it', async () => {
    const { id } = await announce(world);
    const english = await fetch(actionOf(id), { headers: { 'accept-language': 'en-US,en;q=0.9' } });
    assert.match(await english.text(), /<html lang="en">[\s\S]*Register attendance/);
    const spanish = await fetch(actionOf(id), { headers: { 'accept-language': 'fr,es;q=0.9,en;q=0.8' } });
    assert.match(await spanish.text(), /<html lang="es">/);
  });

  it('shows the screen only with its key, and does not store the key', async () => {
    const { id, screenUrl } = await announce(world);
    const key = new URL(screenUrl).searchParams.get('key') ?? '';
    assert.ok(Buffer.from(key, 'base64url').length >= 16, '128 bits');
    assert.equal((await fetch(screenUrl)).status, 200);
    assert.equal((await fetch(screenUrl.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')))).status, 403);
    assert.equal((await fetch(screenUrl.replace(/\?.*/, ''))).status, 403);
    assert.doesNotMatch(JSON.stringify(await rowsUnder(world, id, 'training')), new RegExp(key));
    assert.doesNotMatch(JSON.stringify(world.inChannel('Ana').received), new RegExp(key));
  });

  it('gives the same screen again, and ends its link only when a new one is asked for', async () => {
    const { id, screenUrl } = await announce(world);
    const teresa = world.person('Teresa');
    const linkShown = () => urlsOn(teresa.card).find((url) => url.includes('/screen'));
    await teresa.taps('training.screen');
    assert.equal(linkShown(), screenUrl);
    assert.doesNotMatch(textOf(teresa.card), /ya no sirve/);
    assert.equal((await fetch(screenUrl)).status, 200, 'what is projected goes on');

    await teresa.taps('training.newScreen');
    assert.match(textOf(teresa.card), /El anterior ya no sirve/);
    const renewed = linkShown() ?? '';
    assert.notEqual(renewed, screenUrl);
    assert.equal((await fetch(screenUrl)).status, 403);
    assert.equal((await fetch(renewed)).status, 200);
    await teresa.taps('training.screen');
    assert.equal(linkShown(), renewed);
    assert.equal((await rowsUnder(world, id, 'training')).length, 1);
  });

  it('leaves a link of version 0.1 alone, whose key was not kept, and gives another beside it', async () => {
    const { id, screenUrl } = await announce(world);
    const key = 'a-key-of-version-0.1';
    const old = screenUrl.replace(/key=.*/, `key=${key}`);
    const { tables } = world.stores;
    const stored = (await tables.get('Trainings', id, 'training'))?.row;
    assert.ok(stored);
    const row = { ...stored, screenSeed: '', screenKeyHash: hashOf(key) };
    await tables.write('Trainings', { kind: 'upsert', row });
    const teresa = world.person('Teresa');
    await teresa.taps('training.screen');
    const another = urlsOn(teresa.card).find((url) => url.includes('/screen')) ?? '';
    assert.equal((await fetch(old)).status, 200);
    assert.equal((await fetch(another)).status, 200);
    await teresa.taps('training.newScreen');
    assert.equal((await fetch(old)).status, 403);
    assert.equal((await fetch(another)).status, 403);
  });

  it('tells a screen with a wrong key that it is gone, and ends the stream', async () => {
    const { id } = await announce(world);
    const events = `${world.address}/trainings/${id}/screen/events?key=none`;
    const response = await fetch(events, { signal: AbortSignal.timeout(5_000) });
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.equal(await response.text(), 'data: {"kind":"gone"}\n\n');
  });

  it('answers 404 to an unknown training id', async () => {
    for (const id of ['open', '%27', 'x'.repeat(300), '00000000-0000-4000-8000-00000000c0de']) {
      const { status } = await fetch(`${world.address}/trainings/${id}/attend?code=${BAD}`);
      assert.equal(status, 404, id);
    }
  });

  it('sends pages that run only its own scripts and are not cached', async () => {
    const { screenUrl } = await announce(world);
    const response = await fetch(screenUrl);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const html = await response.text();
    assert.doesNotMatch(html, /<script(?![^>]* src=)|<style| style=| on\w+=/);
    const loaded = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="(\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    assert.equal(loaded.length, 2);
    for (const path of loaded) assert.equal((await fetch(`${world.address}${path}`)).status, 200, path);
  });
});

/** All that the sender of a form can tell answers apart by. */
async function pageOf(
  url: string,
  fields: Record<string, string>,
): Promise<{ status: number; text: string; cookie: string | null }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, text: await response.text(), cookie: response.headers.get('set-cookie') };
}
