import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ChatOnPage, openLocalTeams, picture, useBrowser } from '../support/browser.js';
import { QUESTION } from '../support/sure-texts.js';
import { World } from '../support/world.js';

interface Story {
  question: string;
  answer: string;
  start: string;
  title: string;
  required: string;
  narrativeLabel: string;
  narrative: string;
  next: string;
  high: string;
  /** How the clause begins that is the reason for the level. */
  reason: string;
  send: string;
  details: string;
  receipt: string;
  decide: string;
  accept: string;
  accepted: string;
  close: string;
  outcome: string;
  summaryLabel: string;
  summary: string;
  undo: RegExp;
}

const SPANISH: Story = {
  question: '¿Qué es la promesa de servicio?',
  answer: 'Compensar se compromete a reconocer y respetar la individualidad',
  start: 'reportar',
  title: 'Cuéntame qué pasó',
  required: 'Cuéntame qué pasó para poder continuar.',
  narrativeLabel: '¿Qué pasó?',
  narrative: 'Un usuario amenazó a mi compañera de la ventanilla 4 y le dijo que la esperaba afuera.',
  next: 'Continuar',
  high: 'Impacto propuesto: ALTO',
  reason: '«Un usuario amenazó a mi compañera',
  send: 'Enviar',
  details: 'Más detalles',
  receipt: 'Ya le avisé a',
  decide: 'Reportado, por aceptar',
  accept: 'Aceptar',
  accepted: 'Aceptado, en gestión',
  close: 'Cerrar el caso',
  outcome: 'Conversación realizada',
  summaryLabel: 'Resumen para quien reportó',
  summary: 'Hablamos con el usuario y el equipo.',
  undo: /Deshacer/,
};

const ENGLISH: Story = {
  question: 'What does the policy say about robotismo?',
  answer: 'Seguir los protocolos estrictamente',
  start: 'I want to report a failure',
  title: 'Tell me what happened',
  required: 'Tell me what happened so that we can go on.',
  narrativeLabel: 'What happened?',
  narrative: 'A customer threatened the nurse at the desk and said he would wait for her outside.',
  next: 'Continue',
  high: 'Proposed impact: HIGH',
  reason: '«A customer threatened the nurse',
  send: 'Send',
  details: 'More details',
  receipt: 'I have told',
  decide: 'Reported, to be accepted',
  accept: 'Accept',
  accepted: 'Accepted, in progress',
  close: 'Close the case',
  outcome: 'Conversation held',
  summaryLabel: 'Summary for whoever reported',
  summary: 'We talked to the customer and the team.',
  undo: /Undo/,
};

describe('the main story, in the browser', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('runs in Spanish without a reload', async () => {
    const { page, errors } = await openLocalTeams(browser(), world.address);
    await tell(page, SPANISH, 'es');
    assert.deepEqual(errors, []);
  });

  it('runs in English', async () => {
    const { page, errors } = await openLocalTeams(browser(), world.address);
    await new ChatOnPage(page, 'Luis Líder').write('what can you do?');
    await tell(page, ENGLISH, 'en');
    assert.deepEqual(errors, []);
  });

  it('fits on a phone', async () => {
    const { page } = await openLocalTeams(browser(), world.address, { width: 390, height: 844 });
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await ana.write('reportar');
    await ana.message('Cuéntame qué pasó').waitFor();
    await picture(page, 'phone-report');
    const width = await page.evaluate('document.documentElement.scrollWidth');
    assert.equal(width, 390, 'nothing sticks out to the side');
  });

  it('brings a case that was opened by its number up to date when it comes into view again', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: SPANISH.narrative });
    await ana.taps('report.submit');
    const pinged = await world.person('Luis').sees('HUM-', SPANISH.decide);
    const low = { width: 1_300, height: 640 };
    const { page, errors } = await openLocalTeams(browser(), world.address, low);
    const luis = new ChatOnPage(page, 'Luis Líder');
    await luis.open();
    const waiting = luis.panel.locator('.message').filter({ hasText: SPANISH.decide });
    await waiting.waitFor();
    // Each card asks for what is new once it is seen; the one that is opened now must have its answer before Luis accepts.
    const refreshed = page.waitForResponse(
      (response) =>
        response.url().endsWith('/local/actions') &&
        response.request().postDataJSON().messageId !== pinged.id,
    );
    await luis.write('HUM-2026-000001');
    await refreshed;
    const id = await waiting.nth(1).getAttribute('data-message');
    const opened = luis.panel.locator(`[data-message="${id}"]`);

    await world.person('Luis').taps('case.accept', {}, { message: pinged });
    await luis.message(SPANISH.accepted).waitFor();
    await luis.panel.locator('.messages').evaluate((list: { scrollTop: number }) => {
      list.scrollTop = 0;
    });
    await page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))');
    await opened.getByRole('button', { name: SPANISH.accept, exact: true }).waitFor();
    // A card refreshes at most once a minute.
    await page.clock.setFixedTime(Date.now() + 61_000);
    await opened.scrollIntoViewIfNeeded();
    await opened.getByRole('button', { name: SPANISH.close }).waitFor();
    assert.deepEqual(errors, []);
  });

  it('shows the same chats after a reload', async () => {
    const { page } = await openLocalTeams(browser(), world.address);
    const ana = new ChatOnPage(page, 'Ana Colaboradora');
    await ana.write(QUESTION);
    await ana.message('Seguir los protocolos').waitFor();
    await page.reload();
    await ana.message('Seguir los protocolos').waitFor();
  });
});

async function tell(page: Page, story: Story, language: string): Promise<void> {
  const ana = new ChatOnPage(page, 'Ana Colaboradora');
  const luis = new ChatOnPage(page, 'Luis Líder');

  await ana.write(story.question);
  await ana.message(story.answer).waitFor();
  await picture(page, `${language}-1-answer`);

  await ana.write(story.start);
  const form = ana.message(story.title);
  await form.getByRole('button', { name: story.next }).click();
  await form.getByText(story.required).waitFor();
  await form.getByLabel(story.narrativeLabel).fill(story.narrative);
  await form.getByRole('button', { name: story.next }).click();
  const confirm = ana.message(story.high);
  await confirm.getByText('Luis Líder').waitFor();
  await confirm.getByRole('button', { name: story.details }).click();
  await confirm.getByText(story.reason).waitFor();
  await picture(page, `${language}-2-confirm`);
  await confirm.getByRole('button', { name: story.send, exact: true }).click();
  await ana.message(story.receipt).waitFor();

  await luis.open();
  const pinged = luis.message(story.decide);
  await pinged.getByText(story.narrative.slice(0, 14)).first().waitFor();
  await picture(page, `${language}-3-pinged`);
  await pinged.getByRole('button', { name: story.accept, exact: true }).click();
  await ana.open();
  await ana.message(story.accepted).waitFor();

  await luis.open();
  const accepted = luis.message(story.accepted);
  await accepted.getByRole('button', { name: story.close }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(story.outcome).click();
  await dialog.getByLabel(story.summaryLabel).fill(story.summary);
  await picture(page, `${language}-4-closing`);
  await dialog.getByRole('button', { name: story.close }).click();
  // The reporter hears of it once it can no longer be taken back.
  await luis.message(story.undo).waitFor();
  await picture(page, `${language}-5-closed`);
}
