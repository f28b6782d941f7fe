import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { activity } from '../support/activities.js';
import { textOf } from '../support/cards.js';
import { freshAccount } from '../support/emulator.js';
import { CHECKING, fileLinks, sendsFile } from '../support/evidence.js';
import { behindProxy, type ProxiedRequest } from '../support/fault-proxy.js';
import { everythingIn } from '../support/files/hidden.js';
import { ACTIVE_PDFS, DOES, lockedPdf, pagesOf, pdfOfText, signedPdf } from '../support/files/pdfs.js';
import { heic } from '../support/files/pictures.js';
import { type Loopback, serve } from '../support/loopback.js';
import { azuriteStores, blobPaths, rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const NARRATIVE = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';
/** The smallest possible picture, and a program. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PROGRAM = Buffer.from('MZ\u0090\u0000 this is a program');

describe('evidence', () => {
  let world: World;
  let ana: Player;
  beforeEach(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  /** Sends a file and returns what is answered. */
  const sends = async (player: Player, name: string, content: Buffer, address = world.address) =>
    (await sendsFile({ address }, player, name, content)).text ?? '';

  async function reports(): Promise<void> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: NARRATIVE });
    await ana.taps('report.submit');
  }

  it('is added to the report in progress, and can be opened by its leader', async () => {
    await ana.writes('reportar');
    const form = ana.last;
    assert.match(await sends(ana, 'foto de la fila.png', PNG), /con el reporte que estás escribiendo/);
    await ana.taps('report.assess', { narrative: NARRATIVE }, { message: form });
    await ana.taps('report.submit', {}, { message: form });
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const [link = ''] = await fileLinks(luis, card);
    const file = await fetch(link);
    assert.deepEqual(Buffer.from(await file.arrayBuffer()), PNG);
    assert.equal(file.headers.get('content-type'), 'image/png');
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename\*=UTF-8''archivo-1\.png$/,
    );
    assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/);
  });

  it('is added to the case just reported, and its leader is told', async () => {
    await reports();
    assert.match(
      await sends(ana, 'carta.pdf', await pdfOfText()),
      /Agregué el archivo al caso HUM-\d+-000001/,
    );
    const luis = world.person('Luis');
    await luis.sees('agregó un archivo al caso');
    await luis.sees('Archivo agregado por', 'archivo-1.pdf');
  });

  it('is added to the case reported last, also while the index is behind', async () => {
    const proxied = await behindProxy(await freshAccount());
    const behind = await World.open({ stores: await azuriteStores(proxied.connectionString) });
    try {
      const eva = behind.person('Ana');
      const sendsReport = async () => {
        await eva.writes('reportar');
        await eva.taps('report.assess', { narrative: NARRATIVE });
        await eva.taps('report.submit');
      };
      await sendsReport();
      await behind.person('Luis').sees('-000001');
      proxied.proxy.decide = ({ method, path }) =>
        method !== 'GET' && path.includes('/CaseIndex(') && !path.includes('counter')
          ? { kind: 'hang' }
          : { kind: 'pass' };
      await sendsReport();
      assert.match(
        await sends(eva, 'carta.pdf', await pdfOfText(), behind.address),
        /al caso HUM-\d+-000002/,
      );
    } finally {
      proxied.proxy.release();
      await behind.close();
      await proxied.proxy.close();
    }
  });

  it('is not added to a case that has ended', async () => {
    await reports();
    await ana.taps('case.withdraw', { reason: 'Ya se arregló.' });
    assert.match(await sends(ana, 'carta.pdf', await pdfOfText()), /no lo guardé/);
  });

  it('is not stored when there is no report and no case', async () => {
    assert.match(await sends(ana, 'foto.png', PNG), /no lo guardé/);
  });

  it('is refused with a way out when it is a PDF with a password, or a damaged one', async () => {
    await reports();
    for (const content of [await lockedPdf(), Buffer.from('%PDF-1.7 and nothing else')]) {
      assert.match(await sends(ana, 'carta.pdf', content), /contraseña o está dañado[\s\S]*manda una foto/);
    }
    assert.deepEqual(await blobPaths(world.stores.blobs), []);
  });

  for (const [what, pdf] of Object.entries(ACTIVE_PDFS).slice(0, 5)) {
    it(`reaches its leader without what it does by itself: ${what}`, async () => {
      await reports();
      const active = await pdf();
      assert.ok(DOES.test(everythingIn(active)), 'it does something');
      assert.match(await sends(ana, 'carta.pdf', active), /Agregué/);
      const luis = world.person('Luis');
      const [link = ''] = await fileLinks(luis, await luis.sees('HUM-', 'Ver archivos (1)'));
      const file = await fetch(link);
      assert.equal(file.headers.get('content-type'), 'application/pdf');
      const content = Buffer.from(await file.arrayBuffer());
      assert.ok(!DOES.test(everythingIn(content)), 'it does nothing');
      assert.equal((await pagesOf(content)).length, 1);
      const [own = ''] = await fileLinks(ana, await ana.sees('Ver archivos (1)'));
      assert.deepEqual(Buffer.from(await (await fetch(own)).arrayBuffer()), active, 'hers is as she sent it');
    });
  }

  it('reaches its leader as it was sent when it is a PDF that does nothing by itself', async () => {
    await reports();
    const quiet = await signedPdf();
    await sends(ana, 'carta.pdf', quiet);
    const luis = world.person('Luis');
    const [link = ''] = await fileLinks(luis, await luis.sees('HUM-', 'Ver archivos (1)'));
    assert.deepEqual(Buffer.from(await (await fetch(link)).arrayBuffer()), quiet);
  });

  it('is recognised by its content, not by its name', async () => {
    await reports();
    assert.match(await sends(ana, 'foto.png', PROGRAM), /no es una foto/);
    assert.match(await sends(ana, 'programa.exe', PNG), /Agregué el archivo/);
  });

  it('is limited to 10 MB a file and five files a case', async () => {
    await reports();
    assert.match(
      await sends(ana, 'grande.png', Buffer.concat([PNG, Buffer.alloc(10_485_760)])),
      /más de 10 MB/,
    );
    for (let count = 1; count <= 5; count++) {
      assert.match(await sends(ana, `${count}.png`, PNG), /Agregué/);
    }
    assert.match(await sends(ana, '6.png', PNG), /5 archivos como máximo/);
  });

  it('leaves nothing in storage when it is refused', async () => {
    await reports();
    for (let count = 1; count <= 6; count++) await sends(ana, `${count}.png`, PNG);
    assert.match(ana.last.text ?? '', /5 archivos como máximo/);
    assert.equal((await blobPaths(world.stores.blobs)).length, 5);
    await ana.writes('reportar');
    for (let count = 1; count <= 5; count++) await sends(ana, `${count}.png`, PNG);
    const refused = await sends(ana, '6.png', PNG);
    assert.match(refused, /5 archivos como máximo/);
    assert.doesNotMatch(refused, /Guardé/);
    assert.equal((await blobPaths(world.stores.blobs)).length, 10);
  });

  it('leaves nothing in storage when another file of the same message cannot be read', async () => {
    await reports();
    const files = await serve((request, response) => {
      if (request.url === '/gone.png') response.writeHead(404);
      response.end(PNG);
    });
    try {
      const before = ana.received.length;
      await world.post(
        activity(world, { text: '', attachments: attachments(files.url, 'a.png', 'gone.png') }),
      );
      await ana.until(() => (ana.received.length > before ? ana.last : undefined));
      assert.doesNotMatch(ana.last.text ?? '', /Agregué/);
      assert.deepEqual(await blobPaths(world.stores.blobs), []);
    } finally {
      await files.close();
    }
  });

  describe('that downloads slowly', () => {
    let slow: SlowFiles;
    beforeEach(async () => {
      slow = await SlowFiles.open();
    });
    afterEach(() => slow.close());

    /** Sends pictures, one message each; resolves when the bot is downloading all of them. */
    async function begins(...names: string[]): Promise<{ answers(): Promise<string> }> {
      const before = answersOf().length;
      const posted = names.map((name) =>
        world.post(activity(world, { text: '', attachments: attachments(slow.url, name) })),
      );
      await slow.asked(names.length);
      return {
        answers: async () => {
          slow.release();
          await Promise.all(posted);
          return ana.until(() => {
            const answers = answersOf().slice(before);
            return answers.length === names.length ? answers.join('\n---\n') : undefined;
          });
        },
      };
    }
    const answersOf = () =>
      ana.received.flatMap(({ text = '' }) => (/archivo/.test(text) && text !== CHECKING ? [text] : []));
    const drafts = () => rawRows(world.stores.tables, 'Drafts');
    const blobs = () => blobPaths(world.stores.blobs);

    it('is said to be checked after a moment, and what came of it is told', async () => {
      await reports();
      const sending = await begins('foto.png');
      await ana.sees('Estoy revisando tus archivos');
      assert.match(await sending.answers(), /Agregué el archivo al caso/);
    });

    it('is told in a sentence when it cannot be fetched after that', async () => {
      await reports();
      await begins('foto.png');
      await ana.sees('Estoy revisando tus archivos');
      slow.fail();
      await ana.sees('Algo falló de nuestro lado');
      assert.deepEqual(await blobs(), []);
    });

    it('does not restore a draft when the authorisation is withdrawn meanwhile', async () => {
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: NARRATIVE });
      const sending = await begins('foto.png');
      await ana.writes('mis datos');
      await ana.taps('privacy.withdraw');
      assert.match(await sending.answers(), /no lo guardé/);
      assert.deepEqual([await drafts(), await blobs()], [[], []]);
    });

    it('does not restore a draft that is cancelled meanwhile', async () => {
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: NARRATIVE });
      const sending = await begins('foto.png');
      await ana.taps('report.cancel');
      assert.match(await sending.answers(), /no lo guardé/);
      assert.deepEqual([await drafts(), await blobs()], [[], []]);
    });

    it('is not stored when confidentiality is chosen meanwhile and it cannot be cleaned', async () => {
      await ana.writes('reportar');
      const form = ana.last;
      await begins('foto.heic');
      await ana.taps('report.assess', { narrative: NARRATIVE, confidential: 'true' }, { message: form });
      slow.release(heic());
      await ana.sees('podría decir quién eres');
      assert.deepEqual(await blobs(), []);
    });

    it('is stored completely when several files are sent at once for a report', async () => {
      await ana.writes('reportar');
      const form = ana.last;
      const sending = await begins('1.png', '2.png', '3.png');
      assert.equal((await sending.answers()).match(/Guardé el archivo con el reporte/g)?.length, 3);
      await ana.taps('report.assess', { narrative: NARRATIVE }, { message: form });
      await ana.taps('report.submit', {}, { message: form });
      await world.person('Luis').sees('HUM-', 'Ver archivos (3)');
    });

    it('is added completely when several files are sent at once to a case', async () => {
      await reports();
      const sending = await begins('1.png', '2.png', '3.png', '4.png');
      const answers = await sending.answers();
      assert.equal(answers.match(/Agregué el archivo al caso/g)?.length, 4, answers);
      await world.person('Luis').sees('HUM-', 'Ver archivos (4)');
    });

    it('is added to the case when the report is sent meanwhile', async () => {
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: NARRATIVE });
      const sending = await begins('foto.png');
      await ana.taps('report.submit');
      assert.match(await sending.answers(), /Agregué el archivo al caso HUM-\d+-000001/);
      await world.person('Luis').sees('HUM-', 'Ver archivos (1)');
      assert.deepEqual(
        (await drafts()).map(({ sent }) => sent),
        [true],
      );
    });

    it('is not stored when the case ends meanwhile', async () => {
      await reports();
      const sending = await begins('foto.png');
      await ana.taps('case.withdraw', { reason: 'Ya se arregló.' });
      assert.match(await sending.answers(), /ya no está abierto, así que no lo guardé/);
      assert.deepEqual(await blobs(), []);
    });

    it('does not overwrite a narrative that is sent meanwhile', async () => {
      await ana.writes('reportar');
      const form = ana.last;
      const sending = await begins('foto.png');
      await ana.taps('report.assess', { narrative: NARRATIVE }, { message: form });
      assert.match(await sending.answers(), /Guardé el archivo con el reporte/);
      await ana.taps('report.edit', {}, { message: form });
      assert.match(JSON.stringify(ana.cardOf(form)), /perdí la mañana/);
      await ana.taps('report.assess', {}, { message: form });
      await ana.taps('report.submit', {}, { message: form });
      await world.person('Luis').sees('HUM-', 'Ver archivos (1)');
    });
  });

  describe('that arrives during another write', () => {
    let proxied: Awaited<ReturnType<typeof behindProxy>>;
    let behind: World;
    let eva: Player;
    beforeEach(async () => {
      proxied = await behindProxy(await freshAccount());
      behind = await World.open({ stores: await azuriteStores(proxied.connectionString) });
      eva = behind.person('Ana');
    });
    afterEach(async () => {
      proxied.proxy.release();
      await behind.close();
      await proxied.proxy.close();
    });

    /** Runs an action whose first matching storage request is held until a picture has been sent. */
    async function sendsDuring(
      isHeld: (request: ProxiedRequest) => boolean,
      run: () => Promise<unknown>,
    ): Promise<string> {
      const held = new Promise<void>((resolve) => {
        let count = 0;
        proxied.proxy.decide = (request) => {
          if (!isHeld(request) || count++ > 0) return { kind: 'pass' };
          resolve();
          return { kind: 'hang' };
        };
      });
      const running = run();
      await held;
      const told = await sends(eva, 'foto.png', PNG, behind.address);
      proxied.proxy.release();
      await running;
      return told;
    }
    const writesDraft = ({ method, path }: ProxiedRequest) => method === 'PUT' && path.includes('/Drafts(');
    const removesDraft = ({ method, path }: ProxiedRequest) =>
      method === 'DELETE' && path.includes('/Drafts(');
    const makesCase = ({ path }: ProxiedRequest) => path.includes('/$batch');

    it('is not lost when the first card is stored', async () => {
      await eva.writes('reportar');
      const form = eva.last;
      const told = await sendsDuring(writesDraft, () =>
        eva.taps('report.assess', { narrative: NARRATIVE }, { message: form }),
      );
      assert.match(told, /Guardé el archivo con el reporte/);
      await eva.taps('report.submit', {}, { message: form });
      await behind.person('Luis').sees('HUM-', 'Ver archivos (1)', 'perdí la mañana');
    });

    it('is not lost when the report becomes a case', async () => {
      await eva.writes('reportar');
      const form = eva.last;
      await eva.taps('report.assess', { narrative: NARRATIVE });
      const told = await sendsDuring(makesCase, () => eva.taps('report.submit', {}, { message: form }));
      assert.match(told, /Guardé el archivo con el reporte/);
      assert.match(textOf(eva.cardOf(form)), /Ya le avisé a[\s\S]*Ver archivos \(1\)/);
      await behind.person('Luis').sees('HUM-', 'Ver archivos (1)');
    });

    it('does not stay in storage when the report is cancelled', async () => {
      await eva.writes('reportar');
      const form = eva.last;
      await eva.taps('report.assess', { narrative: NARRATIVE });
      await sendsDuring(removesDraft, () => eva.taps('report.cancel', {}, { message: form }));
      assert.deepEqual(await blobPaths(behind.stores.blobs), []);
    });
  });

  it('cannot be opened without access to the case, nor through a forged or changed link', async () => {
    await reports();
    await sends(ana, 'foto.png', PNG);
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const [link = ''] = await fileLinks(luis, card);
    for (const made of [`${link}x`, link.replace(/.$/, 'A'), `${world.address}/files/`]) {
      if (made === link) continue;
      assert.equal((await fetch(made)).status, 404, made);
    }
    await luis.taps('case.escalate', { escalateReason: 'Pasó en otra sede.' }, { message: card });
    await world.person('Marta').sees('HUM-');
    assert.equal((await fetch(link)).status, 404, 'the leader no longer has the case');
  });

  it('is fetched only from hosts where Teams keeps files', async () => {
    await reports();
    const { server, address, asked } = await listener();
    try {
      for (const url of [
        `${address}/secret`.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
        'https://evil.example/x.png',
      ]) {
        const before = ana.received.length;
        await world.post(activity(world, { text: '', attachments: [attachment(url)] }));
        await ana.until(() => (ana.received.length > before ? ana.last : undefined));
        assert.doesNotMatch(ana.last.text ?? '', /Agregué/);
      }
      assert.deepEqual(asked, []);
    } finally {
      server.close();
    }
  });
});

