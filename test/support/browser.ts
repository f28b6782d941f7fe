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
    ],
  });
}

/**
 * A browser for the tests of a suite. Where there is no Chromium they are skipped, with a warning that says what to
 * do; in continuous integration, which installs it, they fail.
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

/** The page of the local Teams, whose errors are errors of the test. */
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
  await page.locator('.message').first().waitFor();
  return { page, errors };
}

/** Keeps a picture among the artefacts of the test run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

/** What a QR code says, read from the picture of it on the screen; undefined where none can be read. */
export async function readQr(locator: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await locator.screenshot());
  // The library is a CommonJS module whose function is its `default`.
  const decode = (jsQR as unknown as { default: typeof jsQR.default }).default ?? jsQR;
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Looks for barriers by the rules of WCAG 2.2, levels A and AA, and what is good practice besides. */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const violations = (await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`,
  )) as string[];
  assert.deepEqual(violations, []);
}

/** A chat on the page, and what a person does in it. */
export class ChatOnPage {
  readonly panel: Locator;

  constructor(page: Page, name: string) {
    this.panel = page.getByRole('region', { name });
  }

  /** The newest message that shows these words. */
  message(words: string | RegExp): Locator {
    return this.panel.locator('.message').filter({ hasText: words }).last();
  }

  async write(text: string): Promise<void> {
    await this.panel.locator('textarea').last().fill(text);
    await this.panel.locator('textarea').last().press('Enter');
  }
}
