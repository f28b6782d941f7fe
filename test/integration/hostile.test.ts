import assert from 'node:assert/strict';
import { activity, execute } from '../support/activities.js';
import { parts, textOf, verbs } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { LOW } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

const MARKUP =
  '[clic](https://evil.example) **x** <at>Todos</at> ![x](https://evil.example/x.png) =HYPERLINK("x")';

describe('hostile texts', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  const texts: [string, string][] = [
    ['32,769 characters', 'x'.repeat(32_769)],
    ['32,769 words', 'falla '.repeat(32_769)],
    ['only emoji', '👩‍👩‍👧‍👦🇨🇴'],
    ['direction marks', '\u202e¿Qué es \u2066DEIP\u2069?\u202c'],
    ['zero-width characters', '¿Qu\u200bé es la pro\u200bmesa de ser\ufeffvicio?'],
    ['decomposed accents', '¿Qué es la atención con empatía?'.normalize('NFD')],
    ['control characters', '\u0000\u0007\u001b[31mayuda'],
    ['Markdown, mentions and formulas', MARKUP],
    ['template bindings', '${$root.secret} ${json(1)} {{x}}'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['a path traversal and an injection', "../../etc/passwd?a=1' or '1'='1"],
    ['prototype names', '__proto__ constructor toString'],
    ['a long repetition', `${'a'.repeat(20_000)}!`],
    ['a thousand lines', 'reportar\n'.repeat(1_000)],
  ];
  for (const [name, text] of texts) {
    it(`answers ${name} without echoing markup, and stays alive`, async () => {
      const ana = world.person('Ana');
      const answer = await ana.writes(text);
      // An input shows its value as it is; everything else must not hold people's markup.
      const card = structuredClone(answer.card ?? {});
      for (const part of parts(card)) if (part.type === 'Input.Text') part.value = '';
      const shown = `${answer.text ?? ''}${JSON.stringify(card)}`;
      assert.doesNotMatch(shown, /<at>Todos|\]\(https:\/\/evil|<script|\$\{\$root/);
      assert.ok(shown.length < 80_000);
      assert.equal((await fetch(`${world.address}/healthz`)).status, 200);
    });
  }

  it('answers a lone surrogate', async () => {
    const body = JSON.stringify(activity(world, { text: 'X' })).replace('"X"', '"ayuda \\ud83d"');
    assert.equal((await world.post(body)).status, 200);
  });

  it('stores a narrative byte for byte, and shows it without effect', async () => {
    const narrative = `${LOW}\n=1+1\u202e ${MARKUP} \u200b\u0000é${'é'.normalize('NFD')} 👩‍👧`;
    const ana = await reported(world, { narrative, place: `Sede\nSuba ${MARKUP}` });
    const luis = world.person('Luis');
    const card = luis.cardOf(await luis.sees('HUM-'));
    assert.doesNotMatch(JSON.stringify(card), /<at>Todos|\u202e|\u200b|\\u0000/);
    assert.match(JSON.stringify(card), /HYPERLINK/);
    // A TextRun shows Markdown literally; a TextBlock renders it.
    const obeyed = parts(card).filter(({ type }) => type === 'TextBlock');
    for (const { text } of obeyed) assert.doesNotMatch(String(text), /(?<!\\)\]\(https:/);
    const row = await caseRow(world);
    assert.ok(
      Object.values(row).some((value) => String(value).includes(JSON.stringify(narrative).slice(1, -1))),
    );
    assert.ok(ana.received.length > 0);
  });

  it('refuses a narrative of 4,001 characters, and keeps what was typed', async () => {
    const ana = world.person('Ana');
    const before = (await rawRows(world.stores.tables, 'Cases')).length;
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: `${'x'.repeat(4_000)}y` });
    assert.match(JSON.stringify(ana.card), /x{4000}y/);
    assert.ok(verbs(ana.card).includes('report.assess'));
    assert.equal((await rawRows(world.stores.tables, 'Cases')).length, before);
  });

  it('writes none of these texts to the log', () => {
    for (const word of ['evil.example', 'HYPERLINK', 'ventanilla', 'passwd', 'Sede']) {
      assert.ok(!world.logLines.join('').includes(word), word);
    }
  });
});

