/** Takes pictures of the local Teams for the user guide. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { ChatMessage } from '../../src/local/chats.js';
import type { Player, World } from '../support/world.js';

const FOLDER = fileURLToPath(new URL('../../docs/guia/imagenes/', import.meta.url));
/** As wide as a phone, and high enough for the longest card. */
const PHONE = { width: 390, height: 2_600 };

export class Camera {
  constructor(
    private readonly browser: Browser,
    private readonly world: World,
  ) {
    mkdirSync(FOLDER, { recursive: true });
  }

  /** Takes the last message in a person's chat, at phone width. */
  lastMessage(player: Player, name: string): Promise<void> {
    return this.message(player, player.last, name);
  }

  /** Takes a message in a person's chat or channel, at phone width. */
  async message(player: Player, shown: ChatMessage, name: string): Promise<void> {
    const page = await this.browser.newPage({ viewport: PHONE, locale: 'es-CO' });
    // Shows only this chat, so that it has the whole width.
    const chats = JSON.stringify(JSON.stringify([player.conversation.id]));
    await page.addInitScript(`localStorage.setItem('shown-chats', ${chats})`);
    await page.goto(this.world.address);
    const message = page.locator(`[data-message="${shown.id}"]`);
    await message.waitFor();
    await message.screenshot({ path: `${FOLDER}${name}.png` });
    await page.close();
  }

  /** Takes one of the bot's web pages, by default at phone width. */
  async page(url: string, name: string, viewport = { width: 390, height: 800 }): Promise<void> {
    const page = await this.browser.newPage({ viewport, locale: 'es-CO' });
    await page.goto(url);
    await page.waitForLoadState('load');
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    await page.close();
  }
}
