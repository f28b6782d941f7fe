/** «Buscar en la política» over the message box of any chat. */
import assert from 'node:assert/strict';
import { LOCAL_TENANT } from '../../src/settings.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { activity } from '../support/activities.js';
import { parts, textOf } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { QUESTION } from '../support/sure-texts.js';
import { World } from '../support/world.js';

interface Found {
  composeExtension: {
    type: string;
    text?: string;
    attachmentLayout?: string;
    attachments?: {
      contentType: string;
      content: Record<string, unknown>;
      preview: { contentType: string; content: { title: string; text: string } };
    }[];
  };
}

describe('the search over the message box', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  /**
   * As "Respond to search command" of MicrosoftDocs/msteams-docs shows it, in
   * messaging-extensions/how-to/search-commands/respond-to-search.md; `initialRun` as "Default query" says.
   */
  async function searches(
    text: string | undefined,
    queryOptions: object = { skip: 0, count: 25 },
    commandId = 'policy.search',
  ): Promise<Found['composeExtension']> {
    const parameter =
      text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text };
    const response = await world.post(
      activity(world, {
        type: 'invoke',
        name: 'composeExtension/query',
        text: undefined,
        conversation: { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId: LOCAL_TENANT },
        value: { commandId, parameters: [parameter], queryOptions },
      }),
    );
    assert.equal(response.status, 200);
    return ((await response.json()) as Found).composeExtension;
  }

  const titles = ({ attachments = [] }: Found['composeExtension']) =>
    attachments.map(({ preview }) => preview.content.title);

  it('finds a section while its title is typed, and shows it as a card with its official words', async () => {
    const found = await searches('amabil');
    assert.deepEqual([found.type, found.attachmentLayout], ['result', 'list']);
    assert.equal(titles(found)[0], 'Amabilidad');
    const [best] = found.attachments ?? [];
    assert.equal(best?.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.equal(best?.preview.contentType, 'application/vnd.microsoft.card.thumbnail');
    assert.match(best?.preview.content.text ?? '', /\p{L}/u);
    assert.match(
      textOf(best?.content ?? {}),
      /Ejes[\s\S]*Amabilidad[\s\S]*“[\s\S]*Entre comillas, el texto oficial/,
    );
  });

  it('finds what is misspelt, and what is asked in one’s own words', async () => {
    assert.equal(titles(await searches('amabildad'))[0], 'Amabilidad');
    assert.ok(
      titles(await searches('escuha y comunicasion'))
        .slice(0, 2)
        .includes('Escucha y comunicación'),
    );
    const asked = titles(await searches('¿a quién le aviso si veo una mala atención?'));
    assert.ok(
      asked.slice(0, 3).includes('Aseguramiento de la política, papel del colaborador'),
      asked.join(),
    );
  });

  it('has cards that work in a chat without the bot', async () => {
    const { attachments = [] } = await searches(undefined);
    assert.equal(attachments.length, 25);
    for (const { content } of attachments) {
      const actions = parts(content).filter(({ type }) => String(type).startsWith('Action.'));
      assert.deepEqual(
        actions.map(({ type }) => type),
        ['Action.OpenUrl'],
      );
    }
  });

  it('goes on where the list ended, to the end', async () => {
    const seen: string[] = [];
    for (let skip = 0; ; skip += 10) {
      const page = await searches('', { skip, count: 10 });
      assert.equal(page.type, 'result');
      if (titles(page).length === 0) break;
      seen.push(...titles(page));
    }
    assert.ok(seen.length > 30);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('begins with what people asked lately', async () => {
    const [first] = titles(await searches(undefined));
    assert.notEqual(first, 'El «robotismo»');
    await world.person('Carlos').writes(QUESTION);
    assert.equal(titles(await searches(undefined))[0], 'El «robotismo»');
    assert.equal(titles(await searches(''))[0], 'El «robotismo»');
  });

  it('says so when the policy has nothing', async () => {
    const { type, text } = await searches('xyzzy');
    assert.equal(type, 'message');
    assert.match(text ?? '', /No encontré eso en la política/);
  });

  it('keeps nothing of what is typed, nor the chat in which it is', async () => {
    await searches('zarzaparrilla secreta');
    for (const table of TABLE_NAMES) {
      const rows = JSON.stringify(await rawRows(world.stores.tables, table));
      assert.doesNotMatch(rows, /zarzaparrilla|unq\.gbl/, table);
    }
    assert.doesNotMatch(world.logLines.join(), /zarzaparrilla/);
  });

  it('refuses a search that it does not know, and takes odd values for none', async () => {
    const other = await world.post(
      activity(world, {
        type: 'invoke',
        name: 'composeExtension/query',
        value: { commandId: 'x', parameters: [] },
      }),
    );
    assert.equal(other.status, 501);
    const odd = await searches('amabilidad', { skip: -1, count: 'muchos' });
    assert.equal(titles(odd)[0], 'Amabilidad');
  });
});