/** The attachment of a file picked in the chat. */
const attachment = (downloadUrl: string, name = 'foto.png') => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name,
  content: { downloadUrl },
});
const attachments = (url: string, ...names: string[]) =>
  names.map((name) => attachment(`${url}/${name}`, name));

/** A server of pictures that answers only on `release`. */
class SlowFiles {
  static async open(): Promise<SlowFiles> {
    const waiting: ServerResponse[] = [];
    let told = () => {};
    const loopback = await serve((_, response) => {
      waiting.push(response);
      told();
    });
    return new SlowFiles(loopback, waiting, (listen) => {
      told = listen;
    });
  }

  private constructor(
    private readonly loopback: Loopback,
    private readonly waiting: ServerResponse[],
    private readonly listen: (told: () => void) => void,
  ) {}

  get url(): string {
    return this.loopback.url;
  }

  /** Waits until this many downloads are pending. */
  asked(count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.waiting.length >= count) resolve();
      };
      this.listen(look);
      look();
    });
  }

  release(content: Buffer = PNG): void {
    for (const response of this.waiting.splice(0)) response.end(content);
  }

  fail(): void {
    for (const response of this.waiting.splice(0)) response.destroy();
  }

  close(): Promise<void> {
    return this.loopback.close();
  }
}

async function listener(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    res.end(PNG);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
