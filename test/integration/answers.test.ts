import assert from 'node:assert/strict';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { parts, textOf, verbs } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

const policy = readPolicy();

describe('answers', () => {
  let world: World;
  let ana: Player;
  before(async () => {
    world = await World.open();
    ana = world.person('Ana');
  });
  after(() => world.close());

  async function shownFor(question: string): Promise<string> {
    const message = await ana.writes(question);
    return `${message.text ?? ''}\n${message.card ? textOf(ana.cardOf(message)) : ''}`;
  }

  it('shows the official words, their meaning, their place in the policy, and the version', async () => {
    const shown = await shownFor('¿qué es la facilidad?');
    assert.match(shown, /Ejes estratégicos › Ofrecer experiencias limpias/);
    for (const words of policy.find('facilidad')?.official ?? []) assert.ok(shown.includes(`“${words}”`));
    assert.match(shown, new RegExp(`Contenido ${policy.version}`));
    assert.ok(ana.last.citations?.[0]?.name.includes(policy.version));
  });

  it('understands colloquial questions', async () => {
    assert.match(await shownFor('me tuvieron de ventanilla en ventanilla, eso qué es'), /La mala atención/);
    assert.match(await shownFor('obligasion de avisar al jefe??'), /papel del colaborador/);
  });

  it('answers a question about a whole with all its parts in order', async () => {
    for (const [question, id] of [
      ['¿cuáles son los ejes?', 'ejes-estrategicos'],
      ['¿qué nos aleja de la humanización?', 'alejan-humanizacion'],
      ['¿cuáles son los niveles de impacto?', 'nivel-impacto'],
    ] as const) {
      const shown = await shownFor(question);
      const titles = policy.childrenOf(id).map(({ title }, at) => `${at + 1} · ${title}`);
      const places = titles.map((title) => shown.indexOf(title));
      assert.ok(
        places.every((place) => place > 0),
        `${question}: ${titles.filter((_, at) => (places[at] ?? -1) < 0).join(', ')} missing`,
      );
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }
  });

  it('summarises the policy part by part', async () => {
    const shown = await shownFor('hazme un resumen de la política');
    for (const section of policy.sections.filter(({ parentId }) => parentId === undefined)) {
      assert.ok(shown.includes(section.title), section.title);
    }
    await ana.taps('answer.section', {}, { with: { id: 'promesa-servicio' } });
    assert.match(textOf(ana.card), /Compensar se compromete/);
  });

  it('explains its own process with the figures of the settings, and goes on from there', async () => {
    const shown = await shownFor('¿cuánto tiempo tienen para aceptar un caso alto?');
    assert.match(shown, /tiene una hora para aceptarlo y 2 días hábiles para cerrarlo/);
    assert.ok(verbs(ana.card).includes('cases.mine'));
    assert.match(await shownFor('¿y si no contesta?'), /sube/);
    await ana.taps('answer.feedback', {}, { with: { useful: 'no' } });
    assert.ok(textOf(ana.card).includes('¿Qué te faltó?'));
  });

  it('answers the second of two questions in a sentence', async () => {
    const shown = await shownFor('¿qué es la amabilidad y cuánto tiempo tienen para aceptar un caso alto?');
    assert.match(shown, /sobre lo otro que preguntas/);
    assert.match(shown, /Amabilidad/);
    assert.match(shown, /una hora para aceptarlo/);
  });

  it('says what to do in a scene, and where the policy speaks of it', async () => {
    assert.match(
      await shownFor('¿qué hago si un usuario me grita?'),
      /responde en voz baja.*Puedes decir.*Evita/s,
    );
    await ana.taps('answer.section', {}, { with: { id: 'amabilidad' } });
    assert.match(textOf(ana.card), /Amabilidad/);
  });

  it('understands follow-up questions to the last answer', async () => {
    await ana.writes('¿qué nos aleja de la humanización?');
    assert.match(await shownFor('¿y el segundo?'), /La mala atención/);
    assert.match(await shownFor('y el último'), /inamovibles/);
    await ana.writes('¿qué es el robotismo?');
    const first = await shownFor('dame un ejemplo');
    const second = await shownFor('otro ejemplo');
    assert.match(first, /Un ejemplo de \*\*El «robotismo»\*\*/);
    assert.notEqual(first, second);
    assert.match(await shownFor('explícame'), /más sencillo|en otras palabras/);
    assert.match(await shownFor('¿por qué?'), /Por qué importa/);
    assert.match(await shownFor('el siguiente'), /inamovibles/);
  });

  it('treats a follow-up as a question when there is no last answer', async () => {
    const teresa = world.person('Teresa');
    await teresa.writes('¿y el segundo?');
    assert.doesNotMatch(teresa.last.text ?? '', /En esa lista/);
  });

  it('understands greetings, thanks and questions about the bot', async () => {
    assert.match(await shownFor('hola'), /¡Hola!/);
    assert.match(await shownFor('muchas gracias'), /Con mucho gusto/);
    assert.match(await shownFor('¿eres un robot?'), /Soy un bot/);
    assert.match(await shownFor('en qué me puedes ayudar'), /Esto es lo que puedo hacer/);
  });

  it('offers up to three sections when it is not sure', async () => {
    await ana.writes('atención');
    assert.match(textOf(ana.card), /¿Cuál de estos temas buscas\?|Quiero entenderte bien/);
    assert.ok(sectionsOn(ana.card).length >= 1 && sectionsOn(ana.card).length <= 3);
  });

  it('tells about the nearest section by its name, for who asks on without choosing', async () => {
    await ana.writes('háblame de la empatía y el respeto');
    assert.match(textOf(ana.card), /¿Cuál de estos temas buscas\?/);
    const [nearest] = sectionsOn(ana.card);
    const title = policy.find(nearest ?? '')?.title ?? assert.fail('nothing is near');
    assert.ok((await shownFor('dame un ejemplo')).includes(`Un ejemplo de **${title}**`));
    assert.ok((await shownFor('¿por qué importa?')).includes(title));
  });

  it('shows what comes closest in the policy where it has no answer', async () => {
    await ana.writes('de cuánto es la multa por parquear mal');
    const shown = textOf(ana.card);
    assert.match(shown, /Eso no lo encontré en la política/);
    assert.equal(sectionsOn(ana.card).length > 0, /Lo más cercano en la política/.test(shown));
    assert.ok(verbs(ana.card).includes('person.show'));
  });

  it('links to the page that the policy refers to', async () => {
    for (const [question, url] of [
      ['¿dónde se reporta una falla?', LINK.intranet],
      ['¿dónde está el retrato del buen trato?', LINK.daruma],
      ['¿qué puedo hacer distinto?', LINK.landing],
    ] as const) {
      await ana.writes(question);
      assert.ok(JSON.stringify(ana.card).includes(url), question);
    }
  });

  it('says when the policy has no answer, and stores the question without personal data', async () => {
    const asked = 'de cuánto es la multa por parquear mal, soy Ana Pérez, cel 300 123 4567, ana@x.co';
    assert.match(await shownFor(asked), /Eso no lo encontré en la política/);
    await world.person('Carlos').writes('de cuanto es la multa por parquear');
    const rows = await questionsKept(world);
    const kept = rows.map(({ text }) => text).join('\n');
    assert.match(kept, /multa por parquear mal/);
    assert.doesNotMatch(JSON.stringify(rows), /Pérez|300 123|ana@x|000000000001/);

    const hernan = world.person('Hernán');
    await hernan.writes('preguntas');
    assert.match(textOf(hernan.card), /\d \n«de cu[aá]nto es la multa por parquear/);
    await ana.writes('preguntas');
    assert.match(ana.last.text ?? '', /es del equipo de humanización/);
  });

  it('offers to report an incident that a message tells, with its words filled in', async () => {
    const told = 'ayer en la caja la asesora me atendió de muy mala gana y ni siquiera me miró';
    assert.match(await shownFor(told), /Parece que me cuentas algo que pasó/);
    await ana.taps('report.start');
    assert.match(
      textOf(ana.card).replaceAll('\n', ''),
      new RegExp(told),
      'straight to the card that sends it',
    );
    assert.match(textOf(ana.card), /Impacto propuesto[\s\S]*Le llega a/);
    await ana.taps('report.submit');
    assert.match(textOf(ana.card), /Ya le avisé a/, 'two taps in all');
  });

  it('asks to write in private about an incident told in the channel, and stores nothing', async () => {
    const carlos = world.inChannel('Carlos');
    const before = (await questionsKept(world)).length;
    for (const told of [
      'la asesora de la caja no miró al señor y le entregó mal el turno',
      'ayer la asesora me atendió de muy mala gana en la caja',
    ]) {
      await carlos.writes(told);
      assert.match(carlos.last.text ?? '', /Eso lo hablamos en privado/);
      assert.match(
        JSON.stringify(carlos.card),
        /teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/,
        'one tap away',
      );
      assert.deepEqual(verbs(carlos.card), [], 'nothing of it stands in the channel');
    }
    await carlos.writes('de cuánto es la multa por parquear mal');
    assert.match(
      textOf(carlos.card),
      /no lo encontré[\s\S]*escríbeme en un chat individual[\s\S]*Abrir el chat/,
    );
    assert.ok(!verbs(carlos.card).includes('report.start'));
    assert.equal((await questionsKept(world)).length, before + 1);
  });

  it('stores no question about a case, and does not claim to', async () => {
    const before = (await questionsKept(world)).length;
    const shown = await shownFor('quiero que borren el reporte contra Pedro Ruiz de la semana pasada');
    assert.doesNotMatch(shown, /Guardé tu pregunta/);
    assert.equal((await questionsKept(world)).length, before);
    assert.match(await shownFor('de cuánto es la multa por parquear mal'), /Guardé tu pregunta/);
  });

  it('shows what would be sent when an offer is answered with a yes, and sends nothing', async () => {
    for (const yes of ['sí', 'dale', 'Repórtalo, por favor']) {
      await shownFor('ayer la asesora me atendió de muy mala gana en la caja');
      assert.match(await shownFor(yes), /Revisa y envía/);
      await ana.taps('report.cancel');
    }
  });

  it('resolves an ordinal against the latest suggestions', async () => {
    await shownFor('¿cuáles son los niveles de impacto?');
    await shownFor('atención');
    const [, second = ''] = sectionsOn(ana.card);
    await shownFor('la segunda');
    assert.equal(headingOf(ana.card), policy.find(second)?.title);
  });

  it('stays on the same list from "el segundo" to "y el tercero"', async () => {
    const [, second, third] = policy.childrenOf('ejes-estrategicos');
    await shownFor('¿cuáles son los ejes estratégicos?');
    await shownFor('el segundo');
    assert.equal(headingOf(ana.card), second?.title);
    await shownFor('¿y el tercero?');
    assert.equal(headingOf(ana.card), third?.title);
  });

  it('takes "en resumen" and "resumir" for what they are', async () => {
    const told =
      'En resumen: ayer la asesora de la caja me atendió de muy mala gana, ni me saludó y me devolvió los papeles';
    assert.match(await shownFor(told), /Parece que me cuentas algo que pasó/);
    await shownFor('me puedes resumir la frialdad');
    assert.equal(headingOf(ana.card), 'La frialdad');
  });
});

const headingOf = (card: object) => parts(card).find(({ style }) => style === 'heading')?.text;

/** The ids of the sections that a card leads to. */
function sectionsOn(card: object): string[] {
  return parts(card).flatMap(({ type, verb, data }) =>
    type === 'Action.Execute' && verb === 'answer.section' ? [String((data as { id: string }).id)] : [],
  );
}

const LINK = {
  intranet: 'https://intranet.example/',
  landing: 'https://landing.example/',
  daruma: 'https://daruma.example/',
};

async function questionsKept(world: World): Promise<Record<string, unknown>[]> {
  const rows = await rawRows(world.stores.tables, 'Feedback');
  return rows.filter(({ rowKey }) => String(rowKey).startsWith('question:'));
}
