/** `npm run pictures -- cards`: a picture of every card with typical data, on a phone and on a desk, in `artifacts/cards/`. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { BOT } from '../../src/local/chats.js';
import { Renderer } from '../../src/platform/cards/renderer.js';
import type { CardTemplate } from '../../src/platform/cards/template.js';
import { SAMPLES } from '../cards/samples.js';
import { TEMPLATES, type TemplateName } from '../cards/templates.js';
import { chatAddress } from '../support/browser.js';
import type { World } from '../support/world.js';

const FOLDER = fileURLToPath(new URL('../../artifacts/cards/', import.meta.url));
const WIDTHS = [390, 1_400];

export async function takeCards(world: World, browser: Browser): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const { person, conversation } = world.person('Carlos');
  const renderer = new Renderer();
  const shown = (Object.keys(TEMPLATES) as TemplateName[]).map((name) => {
    const id = world.chats.nextId();
    const card = renderer.render(TEMPLATES[name] as CardTemplate, SAMPLES[name].typical, 'es');
    const at = world.chats.clock().toISOString();
    const message = { id, conversationId: conversation.id, from: BOT.id, at, card, views: {}, edited: false };
    world.chats.record({ kind: 'posted', message });
    return { name, id };
  });
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 2_600 }, locale: 'es-CO' });
    await page.goto(chatAddress(world.address, person.id, conversation.id));
    for (const { name, id } of shown) {
      await page.locator(`[data-message="${id}"]`).screenshot({ path: `${FOLDER}${name}.${width}.png` });
    }
    await page.close();
  }
}
