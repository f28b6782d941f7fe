import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { buttons, textOf } from '../support/cards.js';
import { fileLinks, sendsFile } from '../support/evidence.js';
import { docx } from '../support/files/documents.js';
import { png } from '../support/files/pictures.js';
import { changeBody } from '../support/later-version.js';
import { rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const NARRATIVE = 'En la ventanilla no me explicaron qué papeles hacían falta y perdí la mañana.';

describe('a file that was sent when the bot promised to clean such files', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  });
  afterEach(() => world.close());

  const tables = () => world.stores.tables;
  const cleaned = (files: unknown) => (files as object[]).map((file) => ({ ...file, cleans: true }));

  async function begins(confidential: boolean): Promise<ChatMessage> {
    await ana.writes('reportar');
    const form = ana.last;
    await ana.taps('report.assess', { narrative: NARRATIVE, confidential: String(confidential) });
    return form;
  }

  /** A confidential case with a Word file, as an earlier version stored it. Returns the card of its reporter. */
  async function reportsOfBefore(): Promise<{ form: ChatMessage; caseId: string; card: ChatMessage }> {
    const form = await begins(true);
    await ana.taps('evidence.allow', {}, { message: await sendsFile(world, ana, 'carta.docx', docx()) });
    await sendsFile(world, ana, 'carta.docx', docx());
    await ana.taps('report.edit', {}, { message: form });
    await ana.taps('report.assess', {}, { message: form });
    await ana.taps('report.submit', {}, { message: form });
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    const [{ partitionKey: caseId } = { partitionKey: '' }] = await rawRows(world.stores.tables, 'Cases', {
      rowKey: 'case',
    });
    await changeBody(tables(), String(caseId), 1, (body) => ({ ...body, evidence: cleaned(body.evidence) }));
    return { form, caseId: String(caseId), card };
  }

  const opened = async (reader: Player, card: ChatMessage) => {
    const response = await fetch((await fileLinks(reader, card))[0] ?? '');
    return { status: response.status, content: Buffer.from(await response.arrayBuffer()) };
  };

  it('stays closed to others until its reporter lets them open it, which is on record', async () => {
    const { form, caseId, card } = await reportsOfBefore();
    const refused = await opened(luis, card);
    assert.equal(refused.status, 422);
    assert.match(refused.content.toString(), /Pídelo como PDF o como foto/);
    assert.deepEqual(verbsIn(luis), [], 'who attends to it cannot open it to themselves');
    const notice = await ana.sees(
      'No pude entregar un archivo de tu caso',
      'archivo-1.docx',
      'quién lo cambió',
    );
    await opened(luis, card);

    assert.deepEqual((await opened(ana, notice)).content, docx(), 'its reporter has it');
    const told = ana.received.filter(
      (message) => message.card && textOf(message.card).includes('No pude entregar'),
    );
    assert.equal(told.length, 1, 'and is told of it once');
    assert.match(textOf(ana.card), /Los demás no lo pueden abrir[\s\S]*quién lo cambió[\s\S]*PDF/);
    const list = ana.last;
    await luis.sends(card, 'evidence.open', { verb: 'evidence.open', id: caseId, file: fileIn(list) });
    assert.equal((await opened(luis, card)).status, 422, 'nor by a request of their own');

    await ana.taps('evidence.open', {}, { message: list });
    await luis.sees('lo permitió');
    assert.deepEqual(await opened(luis, card), { status: 200, content: docx() });
    const events = await rawRows(world.stores.tables, 'Cases', { type: 'attached' });
    assert.match(String(events[0]?.body), /"cleans":false.*"isOpened":true/);
    await opened(ana, form);
    assert.match(textOf(ana.card), /A los demás les llega tal como lo enviaste/);
    assert.deepEqual(verbsIn(ana), []);
  });

  it('may be sent again as a picture', async () => {
    const { card } = await reportsOfBefore();
    assert.match((await sendsFile(world, ana, 'carta.png', await png())).text ?? '', /Agregué el archivo/);
    await luis.sees('Ver archivos (2)');
    const links = await fileLinks(luis, card);
    assert.deepEqual(await Promise.all(links.map(async (link) => (await fetch(link)).status)), [422, 200]);
  });

  it('is told of before a report is sent that was begun then', async () => {
    const form = await begins(false);
    await sendsFile(world, ana, 'carta.docx', docx());
    const [row] = await rawRows(world.stores.tables, 'Drafts');
    assert.ok(row);
    const evidence = JSON.stringify(cleaned(JSON.parse(String(row.evidence))));
    await tables().write('Drafts', {
      kind: 'upsert',
      row: { ...(row as never as object), evidence } as never,
    });
    await ana.taps('report.edit', {}, { message: form });
    await ana.taps('report.assess', { confidential: 'true' }, { message: form });
    assert.match(textOf(ana.cardOf(form)), /Un archivo va tal como lo enviaste[\s\S]*quién lo cambió/);
    await ana.taps('report.submit', {}, { message: form });
    const card = await luis.sees('HUM-', 'Ver archivos (1)');
    assert.deepEqual(await opened(luis, card), { status: 200, content: docx() });
  });
});

const verbsIn = (player: Player) =>
  buttons(player.card).flatMap(({ verb }) => (verb === 'evidence.open' ? [verb] : []));

const fileIn = (list: ChatMessage) => /"file":"([0-9a-f-]{36})"/.exec(JSON.stringify(list.card))?.[1];
