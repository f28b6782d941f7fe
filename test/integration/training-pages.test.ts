import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import {
  announce,
  close,
  codesOf,
  DECLARED,
  HandClock,
  openForm,
  rowsUnder,
  sendForm,
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
    assert.match(first.text, /Quedó registrada a las 9:10 a\. m\., hora de Bogotá/);
    const again = await sendForm(actionOf(id), { ...DECLARED, contact: ' 1234567 ', ticket });
    assert.match(again.text, /Ya estabas en la lista/);
    const rows = await rowsUnder(world, id, 'attendee:');
    assert.equal(rows.length, 1);
    const [row] = rows;
    assert.deepEqual(
      [row?.verified, row?.means, row?.rotating, row?.authorisation, row?.at],
      [false, 'web', true, '2026-11', '2026-11-24T14:10:00.000Z'],
    );
    assert.doesNotMatch(String(row?.rowKey), /1234567/);
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

  it('checks no more codes from an address after 300 wrong ones', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const statuses: number[] = [];
    for (let guess = 0; guess < 310; guess++) statuses.push((await openForm(world, id, BAD)).status);
    assert.equal(statuses.filter((status) => status === 403).length, 300);
    assert.equal(statuses.filter((status) => status === 429).length, 10);
    assert.equal((await openForm(world, id, screen)).status, 429, 'also at a right one');
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
    const { ticket } = await openForm(world, id, card);
    const send = (at: number) => sendForm(actionOf(id), { ...DECLARED, contact: `10000${at}`, ticket });
    for (let at = 100; at < 160; at++) assert.equal((await send(at)).status, 200);
    const refused = await send(160);
    assert.equal(refused.status, 429);
    assert.match(refused.text, /Espera un minuto/);
    clock.forward(60_000);
    assert.equal((await send(160)).status, 200);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 61);
  });

  it('shows a notice instead of the form before the start, after the end and when closed', async () => {
    const { id } = await announce(world, { startsAt: '10:00' });
    const opened = async () => {
      const { screen } = await codesOf(world, id, clock.now());
      const page = await openForm(world, id, screen);
      return `${page.status} ${page.text.includes('<form') ? 'form' : page.text}`;
    };
    assert.match(await opened(), /^409 [\s\S]*Todavía no empieza[\s\S]*24 de noviembre, 10:00 a\. m\./);
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
    const teresa = world.person('Teresa');
    await teresa.taps('training.screen');
    assert.match(textOf(teresa.card), /El anterior ya no sirve/);
    assert.equal((await fetch(screenUrl)).status, 403);
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
