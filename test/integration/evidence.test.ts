import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { activity } from '../support/activities.js';
import { parts } from '../support/cards.js';
import { behindProxy } from '../support/fault-proxy.js';
import { freshAccount } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const NARRATIVE = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';
/** The smallest picture there is, a PDF, and a program that calls itself a picture. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PROGRAM = Buffer.from('MZ\u0090\u0000 this is a program');

describe('evidence', () => {
  let world: World;
  let ana: Player;
  beforeEach(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  async function sends(
    player: Player,
    name: string,
    content: Buffer,
    address = world.address,
  ): Promise<string> {
    const before = player.received.length;
    const query = new URLSearchParams({
      personId: player.person.id,
      conversationId: player.conversation.id,
      name,
    });
    await fetch(`${address}/local/files?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
    const answer = await player.until(() => (player.received.length > before ? player.last : undefined));
    return answer.text ?? '';
  }

  async function reports(): Promise<void> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: NARRATIVE });
    await ana.taps('report.submit');
  }

  /** The links that a person gets from the card of the case. */
  async function linksOf(player: Player, card = player.last): Promise<string[]> {
    await player.taps('case.evidence', {}, { message: card });
    const shown = await player.sees('Los enlaces sirven durante 10 minutos');
    return parts(player.cardOf(shown)).flatMap(({ type, url }) =>
      type === 'Action.OpenUrl' ? [String(url)] : [],
    );
  }

  it('should go with the report that is being written, and be opened by its leader', async () => {
    await ana.writes('reportar');
    const form = ana.last;
    assert.match(await sends(ana, 'foto de la fila.png', PNG), /con el reporte que estás escribiendo/);
    await ana.taps('report.assess', { narrative: NARRATIVE }, { message: form });
    await ana.taps('report.submit', {}, { message: form });
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const [link = ''] = await linksOf(luis, card);
    const file = await fetch(link);
    assert.deepEqual(Buffer.from(await file.arrayBuffer()), PNG);
    assert.equal(file.headers.get('content-type'), 'image/png');
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; .*foto%20de%20la%20fila\.png$/);
    assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/);
  });

  it('should go with the case that was just made, and tell its leader', async () => {
    await reports();
    assert.match(await sends(ana, 'carta.pdf', PDF), /Agregué el archivo al caso HUM-\d+-000001/);
    const luis = world.person('Luis');
    await luis.sees('Hay un archivo nuevo en el caso');
    await luis.sees('Archivo agregado por', 'carta.pdf');
  });

  it('should go with what was sent last, while the lists of cases are still behind', async () => {
    const proxied = await behindProxy(freshAccount());
    const behind = await World.open({ connectionString: proxied.connectionString });
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
      assert.match(await sends(eva, 'carta.pdf', PDF, behind.address), /al caso HUM-\d+-000002/);
    } finally {
      proxied.proxy.release();
      await behind.close();
      await proxied.proxy.close();
    }
  });

  it('should go with no case that has ended', async () => {
    await reports();
    await ana.taps('case.withdraw', { reason: 'Ya se arregló.' });
    assert.match(await sends(ana, 'carta.pdf', PDF), /no lo guardé/);
  });

  it('should not be kept where there is nothing that it belongs to', async () => {
    assert.match(await sends(ana, 'foto.png', PNG), /no lo guardé/);
  });

  it('should be known by what is in it, not by its name', async () => {
    await reports();
    assert.match(await sends(ana, 'foto.png', PROGRAM), /no es una foto/);
    assert.match(await sends(ana, 'programa.exe', PNG), /Agregué el archivo/);
  });

  it('should be no larger than 10 MB, and no more than five', async () => {
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

  it('should be opened by nobody who may not see the case, nor by a made-up or changed link', async () => {
    await reports();
    await sends(ana, 'foto.png', PNG);
    const luis = world.person('Luis');
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const [link = ''] = await linksOf(luis, card);
    for (const made of [`${link}x`, link.replace(/.$/, 'A'), `${world.address}/files/`]) {
      if (made === link) continue;
      assert.equal((await fetch(made)).status, 404, made);
    }
    await luis.taps('case.escalate', { escalateReason: 'Pasó en otra sede.' }, { message: card });
    await world.person('Marta').sees('HUM-');
    assert.equal((await fetch(link)).status, 404, 'the leader no longer has the case');
  });

  it('should be fetched from nowhere but where Teams keeps files', async () => {
    await reports();
    const { server, address, asked } = await listener();
    try {
      for (const url of [
        `${address}/secret`.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
        'https://evil.example/x.png',
      ]) {
        const attachments = [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'foto.png',
            content: { downloadUrl: url },
          },
        ];
        const before = ana.received.length;
        await world.post(activity(world, { text: '', attachments }));
        await ana.until(() => (ana.received.length > before ? ana.last : undefined));
        assert.doesNotMatch(ana.last.text ?? '', /Agregué/);
      }
      assert.deepEqual(asked, []);
    } finally {
      server.close();
    }
  });
});

async function listener(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    res.end(PNG);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
