/** A grave case that nobody opens is told by mail at half its time. */
import assert from 'node:assert/strict';
import { GraphDouble } from '../support/graph-double.js';
import { memoryStores } from '../support/memory-stores.js';
import { sendReport } from '../support/reporting.js';
import { soon } from '../support/soon.js';
import { rawRows } from '../support/storage.js';
import { HIGH, HIGH_TO_A_CHILD, LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const MAILBOX = 'humanizacion@caja.example';
const HALF_MS = 30 * 60_000 + 1_000;

describe('the mail about a grave case that nobody opens', () => {
  let graph: GraphDouble;
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  const open = async (mailFrom: string | undefined = MAILBOX) => {
    clock = new HandClock();
    world = await World.open({
      clock: clock.now,
      stores: memoryStores(clock.now),
      graph,
      ...(mailFrom && { mailFrom }),
    });
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  };
  beforeEach(async () => {
    graph = await GraphDouble.start();
  });
  afterEach(async () => {
    await world.close();
    await graph.close();
  });

  async function reports(narrative = HIGH, inputs: Record<string, string> = { superiorInvolved: 'false' }) {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative });
    await sendReport(ana, inputs);
    await world.settled();
  }
  const reminders = () => rawRows(world.stores.tables, 'Cases', { kind: 'case.mail' });
  /** Lets half the time pass, and waits until what follows is carried out. */
  async function halfPasses(): Promise<void> {
    clock.forward(HALF_MS);
    await world.logged(/"kind":"case.news".*"effect carried out"/);
    await world.settled();
  }
  /** Waits until the mail has been decided on. Time passes, since what was put off waits for it. */
  const decided = () =>
    soon(async () => {
      clock.forward(1_000);
      const rows = await reminders();
      return rows.length > 0 && rows.every(({ status }) => status === 'sent') ? true : undefined;
    });

  it('says that a case waits and where, and nothing of it, once', async () => {
    await open();
    await reports();
    await halfPasses();
    await decided();
    assert.equal(graph.mail.length, 1);
    const [{ from, message } = assert.fail()] = graph.mail;
    assert.equal(from, MAILBOX);
    assert.deepEqual(
      message.toRecipients.map(({ emailAddress }) => emailAddress.address),
      [luis.person.email],
    );
    assert.equal(message.subject, 'Hay un caso que espera');
    assert.match(message.body.content, /https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/);
    assert.doesNotMatch(JSON.stringify(message), /HUM-|Ana|cuchillo|alto|auxiliar/i);
    clock.forward(10 * 60_000);
    await world.settled();
    assert.equal(graph.mail.length, 1);
  });

  it('does not go out once who is to act has opened the case', async () => {
    await open();
    await reports();
    await luis.writes('bandeja');
    await luis.taps('case.view');
    await soon(async () => (await rawRows(world.stores.tables, 'Accesses', {})).length > 0 || undefined);
    await halfPasses();
    await decided();
    assert.equal(graph.mail.length, 0);
  });

  it('does not go out when only somebody else has opened it', async () => {
    await open();
    await reports();
    const [number = ''] = /HUM-\d{4}-\d{6}/.exec(JSON.stringify(ana.received)) ?? [];
    await world.person('Hernán').writes(number);
    await soon(async () => (await rawRows(world.stores.tables, 'Accesses', {})).length > 0 || undefined);
    await halfPasses();
    await decided();
    assert.equal(graph.mail.length, 1, 'Hernán watches over it, and Luis is to act');
  });

  it('does not go out when the case was decided while Graph was away', async () => {
    await open();
    await reports();
    graph.broken = { status: 503, at: 'sendMail' };
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    clock.forward(HALF_MS);
    await world.logged(/"kind":"case.mail"|delivery put off/);
    await luis.taps('case.accept', {}, { message: card });
    graph.broken = undefined;
    clock.forward(60_000);
    await decided();
    assert.equal(graph.mail.length, 0);
  });

  it('is tried again while Graph is away, and goes out once', async () => {
    await open();
    await reports();
    graph.broken = { status: 503, at: 'sendMail' };
    clock.forward(HALF_MS);
    await world.logged(/delivery put off/);
    assert.equal(graph.mail.length, 0);
    graph.broken = undefined;
    clock.forward(60_000);
    await decided();
    assert.equal(graph.mail.length, 1);
  });

  it('reaches those who receive a protected case, and nobody of the line', async () => {
    await open();
    await reports(HIGH_TO_A_CHILD, {});
    await halfPasses();
    await decided();
    const to = graph.mail.flatMap(({ message }) =>
      message.toRecipients.map((one) => one.emailAddress.address),
    );
    assert.deepEqual(
      to.sort(),
      [world.person('Hernán').person.email, world.person('Paula').person.email].sort(),
    );
  });

  it('is not for other cases', async () => {
    await open();
    await reports(LOW);
    clock.forward(13 * 3_600_000);
    await world.settled();
    assert.deepEqual(await reminders(), []);
  });

  it('is off without a mailbox', async () => {
    await open('');
    await reports();
    clock.forward(HALF_MS);
    await world.logged(/"kind":"case.news".*"effect carried out"/);
    assert.deepEqual([graph.mail, await reminders()], [[], []]);
  });
});
