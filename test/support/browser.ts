import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { PNG } from 'pngjs';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const SHOTS = fileURLToPath(new URL('../../artifacts/', import.meta.url));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      // A page that passes for one of Teams' frames the bot, which is on this machine.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}

/**
 * A browser shared by the tests of a suite. Without Chromium the tests are skipped, with a warning that says
 * what to do. When `CI` is set they fail instead, because CI installs Chromium.
 */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  before(async function () {
    if (!existsSync(CHROMIUM)) {
      const reason = `no Chromium at ${CHROMIUM}: install it (apt-get install chromium) or set CHROMIUM_PATH`;
      if (process.env.CI) throw new Error(reason);
      process.emitWarning(`the browser tests are skipped: ${reason}`);
      this.skip();
    }
    browser = await openBrowser();
  });
  after(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser has not been opened');
    return browser;
  };
}

/** Opens the page of the local Teams; `errors` collects its script and console errors. */
export async function openLocalTeams(
  browser: Browser,
  address: string,
  size = { width: 1500, height: 1000 },
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: size, locale: 'es-CO' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  await page.locator('.list .row, .chat:not([hidden])').first().waitFor();
  return { page, errors };
}

/** Saves a screenshot in `artifacts/`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

/** Decodes the QR code in a screenshot of the element; undefined when none can be read. */
export async function readQr(locator: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await locator.screenshot());
  return decodeQr(data, width, height);
}

/** @param data four bytes for each pixel. */
export function decodeQr(data: Uint8Array, width: number, height: number): string | undefined {
  // jsQR is a CommonJS module whose function is its `default`.
  const decode = (jsQR as unknown as { default: typeof jsQR.default }).default ?? jsQR;
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Runs axe with its default rules: WCAG 2.0 and 2.1, levels A and AA, and best practices. Its one rule of
 * WCAG 2.2, target-size, is off by default.
 */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const violations = (await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
  )) as string[];
  assert.deepEqual(violations, []);
}

/** A chat on the page, operated as its person does. One chat is open at a time. */
export class ChatOnPage {
  readonly panel: Locator;

  /** @param name of a person, for their chat with the bot, or `Canal General`. */
  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {
    this.panel = page.getByRole('region', { name });
  }

  /** Becomes the person and opens their chat; anyone opens the channel. */
  async open(): Promise<void> {
    if (await this.panel.isVisible()) return;
    const back = this.page.getByRole('button', { name: 'Volver a la lista' });
    if (await back.isVisible()) await back.click();
    const kind = this.name === 'Canal General' ? '.channel' : '.person';
    const name = this.page.locator('.row-name', { hasText: this.name.replace('Canal ', '') });
    await this.page.locator(`.row${kind}`, { has: name }).click();
    await this.panel.waitFor();
  }

  /** The newest message that contains these words. */
  message(words: string | RegExp): Locator {
    return this.panel.locator('.message').filter({ hasText: words }).last();
  }

  async write(text: string): Promise<void> {
    await this.open();
    await this.panel.locator('textarea').last().fill(text);
    await this.panel.locator('textarea').last().press('Enter');
  }
}

/** A player's chat, open on a separate page. */
export async function chatOf(
  browser: Browser,
  world: { address: string; person(firstName: string): { person: { name: string } } },
  firstName: string,
  width: number,
): Promise<{ page: Page; errors: string[]; chat: ChatOnPage }> {
  const { page, errors } = await openLocalTeams(browser, world.address, { width, height: 1_000 });
  const chat = new ChatOnPage(page, world.person(firstName).person.name);
  await chat.open();
  return { page, errors, chat };
}

/** The address at which the local Teams shows one chat to one person. */
export const chatAddress = (address: string, personId: string, conversationId: string): string =>
  `${address}/#/${encodeURIComponent(personId)}/${encodeURIComponent(conversationId)}`;
