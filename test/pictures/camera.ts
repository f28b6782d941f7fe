/** Takes pictures of the local Teams, for the user guide and for the README. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { ChatMessage } from '../../src/local/chats.js';
import { chatAddress } from '../support/browser.js';
import type { Player, World } from '../support/world.js';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const FOLDER = `${DOCS}guia/imagenes/`;
const DESKTOP = { width: 1_400, height: 900 };
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
    await page.goto(chatAddress(this.world.address, player.person.id, player.conversation.id));
    const message = page.locator(`[data-message="${shown.id}"]`);
    await message.waitFor();
    await message.screenshot({ path: `${FOLDER}${name}.png` });
    await page.close();
  }

  /** Takes the whole window of the local Teams while a person looks at their chat, and `meanwhile` happens. */
  async window(player: Player, name: string, meanwhile: () => Promise<unknown>): Promise<void> {
    const page = await this.browser.newPage({ viewport: DESKTOP, locale: 'es-CO' });
    await page.clock.setFixedTime(player.last.at);
    await page.goto(chatAddress(this.world.address, player.person.id, player.conversation.id));
    await page.locator('.message').first().waitFor();
    await meanwhile();
    await page.locator('.row .badge').first().waitFor();
    await page.locator(`[data-message="${player.last.id}"]`).waitFor();
    await page.screenshot({ path: `${DOCS}${name}.png` });
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
