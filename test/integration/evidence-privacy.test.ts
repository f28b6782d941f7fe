import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { textOf } from '../support/cards.js';
import { fileLinks, sendsFile } from '../support/evidence.js';
import { aFieldKey } from '../support/field-keys.js';
import { OWNER } from '../support/files/bytes.js';
import * as documents from '../support/files/documents.js';
import { everythingIn } from '../support/files/hidden.js';
import * as pdfs from '../support/files/pdfs.js';
import * as pictures from '../support/files/pictures.js';
import * as recordings from '../support/files/recordings.js';
import { blobPaths, overwriteBlobs, rawBlobs, rawRows } from '../support/storage.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const NARRATIVE = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';
/** The name of a person, and the kind of a program. */
const GIVEN = `${OWNER}.hta`;

describe('what a file tells about its reporter', () => {
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  beforeEach(async () => {
    clock = new HandClock(new Date('2026-11-25T14:00:00Z'));
    world = await World.open({ clock: clock.now });
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  });
  afterEach(() => world.close());

  const sends = (content: Buffer, name = GIVEN) => sendsFile(world, ana, name, content);
  const blobs = () => blobPaths(world.stores.blobs);
  const opened = async (link = '') => {
    const response = await fetch(link);
    return { response, content: Buffer.from(await response.arrayBuffer()) };
  };

  /** Begins a report and returns the message with its card. */
  async function begins(confidential: boolean): Promise<ChatMessage> {
    await ana.writes('reportar');
    const form = ana.last;
    await ana.taps('report.assess', { narrative: NARRATIVE, confidential: String(confidential) });
    return form;
  }

  it('is not the name that it was given: that is neither shown nor kept', async () => {
    const form = await begins(false);
    await sends(await pictures.png());
    assert.doesNotMatch(JSON.stringify(await rawRows(world.stores.tables, 'Drafts')), /\.hta/);
    await ana.taps('report.submit', {}, { message: form });
    await sends(recordings.wav(), `${OWNER}.exe`);
    const card = await luis.sees('HUM-', 'Archivo agregado por', 'archivo-2.wav', 'Ver archivos (2)');
    const [first, second] = await Promise.all((await fileLinks(luis, card)).map(opened));
    for (const [file, name, type] of [
      [first, 'archivo-1.png', 'image/png'],
      [second, 'archivo-2.wav', 'audio/wav'],
    ] as const) {
      const headers = file?.response.headers;
      assert.equal(headers?.get('content-disposition'), `attachment; filename*=UTF-8''${name}`);
      assert.equal(headers?.get('content-type'), type);
      assert.equal(headers?.get('x-content-type-options'), 'nosniff');
    }
    assert.deepEqual(first?.content, await pictures.png(), 'no confidential case: as it was sent');
    assert.doesNotMatch(JSON.stringify(luis.received), /\.hta|\.exe/);
    const rows = await Promise.all(
      (['Cases', 'Drafts', 'CaseIndex'] as const).map((table) => rawRows(world.stores.tables, table)),
    );
    assert.doesNotMatch(JSON.stringify(rows), /\.hta|\.exe/);
  });

  it('stays with the reporter in confidence: others get a copy of pictures and PDFs', async () => {
    const form = await begins(true);
    const made = [await pictures.jpeg(6), await pictures.gif(), await pdfs.pdf()];
    for (const content of made) await sends(content);
    await ana.taps('report.submit', {}, { message: form });
    const card = await luis.sees('HUM-', 'Nombre reservado', 'Ver archivos (3)');
    const hernan = world.person('Hernán');
    await hernan.writes(textOf(luis.cardOf(card)).match(/HUM-\d{4}-\d{6}/)?.[0] ?? '');
    for (const [reader, from] of [
      [luis, card],
      [hernan, hernan.last],
    ] as const) {
      const copies = await Promise.all((await fileLinks(reader, from)).map(opened));
      assert.deepEqual(
        copies.map(({ response }) => [response.status, response.headers.get('content-type')]),
        [
          [200, 'image/jpeg'],
          [200, 'image/gif'],
          [200, 'application/pdf'],
        ],
      );
      for (const { content } of copies) assert.ok(!everythingIn(content).includes(OWNER));
      assert.doesNotMatch(JSON.stringify(reader.received), /\.hta/);
    }
    const own = await Promise.all((await fileLinks(ana, form)).map(opened));
    assert.deepEqual(
      own.map(({ content }) => content),
      made,
      'the reporter’s own files are as they were sent',
    );
    assert.match(textOf(ana.card), /A los demás les llega una copia limpia/);
  });

  for (const [what, make, tells] of [
    ['a photograph that cannot be cleaned', pictures.heic, /dónde, cuándo y con qué equipo/],
    ['an animation', pictures.animatedGif, /captura de pantalla/],
    ['a video', recordings.video, /caras y oír voces/],
    ['a sound', recordings.mp3, /oír tu voz/],
    ['a Word document', documents.docx, /quién lo hizo, quién lo cambió[\s\S]*PDF/],
    ['an Excel sheet', documents.xlsx, /en qué carpetas/],
    ['a PDF of 31 pages', () => pdfs.pdfOfPages(31), /hasta 30 páginas/],
  ] as const) {
    it(`is said in confidence before ${what} is kept, and kept only with consent`, async () => {
      const content = await make();
      const form = await begins(true);
      const asked = await sends(content);
      const words = textOf(ana.cardOf(asked));
      assert.match(words, /podría decir quién eres[\s\S]*No lo guardé/);
      assert.match(words, tells);
      assert.match(words, /Ana Colaboradora\.hta/, 'the card names the file');
      assert.deepEqual(await blobs(), []);
      await ana.taps('evidence.decline', {}, { message: asked });
      assert.match(textOf(ana.cardOf(asked)), /no lo adjunté/);
      assert.deepEqual(await blobs(), []);

      const again = await sends(content);
      await ana.taps('evidence.allow', {}, { message: again });
      assert.match(textOf(ana.cardOf(again)), /envíalo otra vez/);
      assert.deepEqual(await blobs(), []);
      assert.match((await sends(content)).text ?? '', /Guardé el archivo con el reporte/);
      assert.equal((await blobs()).length, 1);
      await ana.taps('report.edit', {}, { message: form });
      await ana.taps('report.assess', {}, { message: form });
      assert.match(textOf(ana.cardOf(form)), /tal como lo enviaste[\s\S]*archivo-1/);
      assert.match(textOf(ana.cardOf(form)), tells);
      await ana.taps('report.submit', {}, { message: form });
      const card = await luis.sees('HUM-', 'Ver archivos (1)');
      const [link] = await fileLinks(luis, card);
      assert.deepEqual((await opened(link)).content, content);
    });
  }

  it('is kept by a consent to that file alone: another is asked about', async () => {
    await begins(true);
    await ana.taps('evidence.allow', {}, { message: await sends(documents.docx(), 'carta.docx') });
    const other = await sends(documents.xlsx(), 'cuentas.xlsx');
    assert.match(textOf(ana.cardOf(other)), /podría decir quién eres[\s\S]*cuentas\.xlsx/);
    assert.deepEqual(await blobs(), []);
    await ana.taps('evidence.allow', {}, { message: other });
    for (const content of [documents.docx(), documents.xlsx()])
      assert.match((await sends(content)).text ?? '', /Guardé el archivo/);
  });

  it('is asked about again after a consent on a card that names no file', async () => {
    await begins(true);
    const asked = await sends(documents.docx());
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(ana.cardOf(asked)))?.[1];
    await ana.sends(asked, 'evidence.allow', { verb: 'evidence.allow', id });
    assert.match(textOf(ana.cardOf(asked)), /Envía el archivo otra vez/);
    assert.match(textOf(ana.cardOf(await sends(documents.docx()))), /podría decir quién eres/);
    assert.deepEqual(await blobs(), []);
  });

  it('is asked about for a confidential case that was sent, too, and again after half an hour', async () => {
    const form = await begins(true);
    await ana.taps('report.submit', {}, { message: form });
    const asked = await sends(pictures.heic());
    assert.match(textOf(ana.cardOf(asked)), /podría decir quién eres/);
    await ana.taps('evidence.allow', {}, { message: asked });
    clock.forward(31 * 60_000);
    const late = await sends(pictures.heic());
    assert.match(textOf(ana.cardOf(late)), /podría decir quién eres/);
    await ana.taps('evidence.allow', {}, { message: late });
    assert.match((await sends(pictures.heic())).text ?? '', /Agregué el archivo al caso/);
    await luis.sees('agregó un archivo al caso');
    assert.equal((await blobs()).length, 1);
  });

  it('is not asked about when the name is not confidential', async () => {
    await begins(false);
    assert.match((await sends(pictures.heic())).text ?? '', /Guardé el archivo con el reporte/);
  });

  it('is said on the second card when confidentiality is chosen after the file came', async () => {
    const form = await begins(false);
    await sends(pictures.heic());
    await sends(await pictures.png());
    await ana.taps('report.edit', {}, { message: form });
    await ana.taps('report.assess', { confidential: 'true' }, { message: form });
    assert.match(textOf(ana.cardOf(form)), /Un archivo va tal como lo enviaste/);
    await ana.taps('evidence.remove', {}, { message: form });
    assert.doesNotMatch(textOf(ana.cardOf(form)), /tal como lo enviaste/);
    assert.equal((await blobs()).length, 1);
    await ana.taps('report.submit', {}, { message: form });
    await luis.sees('HUM-', 'Ver archivos (1)');
  });

  it('is said once more when the card that sends the report did not say it', async () => {
    const form = await begins(false);
    await sends(pictures.heic());
    const unsaid = ana.cardOf(form);
    await ana.taps('report.edit', {}, { message: form });
    await ana.taps('report.assess', { confidential: 'true' }, { message: form });
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(unsaid))?.[1];
    await ana.sends(form, 'report.submit', { verb: 'report.submit', id, level: 'low', asked: 'false' });
    assert.match(textOf(ana.cardOf(form)), /Un archivo va tal como lo enviaste/);
    assert.equal((await rawRows(world.stores.tables, 'Cases')).length, 0);
    await ana.taps('report.submit', {}, { message: form });
    await luis.sees('HUM-', 'Ver archivos (1)');
  });

  it('is not handed out when a file can no longer be cleaned; its reader is told why', async () => {
    const form = await begins(true);
    await sends(await pictures.png());
    await ana.taps('report.submit', {}, { message: form });
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const damaged = Buffer.concat([(await pictures.png()).subarray(0, 60), Buffer.from(OWNER)]);
    await overwriteBlobs(world.stores.blobs, damaged);
    const { response, content } = await opened((await fileLinks(luis, card))[0]);
    assert.equal(response.status, 422);
    assert.match(content.toString(), /no puedo quitarle lo que dice de quien lo envió/);
    assert.ok(!content.includes(OWNER));
  });

  it('is told in the words about confidentiality', async () => {
    const answer = await ana.writes('¿es confidencial?');
    assert.match(
      textOf(ana.cardOf(answer)),
      /Tus archivos[\s\S]*archivo-1[\s\S]*Word, Excel, audios, videos y fotos HEIC/,
    );
  });
});

describe('a stored file', () => {
  it('is encrypted, bound to its place, and readable again', async () => {
    const world = await World.open({ fieldKeys: [aFieldKey('k1')] });
    try {
      const [ana, luis] = [world.person('Ana'), world.person('Luis')];
      await ana.writes('reportar');
      const form = ana.last;
      await sendsFile(world, ana, 'foto.png', recordings.mp3());
      await ana.taps('report.assess', { narrative: NARRATIVE }, { message: form });
      await ana.taps('report.submit', {}, { message: form });
      const [stored] = await rawBlobs(world.stores.blobs);
      assert.ok(stored && !stored.content.includes(OWNER) && !stored.content.includes('ID3'));
      const [link = ''] = await fileLinks(luis, await luis.sees('HUM-', 'Ver archivos (1)'));
      assert.deepEqual(Buffer.from(await (await fetch(link)).arrayBuffer()), recordings.mp3());
    } finally {
      await world.close();
    }
  });
});
