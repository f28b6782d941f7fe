import assert from 'node:assert/strict';
import { Anchoring } from '../../src/features/cases/service/integrity/anchoring.js';
import { Anchors } from '../../src/features/cases/store/anchors.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { Cases } from '../support/cases.js';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';
import { aPerson } from '../support/fixtures.js';
import { SIGNER } from '../support/host.js';
import { addUnknownEvent } from '../support/later-version.js';
import { memoryLog } from '../support/log.js';
import { Tampering } from '../support/tampering.js';
import { HandClock } from '../support/trainings.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
];

describe('npm run verify-case, and npm run anchors', function () {
  this.timeout(60_000);
  let commands: CommandLine;
  let clock: HandClock;
  let tables: AzureTables;
  let cases: Cases;
  let tampering: Tampering;

  beforeEach(async () => {
    const connectionString = await freshAccount();
    tables = new AzureTables({ connectionString }, TABLE_NAMES);
    await tables.prepare();
    commands = new CommandLine(connectionString);
    clock = new HandClock();
    cases = await Cases.open({ clock: clock.now, people: PEOPLE, tables, deliver: async () => {} });
    tampering = new Tampering(tables);
  });
  afterEach(() => commands.close());

  const run = (command: string, ...args: string[]) => commands.run(command, args);
  const aStory = () => cases.askedAndAccepted();
  const finds = async (id: string, pattern: RegExp) => {
    const { code, stdout } = await run('verify-case', id);
    assert.match(stdout, /^HUM-2026-\d{6}, \d events: not whole/);
    assert.match(stdout, pattern);
    assert.equal(code, 1);
  };

  it('confirm an intact history', async () => {
    const { code, stdout } = await run('verify-case', await aStory());
    assert.equal(stdout, 'HUM-2026-000001, 3 events: whole.\nThere are no anchors yet.\n');
    assert.equal(code, 0);
  });

  it('name an event with a forged actor, though its hash was made anew without a key', async () => {
    const id = await aStory();
    await tampering.put({ ...(await tampering.event(id, 2)), actorId: 'marta' });
    await finds(id, /Event 2 is not as it was signed: its actor/);
    await tampering.hashAnew(id, tables);
    const event = await tampering.event(id, 3);
    await cases.does('luis', id, { type: 'ask', question: 'and when?' });
    await tampering.put({ ...event, actorId: 'marta' });
    await finds(id, /Event 3 is not as it was signed/);
  });

  it('detect a cut end with an adjusted revision', async () => {
    const id = await aStory();
    await tampering.cutEnd(id);
    await finds(id, /The end of the case is not the one that was signed: events may have been cut off/);
  });

  it('name what was changed in the row of the case', async () => {
    const id = await aStory();
    await tampering.put({ ...(await tampering.row(id)), assigneeId: 'marta', narrative: 'Nada grave.' });
    await finds(id, /The row of the case differs from its events: assigneeId, narrative\./);
  });

  it('name an event that was moved from another case', async () => {
    const [id, other] = [await aStory(), await aStory()];
    await cases.does('ana', other, { type: 'add', words: 'and more' });
    await tampering.move({ id: other, seq: 4 }, id);
    await finds(id, /Event 4 is not as it was signed: .* it is of another case/);
  });

  it('print the anchors, and see by them that a case was set back', async () => {
    const id = await aStory();
    const copied = await tampering.rows(id);
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'done' });
    await cases.background.drain();
    clock.forward(86_400_000);
    const anchors = new Anchors(tables, SIGNER);
    await new Anchoring({ tables, signer: SIGNER, clock: clock.now, log: memoryLog().log, anchors }).ensure();
    const { code, stdout } = await run('anchors');
    const line = JSON.parse(stdout) as Record<string, unknown>;
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(line).sort(), ['at', 'cases', 'day', 'omitted', 'previous', 'signature']);
    assert.match(
      JSON.stringify(line.cases),
      new RegExp(`"caseId":"${id}","revision":4,"digest":"[\\w-]{22}"`),
    );

    await tampering.setBack(id, copied);
    await finds(id, /It had 4 events on 2026-11-25, and has 3 now/);
    const row = (await tables.get('Anchors', 'day', '2026-11-25'))?.row;
    assert.ok(row);
    await tables.write('Anchors', { kind: 'upsert', row: { ...row, cases0: '' } });
    const touched = await run('anchors');
    assert.deepEqual(
      [touched.code, /The anchor of 2026-11-25 is not as it was signed/.test(touched.stderr)],
      [1, true],
    );
  });

  it('name a case of a later version as what it is', async () => {
    const id = await aStory();
    await addUnknownEvent(tables, id);
    const { stdout } = await run('verify-case', id);
    assert.match(stdout, /It has events of a later version of the bot/);
  });

  it('report an unknown case, and print the usage on wrong arguments', async () => {
    const none = await run('verify-case', '5f0c7a52-0000-4000-8000-0000000000ff');
    assert.deepEqual([none.code, none.stdout], [1, 'There is no such case.\n']);
    for (const args of [[], ['HUM-2026-000001'], ['5f0c7a52-0000-4000-8000-0000000000ff', 'more']]) {
      const { code, stderr } = await run('verify-case', ...args);
      assert.equal(code, 2);
      assert.match(stderr, /Usage/);
    }
  });
});
