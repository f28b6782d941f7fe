/** Other systems are told what happens to cases. */
import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import { message, type WebhookMessage } from '../../src/features/webhooks/service/messages.js';
import { rangesOf } from '../../src/platform/outside/addresses.js';
import { memoryStores } from '../support/memory-stores.js';
import { sendReport } from '../support/reporting.js';
import { soon } from '../support/soon.js';
import { rawRows } from '../support/storage.js';
import { HIGH_TO_A_CHILD, MEDIUM } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Received, WebhookReceiver } from '../support/webhook-receiver.js';
import { type Player, World } from '../support/world.js';

const UNDO_MS = 2 * 60_000 + 1_000;

describe('webhooks', () => {
  let crm: WebhookReceiver;
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  const open = async (webhooks = [crm.target()]) => {
    // Receivers refuse what is older than five minutes.
    clock = new HandClock(new Date());
    world = await World.open({ clock: clock.now, stores: memoryStores(clock.now), webhooks });
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
  };
  beforeEach(async () => {
    crm = await WebhookReceiver.start();
  });
  afterEach(async () => {
    await world.close();
    await crm.close();
  });

  async function reports(narrative = MEDIUM, inputs: Record<string, string> = {}) {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative, ...inputs });
    await sendReport(ana, { superiorInvolved: 'false' });
    await world.settled();
  }
  const rows = () => rawRows(world.stores.tables, 'Cases', { kind: 'case.webhook' });
  /** Time passes, since what was put off waits for it. */
  const inTheEnd = (status: string) =>
    soon(async () => {
      clock.forward(1_000);
      return (await rows()).every((row) => row.status === status) || undefined;
    });
  const read = ({ body }: Received): WebhookMessage => message.parse(JSON.parse(body));
  const verify = ({ headers, body }: Received) =>
    new Webhook(`whsec_${crm.secret.toString('base64')}`).verify(body, headers);

  it('tell of a report once, signed so that a library of others takes it, without a word or a name', async () => {
    await open();
    await reports();
    assert.equal(crm.received.length, 1);
    const [received = assert.fail()] = crm.received;
    assert.doesNotThrow(() => verify(received));
    assert.throws(() => verify({ ...received, body: `${received.body} ` }));
    const { type, version, data } = read(received);
    assert.deepEqual([type, version, data.state, data.level], ['case.reported', 1, 'reported', 'medium']);
    assert.match(data.number, /^HUM-/);
    assert.doesNotMatch(received.body, /cajera|insultó|Ana|Luis|0000-4000/);
    assert.match(received.headers['webhook-id'] ?? '', /^msg_[\w-]{43}$/);
  });

  it('tell of a decision only once it cannot be taken back, and nothing of one that was', async () => {
    await open();
    await reports();
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    await luis.taps('case.accept', {}, { message: card });
    await luis.taps('case.undo', {}, { message: card });
    clock.forward(UNDO_MS);
    await inTheEnd('sent');
    assert.deepEqual(
      crm.received.map((one) => read(one).type),
      ['case.reported'],
    );
    await luis.taps('case.accept', {}, { message: card });
    await world.settled();
    assert.equal(crm.received.length, 1);
    clock.forward(UNDO_MS);
    await inTheEnd('sent');
    assert.deepEqual(
      crm.received.map((one) => read(one).type),
      ['case.reported', 'case.accepted'],
    );
    assert.equal(new Set(crm.received.map(({ headers }) => headers['webhook-id'])).size, 2);
  });

  it('name who is to act only to a target that may know, and the reporter to none', async () => {
    await open([crm.target({ names: true })]);
    await reports();
    const [received = assert.fail()] = crm.received;
    assert.equal(read(received).data.assignee, 'Luis Líder');
    assert.doesNotMatch(received.body, /Ana/);
  });

  it('never tell of a confidential or a protected case', async () => {
    await open([crm.target({ names: true })]);
    await reports(MEDIUM, { confidential: 'true' });
    await reports(HIGH_TO_A_CHILD);
    assert.deepEqual([crm.received, await rows()], [[], []]);
  });

  it('go only for the events and the topics that a target wants', async () => {
    await open([
      crm.target({ name: 'other', events: ['case.closed'] }),
      crm.target({ name: 'intranet', topics: ['information'] }),
    ]);
    await reports();
    assert.deepEqual(crm.received, []);
    await reports(MEDIUM, { topic: 'information' });
    assert.deepEqual(
      crm.received.map((one) => read(one).data.topic),
      ['information'],
    );
  });

  it('are tried again while the target is away, in their order, each with the same id', async () => {
    await open();
    crm.status = 503;
    await reports();
    await world.logged(/delivery put off/);
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    await luis.taps('case.accept', {}, { message: card });
    crm.status = 204;
    clock.forward(UNDO_MS);
    await inTheEnd('sent');
    const types = crm.received.map((one) => read(one).type);
    assert.deepEqual(types.at(-1), 'case.accepted');
    const reported = crm.received.filter((one) => read(one).type === 'case.reported');
    assert.ok(reported.length >= 2);
    assert.equal(new Set(reported.map(({ headers }) => headers['webhook-id'])).size, 1);
  });

  it('come again with the same id when the answer got lost, so that the target knows them', async () => {
    await open();
    crm.losesAnswers = true;
    await reports();
    await world.logged(/delivery put off/);
    crm.losesAnswers = false;
    clock.forward(60_000);
    await inTheEnd('sent');
    assert.ok(crm.received.length >= 2);
    assert.equal(new Set(crm.received.map(({ headers }) => headers['webhook-id'])).size, 1);
  });

  it('wait as long as a target asks', async () => {
    await open();
    Object.assign(crm, { status: 429, retryAfter: '90' });
    await reports();
    await world.logged(/"waitMs":90000/);
    crm.status = 204;
    clock.forward(91_000);
    await inTheEnd('sent');
    assert.equal(crm.received.length, 2);
  });

  it('stop for a target that says it is gone, with an alarm, and for no other', async () => {
    const other = await WebhookReceiver.start();
    try {
      await open([crm.target(), other.target({ name: 'other' })]);
      crm.status = 410;
      await reports();
      await world.logged(/"webhook":"crm".*the target of a webhook is gone/);
      await reports();
      await inTheEnd('sent');
      assert.equal(other.received.length, 2);
      assert.equal(crm.received.length, 1);
    } finally {
      await other.close();
    }
  });

  it('are given up after three days, and cases and notices go on meanwhile', async () => {
    await open();
    crm.status = 500;
    await reports();
    await world.logged(/delivery put off/);
    await luis.sees('HUM-', 'Reportado, por aceptar');
    clock.forward(3 * 24 * 3_600_000 + 60_000);
    await soon(async () => {
      clock.forward(1_000);
      return (await rows()).some(({ status }) => status === 'parked') || undefined;
    });
  });

  it('reach no private address that nobody has named', async () => {
    await open([crm.target({ named: rangesOf([]) })]);
    await reports();
    await world.logged(/private-address/);
    assert.deepEqual(crm.received, []);
  });
});
