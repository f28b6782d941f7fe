/** What somebody writes in a channel that belongs into private. */
import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/commands.js';
import type { ChatMessage } from '../../src/local/chats.js';
import { ROLES } from '../../src/platform/people/person.js';
import { textIn } from '../../src/platform/text/catalogue.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { LOCAL_TENANT } from '../../src/settings.js';
import { execute } from '../support/activities.js';
import { buttons, inputValues, textOf } from '../support/cards.js';
import { aFieldKey } from '../support/field-keys.js';
import { soon } from '../support/soon.js';
import { rawRows } from '../support/storage.js';
import { QUESTION } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const TOLD = 'ayer en la ventanilla de Suba la asesora le gritó a una señora y no la quiso atender';

describe('what belongs into private, written in a channel', function () {
  this.timeout(60_000);
  let world: World;
  let ana: Player;
  let here: Player;
  let others: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, here, others] = [world.person('Ana'), world.inChannel('Ana'), world.inChannel('Carlos')];
    await ana.writes('hola');
  });
  afterEach(() => world.close());

  it('is answered to who wrote it alone', async () => {
    const before = others.received.length;
    const answer = await here.writes('mis casos');
    assert.match(answer.text ?? '', /Eso lo hablamos en privado/);
    assert.match(textOf(here.card), /Abrir el chat en privado/);
    assert.equal(others.received.length, before);
  });

  it('is asked for in Teams as documented: a query parameter and the recipient', async () => {
    // MicrosoftDocs/msteams-docs, agents-in-teams/targeted-messages.md, "Send replies using REST APIs".
    const answer = await here.writes('mis casos');
    assert.equal(answer.onlyFor, ana.person.id);
  });

  it('does nothing to the report in hand, which is open in the own chat', async () => {
    await ana.writes(TOLD);
    await ana.taps('report.start');
    assert.match(textOf(ana.card), /Revisa y envía/);
    for (const text of ['envíalo', 'agrega que lloró', 'fue el martes', 'bórralo', 'sin mi nombre']) {
      const answer = await here.writes(text);
      assert.doesNotMatch(JSON.stringify(answer), /Suba|gritó|report\.submit|HUM-/, text);
    }
    assert.deepEqual(await rawRows(world.stores.tables, 'Cases', { rowKey: 'case' }), []);
    const [draft] = await rawRows(world.stores.tables, 'Drafts');
    assert.doesNotMatch(JSON.stringify(draft), /lloró/);
  });

  it('becomes a report only after a yes, in the own chat', async () => {
    const before = others.received.length;
    const answer = await here.writes(TOLD);
    assert.match(answer.text ?? '', /Te escribí en tu chat conmigo/);
    assert.doesNotMatch(JSON.stringify(answer), /Suba|gritó/);
    assert.equal(others.received.length, before);
    const offer = await ana.sees('Lo escribiste donde otras personas leen');
    assert.deepEqual(await rawRows(world.stores.tables, 'Drafts'), []);
    await ana.taps('report.start', {}, { message: offer });
    assert.match(JSON.stringify(ana.card), /Suba/);
    assert.equal((await rawRows(world.stores.tables, 'Drafts')).length, 1);
  });

  it('keeps nothing before the yes, also of somebody who authorised long ago', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: 'Una historia cualquiera que es bastante larga.' });
    await ana.taps('report.cancel');
    await here.writes(TOLD);
    const offer = await ana.sees('Lo escribiste donde otras personas leen');
    assert.equal(inputValues(ana.cardOf(offer)).narrative, TOLD);
    assert.doesNotMatch(JSON.stringify(await rawRows(world.stores.tables, 'Drafts')), /Suba/);
  });

  it('leaves answers to questions for everybody', async () => {
    const before = others.received.length;
    await here.writes(QUESTION);
    assert.equal(others.received.length, before + 1);
  });
});

describe('what is asked back in a channel', function () {
  this.timeout(60_000);
  let unsure: string;
  const gone = textIn('es').chat.choiceGone;
  let clock: HandClock;
  let world: World;
  let here: Player;
  let asked: ChatMessage;
  before(() => {
    const understand = loadUnderstand(COMMANDS);
    const found = ['necesito eso', 'quiero ver', 'qué más', 'y entonces'].find((text) =>
      [ROLES, []].every((roles) => understand(text, roles).asks),
    );
    assert.ok(found, 'one of the texts is unsure');
    unsure = found;
  });
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now, fieldKeys: [aFieldKey('k1')] });
    await world.person('Ana').writes('hola');
    here = world.inChannel('Ana');
    asked = await here.writes(unsure);
  });
  afterEach(() => world.close());

  /** The words are stored behind the answer. */
  const kept = () =>
    soon(async () => {
      const rows = (await rawRows(world.stores.tables, 'Tickets')).filter(({ content }) => content);
      return rows.length > 0 ? rows : undefined;
    });
  const choice = (intent: string) => {
    const button = buttons(here.cardOf(asked)).find(
      ({ verb, data }) => verb === 'intent.choose' && data.intent === intent,
    );
    assert.ok(button, intent);
    return button.data;
  };
  const offered = () => {
    const { data } =
      buttons(here.cardOf(asked)).find(
        ({ verb, data }) => verb === 'intent.choose' && data.intent !== 'person',
      ) ?? {};
    return String(data?.intent);
  };

  it('stands neither on the card nor readable in storage', async () => {
    assert.ok(!JSON.stringify(asked).includes(unsure));
    const rows = await kept();
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes(unsure));
  });

  it('is answered by another instance too', async () => {
    await kept();
    const other = await World.open({
      clock: clock.now,
      fieldKeys: [aFieldKey('k1')],
      stores: world.stores,
    });
    try {
      const before = other.inChannel('Ana').received.length;
      const { id, conversationType } = { id: here.conversation.id, conversationType: 'channel' };
      const conversation = { id, conversationType, tenantId: LOCAL_TENANT };
      const chosen = { verb: 'intent.choose', data: choice(offered()) };
      const response = await other.post(execute(other, chosen, { conversation }));
      assert.ok(!(await response.text()).includes(gone));
      await other.inChannel('Ana').until(() => other.inChannel('Ana').received.length > before || undefined);
    } finally {
      await other.close();
    }
  });

  it('is asked for again after a day, and never told to somebody else; a person to talk to is named all the same', async () => {
    await kept();
    const others = world.inChannel('Carlos');
    assert.deepEqual(await others.sends(asked, 'intent.choose', choice(offered())), {
      kind: 'sentence',
      text: gone,
    });
    clock.forward(24 * 3_600_000);
    assert.deepEqual(await here.sends(asked, 'intent.choose', choice(offered())), {
      kind: 'sentence',
      text: gone,
    });
    const before = here.received.length;
    await here.sends(asked, 'intent.choose', choice('person'));
    await here.until(() => here.received.length > before || undefined);
  });
});
