import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { bogotaDay, shiftedDay } from '../../src/platform/calendar/days.js';
import { buttons, dialogButtons, inputIds, inputValues, textOf } from '../support/cards.js';
import { opensCase, sendReport } from '../support/reporting.js';
import { LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

const WHAT = 'Explicar los papeles por escrito';

describe('a commitment', () => {
  let world: World;
  let ana: Player;
  let luis: Player;
  let carlos: Player;
  const until = shiftedDay(bogotaDay(new Date()), 40);
  beforeEach(async () => {
    world = await World.open();
    [ana, luis, carlos] = [world.person('Ana'), world.person('Luis'), world.person('Carlos')];
  });
  afterEach(() => world.close());

  /** Ana's report, which Luis has accepted. Returns Luis's card of the case. */
  async function accepted(confidential = 'false'): Promise<ChatMessage> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW, confidential });
    await sendReport(ana);
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    await luis.taps('case.accept', {}, { message: card });
    return card;
  }

  const agreement = () => ({ likely: carlos.person.id, what: WHAT, until, kind: 'pid' });

  async function agreed(): Promise<ChatMessage> {
    const card = await accepted('true');
    await luis.taps('commitment.add', agreement(), { message: card });
    return card;
  }

  it('is asked for by a closing with the development plan, in the same form, which keeps what was entered', async () => {
    const card = await accepted();
    const first = await luis.opensForm('case.close', card);
    assert.ok(!inputIds(first).includes('what'));
    const entered = { outcomes: 'development-plan', summary: 'Ya no pasa.' };
    const asked = await luis.submitsForm(card, first, entered);
    assert.equal(asked.kind, 'card');
    const form = asked.kind === 'card' ? asked.card : {};
    assert.match(textOf(form), /quién se compromete, a qué y hasta cuándo/);
    assert.deepEqual(
      [inputValues(form).outcomes, inputValues(form).summary, inputValues(form).kind],
      ['development-plan', 'Ya no pasa.', 'pid'],
    );
    assert.match(JSON.stringify(form), /Carlos[\s\S]*Luis Líder/, 'the people of Luis, and he himself');
    const again = await luis.submitsForm(card, form, { what: WHAT, likely: carlos.person.id });
    assert.match(textOf(again.kind === 'card' ? again.card : {}), /Falta hasta cuándo/);
    const closed = await luis.submitsForm(card, form, { ...entered, ...agreement() });
    assert.equal(closed.kind, 'closed');
    await luis.sees('Cerrado', `«${WHAT}»`, '(en curso)');
    const own = await opensCase(ana, luis.cardOf(card));
    assert.match(textOf(ana.cardOf(own)), /hay compromisos acordados/);
    assert.doesNotMatch(textOf(ana.cardOf(own)), /Explicar los papeles|Carlos/);
  });

  it('is told to who committed, who sees nothing of the case and says by one tap that it is done', async () => {
    const card = await agreed();
    await luis.sees('Le avisé a quien se compromete');
    assert.ok(
      dialogButtons(luis.card).some(({ verb }) => verb === 'commitment.add'),
      'there may be several',
    );
    const notice = await carlos.sees('dejó anotado un compromiso tuyo', WHAT);
    assert.doesNotMatch(JSON.stringify(carlos.cardOf(notice)), /HUM-|ventanilla|Ana Colab/);
    const number = /HUM-\d{4}-\d{6}/.exec(textOf(luis.cardOf(card)))?.[0] ?? '';
    assert.match((await carlos.writes(number)).text ?? '', /No encontré ese caso/);
    await carlos.taps('commitment.done', {}, { message: notice });
    assert.match(textOf(carlos.cardOf(notice)), /✓ Compromiso cumplido/);
    await luis.sees('dice que cumplió su compromiso', WHAT);
    await luis.sees('Cerrar el caso', '(cumplido)');
    await carlos.taps('commitment.extend', { until, reason: 'Falta un papel' }, { message: notice });
    await luis.sees('se dio más tiempo', 'Falta un papel');
  });

  it('stands in the list of who committed and in that of their leader, who may give it more time', async () => {
    await agreed();
    const notice = await carlos.sees('dejó anotado un compromiso tuyo');
    await carlos.taps('commitments.mine', {}, { message: notice });
    assert.match(
      textOf(carlos.cardOf(notice)),
      /Tus compromisos[\s\S]*Explicar los papeles[\s\S]*Tú\s+· en curso/,
    );
    const id = String(buttons(carlos.cardOf(notice)).find(({ verb }) => verb === 'commitment.done')?.data.id);
    const listed = await luis.writes('hola');
    await luis.sends(listed, 'commitments.mine', { verb: 'commitments.mine' });
    assert.match(textOf(luis.cardOf(listed)), /De tu equipo[\s\S]*Explicar los papeles[\s\S]*Carlos/);
    const late = await luis.taps('commitment.extend', { until, reason: 'x' }, { message: listed });
    assert.match(textOf(late.form ?? {}), /después del que ya tiene/);
    assert.equal(inputValues(late.form ?? {}).reason, 'x');
    await luis.taps(
      'commitment.extend',
      { until: shiftedDay(until, 9), reason: 'Hay festivos' },
      { message: listed },
    );
    await carlos.sees('le dio más tiempo a tu compromiso', 'Hay festivos');
    const other = await ana.writes('hola');
    await ana.sends(other, 'commitments.mine', { verb: 'commitments.mine' });
    assert.match(textOf(ana.cardOf(other)), /No hay compromisos por cumplir/);
    for (const verb of ['commitment.done', 'commitment.extend']) {
      const refused = await ana.sends(other, verb, { verb, id, reason: 'x', until });
      assert.doesNotMatch(JSON.stringify(refused), /Explicar/, 'it is nobody else’s');
    }
    await luis.sends(listed, 'commitments.mine', { verb: 'commitments.mine' });
    assert.match(textOf(luis.cardOf(listed)), /en curso/);
  });
});
