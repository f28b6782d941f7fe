/** A meeting with people who join and leave, and the shield of a card with a case, in the local Teams. */
import assert from 'node:assert/strict';
import {
  assertAccessible,
  ChatOnPage,
  chatAddress,
  chatOf,
  openLocalTeams,
  picture,
  useBrowser,
} from '../support/browser.js';
import { announce, codesOf, HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x';

describe('a meeting and a shield, in the browser', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  for (const [name, size] of [
    ['desktop', { width: 1400, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    it(`is tied to a training, and who joins is on its list: ${name}`, async () => {
      const { id } = await announce(world, { place: LINK });
      const { card: code } = await codesOf(world, id, clock.now());
      const { page, errors } = await openLocalTeams(browser(), world.address, size);
      const meeting = new ChatOnPage(page, 'Reunión virtual');
      const opens = async (person: string) => {
        const { conversation, person: who } = world.inMeeting(person);
        await page.goto(chatAddress(world.address, who.id, conversation.id));
        await meeting.panel.waitFor();
      };
      await opens('Teresa');
      await meeting.panel.locator('textarea').fill(code);
      await meeting.panel.locator('textarea').press('Enter');
      await meeting.message('Reunión enlazada con la capacitación').waitFor();

      await opens('Ana');
      await meeting.panel.getByText('Nadie se ha conectado a la reunión.').waitFor();
      await meeting.panel.getByRole('button', { name: 'Entrar a la reunión' }).click();
      await meeting.panel.getByRole('button', { name: 'Que entre una invitada' }).click();
      await meeting.panel.getByText('En la reunión: Ana Colaboradora, Pilar Invitada').waitFor();
      await assertAccessible(page);
      await picture(page, `meeting-${name}`);
      clock.set('2026-11-24T14:50:00Z');
      await meeting.panel.getByRole('button', { name: 'Salir de la reunión' }).click();
      await meeting.panel.getByText('En la reunión: Pilar Invitada').waitFor();

      const { person, conversation } = world.person('Teresa');
      await page.goto(chatAddress(world.address, person.id, conversation.id));
      const own = new ChatOnPage(page, 'Teresa Capacitadora');
      await own.write('mis capacitaciones');
      await own.panel.getByRole('button', { name: 'Ver', exact: true }).last().click();
      const desk = own.message('se conectó a la reunión · verificado por Teams · 50 min en la reunión');
      await desk.getByText(/no la puse en la lista: Pilar Invitada/).waitFor();
      await desk.scrollIntoViewIfNeeded();
      await picture(page, `meeting-desk-${name}`);
      assert.deepEqual(errors, []);
    });

    it(`shows the shield of a case, and what to mind: ${name}`, async () => {
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', {
        narrative: 'En la ventanilla le gritaron a una señora mayor y se fue.',
      });
      await ana.taps('report.submit');
      await world.person('Luis').sees('HUM-');
      const { page, errors, chat } = await chatOf(browser(), world, 'Luis', size.width);
      await chat.message('HUM-').getByRole('button', { name: 'Confidencial' }).click();
      await chat.panel.getByText('Trae lo que se contó de un caso').waitFor();
      await assertAccessible(page);
      await picture(page, `meeting-shield-${name}`);
      assert.deepEqual(errors, []);
    });
  }
});
