import assert from 'node:assert/strict';
import { inputValues, textOf } from '../support/cards.js';
import { freshAccount } from '../support/emulator.js';
import { behindProxy, type FaultProxy } from '../support/fault-proxy.js';
import { azuriteStores } from '../support/storage.js';
import { QUESTION } from '../support/sure-texts.js';
import { World } from '../support/world.js';

const NARRATIVE = 'El guardia empujó a una señora en la puerta y la amenazó con sacarla.';

/** True for a table transaction, which is how a case is written. */
const writesCases = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.includes('$batch');

describe('when storage fails', () => {
  let proxy: FaultProxy;
  let world: World;
  beforeEach(async () => {
    const proxied = await behindProxy(await freshAccount());
    proxy = proxied.proxy;
    world = await World.open({ stores: await azuriteStores(proxied.connectionString) });
  });
  afterEach(async () => {
    proxy.decide = () => ({ kind: 'pass' });
    await world.close();
    await proxy.close();
  });

  async function toConfirm() {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: NARRATIVE });
    return ana;
  }

  for (const fault of [{ kind: 'status', status: 500 }, { kind: 'cut' }] as const) {
    it(`tells the reporter, keeps the input and leaves no partial case (${fault.kind})`, async () => {
      const ana = await toConfirm();
      const before = ana.card;
      proxy.decide = () => fault;
      const outcome = await ana.taps('report.submit');
      assert.equal(outcome.kind, 'sentence');
      assert.match(outcome.kind === 'sentence' ? outcome.text : '', /no puedo guardar.*vuelve a intentarlo/);
      assert.deepEqual(ana.card, before, 'the card, with all that is typed in it, stays as it is');

      proxy.decide = () => ({ kind: 'pass' });
      await ana.taps('report.submit');
      assert.match(textOf(ana.card), /Ya le avisé a/);
      await world.person('Luis').sees('HUM-', 'Impacto ALTO');
      await ana.writes('mis casos');
      assert.equal(textOf(ana.card).match(/HUM-/g)?.length, 1);
    });
  }

  it('creates one case when the answer to the commit is lost', async () => {
    const ana = await toConfirm();
    proxy.decide = (request) => (writesCases(request) ? { kind: 'lose-answer' } : { kind: 'pass' });
    await ana.taps('report.submit');
    proxy.decide = () => ({ kind: 'pass' });
    assert.match(textOf(ana.card), /Ya le avisé a/);
    await world.person('Luis').sees('HUM-', 'Impacto ALTO');
    assert.equal(world.person('Luis').received.filter(({ card }) => textOf(card).includes('HUM-')).length, 1);
  });

  it('leaves the first card unchanged when its draft cannot be stored', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    const before = ana.card;
    proxy.decide = () => ({ kind: 'status', status: 503 });
    const outcome = await ana.taps('report.assess', { narrative: NARRATIVE });
    assert.equal(outcome.kind, 'sentence');
    assert.deepEqual(ana.card, before);
  });

  it('answers while storage hangs, and creates one case from two attempts', async function () {
    // Teams gives up on an invoke after 10 s; the bot's own timeout is well below that.
    this.timeout(9_000);
    const ana = await toConfirm();
    proxy.decide = () => ({ kind: 'hang' });
    const outcome = await ana.taps('report.submit');
    assert.match(outcome.kind === 'sentence' ? outcome.text : '', /vuelve a intentarlo/);
    proxy.release();
    await ana.taps('report.submit');
    assert.match(textOf(ana.card), /Ya le avisé a/);
    await ana.writes('mis casos');
    assert.equal(textOf(ana.card).match(/HUM-/g)?.length, 1);
  });

  it('lists a report once under the cases of its reporter, also while the index is behind', async () => {
    const ana = await toConfirm();
    proxy.decide = ({ method, path }) =>
      method !== 'GET' && path.includes('/CaseIndex(') && !path.includes('counter')
        ? { kind: 'hang' }
        : { kind: 'pass' };
    await ana.taps('report.submit');
    await ana.writes('mis casos');
    assert.match(textOf(ana.card), /HUM-\d+-000001/);
    const filtered = async (level: string) => {
      // The card offers no filter for one row.
      await ana.sends(ana.last, 'cases.mine', { verb: 'cases.mine', level });
      return textOf(ana.card);
    };
    assert.doesNotMatch(await filtered('low'), /HUM-/);
    assert.match(await filtered('high'), /HUM-/);
    await ana.writes('mis datos');
    assert.match(textOf(ana.card), /1 caso que reportaste/);

    proxy.release();
    await world.person('Luis').sees('HUM-');
    await ana.writes('mis casos');
    assert.equal(textOf(ana.card).match(/HUM-/g)?.length, 1);
  });

  it('shows the typing indicator when an answer takes long', async () => {
    const ana = world.person('Ana');
    await ana.writes('hola');
    proxy.decide = ({ path }) => (path.includes('CaseIndex') ? { kind: 'hang' } : { kind: 'pass' });
    const typing = new Promise<void>((resolve) => {
      world.chats.listen((event) => event.kind === 'typing' && resolve());
    });
    const answered = ana.writes('mis casos');
    await typing;
    proxy.release();
    assert.match(textOf(ana.cardOf(await answered)), /Mis casos/);
  });

  it('still answers questions about the policy', async () => {
    proxy.decide = () => ({ kind: 'status', status: 500 });
    const answer = await world.person('Ana').writes(QUESTION);
    assert.match(textOf(world.person('Ana').cardOf(answer)), /protocolos estrictamente/);
  });

  it('is ready only while storage answers', async () => {
    assert.equal((await fetch(`${world.address}/readyz`)).status, 200);
    proxy.decide = () => ({ kind: 'status', status: 500 });
    const red = await fetch(`${world.address}/readyz`);
    assert.equal(red.status, 503);
    assert.deepEqual(((await red.json()) as { problems: string[] }).problems, ['storage']);
    assert.equal((await fetch(`${world.address}/healthz`)).status, 200);
  });

  it('writes no narrative and no name to the log', async () => {
    const ana = await toConfirm();
    proxy.decide = () => ({ kind: 'status', status: 500 });
    await ana.taps('report.submit');
    const log = world.logLines.join('\n');
    assert.match(log, /storage-unavailable/);
    assert.doesNotMatch(log, /guardia|señora|Colaboradora|empuj/);
    assert.equal(inputValues(ana.card).level, 'high');
  });
});
