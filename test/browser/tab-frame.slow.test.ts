import assert from 'node:assert/strict';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { TabSettings } from '../../src/settings.js';
import { useBrowser } from '../support/browser.js';
import { answer, type Loopback, serve } from '../support/loopback.js';
import { signingKey, tokenOf } from '../support/tokens.js';
import { HandClock, NINE } from '../support/trainings.js';
import { World } from '../support/world.js';

const TENANT = '22222222-2222-4222-8222-222222222222';
const APP = '44444444-4444-4444-8444-444444444444';
const LUIS = '00000000-0000-4000-8000-000000000002';
const HOST = 'https://teams.microsoft.com/host';
const NOW = NINE.getTime() / 1_000;

/** What the page asks of Teams: the names of the messages of teams-js, and what came with them. */
interface Asked {
  func: string;
  args: unknown[];
}

/** Answers as Teams does: https://github.com/OfficeDev/microsoft-teams-library-js, `internal/communication`. */
function host(address: string, token: string): string {
  return `<!doctype html><title>Teams</title><iframe src="${address}/app" style="width:100%;height:800px"></iframe>
<script>
window.asked = [];
const frame = document.querySelector('iframe');
const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } });
const answers = {
  initialize: ['content', 'web', runtime, '2.58.0'],
  'authentication.getAuthToken': ${token ? `[true, ${JSON.stringify(token)}]` : "[false, 'resourceDisabled']"},
  executeDeepLink: [true],
};
window.tell = (func, ...args) => frame.contentWindow.postMessage({ func, args }, '${address}');
addEventListener('message', ({ data, source, origin }) => {
  if (origin !== '${address}' || !data.func) return;
  window.asked.push({ func: data.func, args: data.args });
  if (data.func in answers) source.postMessage({ ...data, args: answers[data.func] }, origin);
});
</script>`;
}

describe('the tab, in a frame of Teams', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const key = signingKey('entra-1');
  let entra: Loopback;
  let world: World;
  let context: BrowserContext;

  before(async () => {
    entra = await serve((_, response) => answer(response, 200, { keys: [key.jwk] }));
    const uri = `api://bot.example/${APP}`;
    const tab: TabSettings = { appId: APP, uri, tenantId: TENANT, keysUrl: `${entra.url}/keys` };
    world = await World.open({ clock: new HandClock().now, tab });
  });
  after(async () => {
    await world.close();
    await entra.close();
  });
  afterEach(() => context.close());

  async function open(token: string): Promise<{ page: Page; frame: FrameLocator }> {
    context = await browser().newContext({ locale: 'es-CO' });
    const page = await context.newPage();
    const body = host(world.address, token);
    await page.route(HOST, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(HOST);
    return { page, frame: page.frameLocator('iframe') };
  }
  const token = tokenOf(key, {
    aud: APP,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    tid: TENANT,
    oid: LUIS,
    scp: 'access_as_user',
    azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
    nbf: NOW - 60,
    exp: NOW + 3_600,
  });
  const askedOf = (page: Page) => page.evaluate('window.asked') as Promise<Asked[]>;
  /** Until so many pages have said that they listen for the theme: a change before that reaches nobody. */
  const haveListened = (page: Page, pages: number) =>
    page.waitForFunction(`window.asked.filter(({ func }) => func === 'registerHandler').length === ${pages}`);

  it('signs in by itself, and takes the theme of Teams', async () => {
    const { page, frame } = await open(token);
    await frame.getByRole('heading', { name: 'Mi página', exact: true }).waitFor();
    assert.match((await frame.locator('.who').textContent()) ?? '', /Luis Líder/);
    // The page that signs in, and the one after it.
    await haveListened(page, 2);
    await frame.getByRole('link', { name: 'Indicadores' }).click();
    await frame.getByRole('heading', { name: 'Indicadores', exact: true }).waitFor();
    await haveListened(page, 3);
    await page.evaluate("window.tell('themeChange', 'contrast')");
    await frame.locator('[data-theme="contrast"]').waitFor();
    await frame.getByRole('link', { name: 'Mis casos' }).click();
    await frame.getByRole('heading', { name: 'Mis casos', level: 2 }).waitFor();
    await frame.locator('[data-theme="contrast"]').waitFor();
    const asked = (await askedOf(page)).map(({ func }) => func);
    assert.ok(asked.includes('initialize') && asked.includes('authentication.getAuthToken'), asked.join());
  });

  it('says how else to open it when Teams gives no token', async () => {
    const { frame } = await open('');
    await frame.getByText('No pude abrir tu página aquí').waitFor();
    await frame.getByRole('link', { name: 'Abrir el chat con el bot' }).waitFor();
  });

  it('opens a chat in Teams and no window of the browser', async () => {
    const { page, frame } = await open('');
    await frame.getByText('No pude abrir tu página aquí').waitFor();
    await frame.getByRole('link', { name: 'Abrir el chat con el bot' }).click();
    await page.waitForFunction("window.asked.some(({ func }) => func === 'executeDeepLink')");
    const opened = (await askedOf(page)).find(({ func }) => func === 'executeDeepLink');
    assert.match(String(opened?.args[0]), /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/);
    assert.equal(context.pages().length, 1);
  });
});
