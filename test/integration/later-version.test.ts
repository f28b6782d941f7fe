import assert from 'node:assert/strict';
import { buttons, textOf, verbs } from '../support/cards.js';
import { addUnknownEvent } from '../support/later-version.js';
import { rawRows } from '../support/storage.js';
import { LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

const SENTENCE =
  'Este caso tiene novedades de una versión más reciente del bot. Por ahora solo se puede leer.';

describe('a case of a later version, in Teams', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  let id: string;
  let number: string;

  before(async () => {
    world = await World.open();
    [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await ana.taps('report.submit');
    const card = luis.cardOf(await luis.sees('HUM-', 'perdí la mañana'));
    id = String(buttons(card).find(({ verb }) => verb === 'case.accept')?.data.id);
    number = /HUM-\d{4}-\d{6}/.exec(textOf(card))?.[0] ?? '';
    await world.listed(id);
    await addUnknownEvent(world.stores.tables, id);
  });
  after(() => world.close());

  it('is shown with a sentence and without a button, by number and from the list', async () => {
    await luis.writes('bandeja');
    assert.match(textOf(luis.card), new RegExp(number));
    await luis.taps('case.view');
    for (const look of [async () => luis.card, async () => luis.cardOf(await luis.writes(number))]) {
      const card = await look();
      assert.ok(textOf(card).includes(SENTENCE), textOf(card));
      assert.ok(textOf(card).includes(number) && JSON.stringify(card).includes('perdí la mañana'));
      assert.deepEqual(
        verbs(card).filter((verb) => verb.startsWith('case.')),
        [],
      );
    }
  });

  it('refuses a command from an older card with that sentence, and changes nothing', async () => {
    const before = await rawRows(world.stores.tables, 'Cases');
    for (const [player, verb] of [
      [luis, 'case.accept'],
      [ana, 'case.withdraw'],
    ] as const) {
      const message = await player.writes(number);
      await player.sends(message, verb, { verb, id, revision: 1 });
      assert.ok(textOf(player.cardOf(message)).includes(SENTENCE), verb);
    }
    assert.deepEqual(await rawRows(world.stores.tables, 'Cases'), before);
  });

  it('takes no file, and says why', async () => {
    const { person, conversation } = ana;
    const query = new URLSearchParams({
      personId: person.id,
      conversationId: conversation.id,
      name: 'foto.png',
    });
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await fetch(`${world.address}/local/files?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(Buffer.from(png, 'base64')),
    });
    await ana.sees('por ahora solo se puede leer, así que no guardé el archivo');
  });
});
