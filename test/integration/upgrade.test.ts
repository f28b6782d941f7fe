/**
 * Rows, files, a copy and buttons of the version before ids were bound to people, recorded once
 * (test/fixtures/plain-ids). Never record them anew: people still have those cards, and storage still has those rows.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Anchors, verifyCase } from '../../src/features/cases/index.js';
import type { Stores } from '../../src/local/stores.js';
import { CopyFolder } from '../../src/platform/backup/folder.js';
import { Restoring } from '../../src/platform/backup/restoring.js';
import type { Row, TableName } from '../../src/platform/storage/tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { buttons } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { SIGNER } from '../support/host.js';
import { memoryStores } from '../support/memory-stores.js';
import { HandClock } from '../support/trainings.js';
import { allRows, ask } from '../support/two-steps.js';
import { World } from '../support/world.js';

interface Recorded {
  serviceUrl: string;
  rows: Record<TableName, Row[]>;
  files: Record<string, string>;
  copies: Record<string, string>;
  actions: Record<string, { who: string; verb: string; data: Record<string, unknown> }>;
}

const recorded = JSON.parse(
  readFileSync(new URL('../fixtures/plain-ids/world.json', import.meta.url), 'utf8'),
) as Recorded;

describe('data and cards from before ids were bound to people', () => {
  let world: World;
  let stores: Stores;
  let clock: HandClock;

  beforeEach(async () => {
    stores = memoryStores();
    for (const [table, rows] of Object.entries(recorded.rows))
      for (const row of rows) await stores.tables.write(table, { kind: 'insert', row });
    for (const [path, content] of Object.entries(recorded.files))
      await stores.blobs.put(path, Buffer.from(content, 'base64'), 'application/octet-stream');
    clock = new HandClock();
    clock.set('2026-11-24T14:05:00Z');
    world = await World.open({ clock: clock.now, stores });
  });
  afterEach(() => world.close());

  /** Presses a button of a card that was sent by the earlier version. */
  async function presses(name: string, more: Record<string, unknown> = {}): Promise<string> {
    const { who, verb, data } = recorded.actions[name] ?? { who: '', verb: '', data: {} };
    const answer = await ask(world, world.person(who), 'adaptiveCard/action', {
      verb,
      data: { ...data, ...more },
    });
    assert.equal(answer.status, 200);
    return answer.text;
  }
  const caseIds = async () =>
    (await allRows(stores, ['Cases']))
      .filter(({ row }) => row.rowKey === 'case')
      .map(({ row }) => row.partitionKey);

  it('lets a commitment be kept by its old button, and the case goes on and verifies whole', async () => {
    assert.match(await presses('commitment'), /Explicar los papeles/);
    const [id = ''] = await caseIds();
    const luis = world.person('Luis');
    await ask(world, luis, 'adaptiveCard/action', { verb: 'case.view', data: { id } });
    const parts = { tables: stores.tables, raw: stores.tables, signer: SIGNER };
    const anchors = new Anchors(stores.tables, SIGNER);
    assert.deepEqual((await verifyCase({ ...parts, anchors }, id)).faults, []);
  });

  it('makes one case of each row, by its old button, and takes no row in again', async () => {
    await presses('row');
    clock.forward(3 * 60_000);
    await world.brings({ kind: 'sources-carry', channel: 'pqrs', key: 'PQR-1' });
    await world.logged(/"kind":"case.index".*"effect carried out"/);
    assert.equal((await caseIds()).length, 2);
    const rows = async () =>
      (await allRows(stores, ['Sources'])).filter(({ row }) => row.rowKey.startsWith('row:'));
    assert.deepEqual((await rows()).map(({ row }) => row.state).sort(), ['done', 'waiting']);
    const hernan = world.person('Hernán');
    const head = 'radicado;fuente;tipo;fecha;texto;área;sede;persona;reclamo en salud';
    const same = ['PQR-1', 'PQR-2'].map(
      (number) => `${number};PQRS;queja;03/11/2026;Lo mismo otra vez.;;;;no`,
    );
    await sendsFile(world, hernan, 'pqrs.csv', Buffer.from([head, ...same].join('\r\n')));
    await hernan.sees('Todo lo de este archivo ya había llegado');
    assert.equal((await rows()).length, 2);
  });

  it('sends a recognition that was previewed, and asks again for one whose form is of before, with its words', async () => {
    assert.match(await presses('recognition'), /Tu reconocimiento es para/);
    const words = { likely: world.person('Luis').person.id, message: 'Ayudó a una señora con su cita.' };
    const again = await presses('unsent recognition', { ...words, attribute: 'amabilidad' });
    assert.match(again, /Este formulario venció[\s\S]*Ayudó a una señora con su cita/);
  });

  it('sends an open draft, after it is told of the document that others cannot get clean', async () => {
    const asked = await presses('submit');
    assert.match(asked, /report.submit/);
    assert.equal((await caseIds()).length, 1, 'nothing is sent yet');
    const { value } = JSON.parse(asked) as { value: object };
    const button = buttons(value).find(({ verb }) => verb === 'report.submit');
    const told = await presses('submit', button?.data);
    assert.match(told, /Le avisé a|Ya le avisé|Le estoy avisando/);
    assert.equal((await caseIds()).length, 2);
  });

  it('restores its nightly copy, and every case of it verifies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copy-'));
    for (const [path, content] of Object.entries(recorded.copies)) {
      const file = join(folder, path.replace(/^[^/]+\//, ''));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(content, 'base64'));
    }
    const { tables } = memoryStores();
    const keys = SIGNER.keysFor('').map(({ id }) => id);
    const { rows } = await new Restoring(tables, TABLE_NAMES, new CopyFolder(folder, SIGNER), []).restore(
      keys,
    );
    assert.ok(rows > 50, `${rows}`);
    const [id = ''] = await caseIds();
    const parts = { tables, raw: tables, signer: SIGNER, anchors: new Anchors(tables, SIGNER) };
    assert.deepEqual((await verifyCase(parts, id)).faults, []);
  });
});