describe('hostile cards', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  const answerTo = async (verb: unknown, data: unknown) => {
    const response = await world.post(execute(world, { verb: verb as string, data }));
    assert.equal(response.status, 200);
    return JSON.stringify(await response.json());
  };

  it('ignores fields that the card does not have, and logs a refused action', async () => {
    await reported(world, { narrative: LOW });
    const luis = world.person('Luis');
    const id = idOn(luis.cardOf(await luis.sees('HUM-')));
    const before = await caseRow(world);
    const forged = { state: 'closed', level: 'low', role: 'humanization', roles: ['admin'], revision: 1, id };
    const data = {
      verb: 'case.accept',
      ...forged,
      actorId: luis.person.id,
      assignee: { kind: 'person', id: 'x' },
    };
    assert.match(await answerTo('case.accept', data), /no lo puedes hacer tú/);
    const carlos = world.person('Carlos').person;
    const from = { id: `29:${luis.person.id}`, aadObjectId: carlos.id, name: luis.person.name };
    const response = await world.post(execute(world, { verb: 'case.accept', data }, { from }));
    assert.match(await response.text(), /No encontré eso/);
    assert.deepEqual(await caseRow(world), before);
    const noted = world.logLines.find((line) => line.includes('"code":"not-found"')) ?? '';
    assert.ok(noted.includes(carlos.id) && !noted.includes('Luis'));
  });

  it('accepts only well-formed ids', async () => {
    for (const id of [
      null,
      7,
      {},
      [],
      '',
      '../Cases',
      "x' or PartitionKey ne '",
      'x'.repeat(5_000),
      '\u0000',
      '__proto__',
    ]) {
      for (const verb of ['case.view', 'case.accept', 'report.submit', 'answer.section']) {
        assert.doesNotMatch(await answerTo(verb, { id, revision: 1 }), /HUM-\d/);
      }
    }
  });

  it('accepts only known verbs', async () => {
    for (const verb of ['nonsense', '__proto__', 'constructor', 'toString', 'case', 'case.accept ', '']) {
      assert.match(await answerTo(verb, {}), /no la reconozco|no existe|no reconozco|No entend|ya no/i, verb);
    }
  });

  it('carries out both of two commands that come without an id', async () => {
    await reported(world, { narrative: LOW });
    const luis = world.person('Luis');
    const id = idOn(luis.cardOf(await luis.sees('HUM-')));
    const from = { id: `29:${luis.person.id}`, aadObjectId: luis.person.id, name: luis.person.name };
    const conversation = { id: luis.conversation.id, conversationType: 'personal' };
    const does = async (verb: string, data: object) => {
      const action = { verb, data: { id, ...data } };
      const response = await world.post(execute(world, action, { id: undefined, from, conversation }));
      assert.equal(response.status, 200);
    };
    await does('case.accept', { revision: 1 });
    await does('case.ask', { revision: 2, question: '¿Qué día fue?' });
    const ana = world.person('Ana');
    await Promise.all([ana.sees('aceptó tu caso'), ana.sees('te pregunta por tu caso')]);
    const happened = Object.keys(await caseRow(world, id)).filter((key) => key.startsWith('event:'));
    assert.equal(happened.length, 3, 'reported, accepted, asked');
  });

  it('answers a replay after the closing with the current case, and changes nothing', async () => {
    await reported(world, { narrative: LOW });
    const luis = world.person('Luis');
    const card = luis.received.findLast(({ card: shown }) => shown && /HUM-/.test(textOf(shown)));
    assert.ok(card);
    const id = idOn(luis.cardOf(card));
    await luis.taps('case.accept', {}, { message: card });
    await luis.taps(
      'case.close',
      { outcomes: 'process', summary: 'Se corrigió el aviso.' },
      { message: card },
    );
    const before = await caseRow(world, id);
    for (const [verb, more] of [
      ['case.accept', {}],
      ['case.reject', { reason: 'tarde' }],
      ['case.close', { outcomes: 'process', summary: 'otra vez' }],
    ] as const) {
      for (const revision of [1, 2, 3, 99, -1, '3', null]) {
        await luis.sends(card, verb, { verb, id, revision, ...more });
        assert.match(textOf(luis.cardOf(card)), /Cerrado/);
      }
    }
    assert.deepEqual(await caseRow(world, id), before);
  });
});

async function reported(world: World, inputs: Record<string, string>): Promise<Player> {
  const ana = world.person('Ana');
  await ana.writes('reportar');
  await ana.taps('report.assess', inputs);
  await ana.taps('report.submit');
  return ana;
}

/** The snapshot and the events of the only case, or of the case with this id. */
async function caseRow(world: World, id?: string): Promise<Record<string, unknown>> {
  const rows = (await rawRows(world.stores.tables, 'Cases')).filter(
    ({ partitionKey }) => id === undefined || partitionKey === id,
  );
  const kept = rows.filter(({ rowKey }) => rowKey === 'case' || String(rowKey).startsWith('event:'));
  return Object.fromEntries(kept.map((row) => [String(row.rowKey), JSON.stringify(row.data ?? row)]));
}

function idOn(card: object): string {
  const match = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card));
  if (!match?.[1]) throw new Error('no id on the card');
  return match[1];
}
