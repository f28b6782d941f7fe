import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  localRanking,
  ModelRanking,
  type RankedFound,
} from '../../../../../src/features/answers/service/ranking.js';
import { OFF_POLICY, Search } from '../../../../../src/features/answers/service/search.js';
import { train } from '../../../../../src/platform/learning/fit.js';
import type { AskModel } from '../../../../../src/platform/learning/hosted-model.js';
import { Policy } from '../../../../../src/platform/policy/policy.js';
import { memoryLog } from '../../../../support/log.js';

const policy = new Policy('The policy', 'T', '1', [
  {
    id: 'trato',
    title: 'Trato',
    official: ['Saludar con una sonrisa.', 'Dar las gracias.'],
    facts: ['gestos'],
  },
  { id: 'filas', title: 'Filas', official: ['Evitar las filas largas.'], facts: [] },
  { id: 'dudas', title: 'Dudas', official: ['Resolver las dudas.'], facts: [] },
]);
const search = new Search(
  train([
    ...policy.sections.flatMap(({ id, title, official, facts }) =>
      [title, ...official, ...facts, `qué dice de ${title}`].map((text) => ({ text, label: id })),
    ),
    ...['va a llover', 'receta de arepas'].map((text) => ({ text, label: OFF_POLICY })),
  ]),
);
const QUESTION = '¿saludar con una sonrisa?';
const local = search.find(QUESTION);
const quoting = (...quotes: [id: string, quote: string][]) => ({
  sections: ['trato'],
  quotes: quotes.map(([id, quote]) => ({ id, quote })),
});

describe('a ranking with a hosted model', () => {
  let lines: string[];
  let sent: Parameters<AskModel>[];
  const rankingOf = (ask: AskModel) => {
    const memory = memoryLog();
    lines = memory.lines;
    sent = [];
    return new ModelRanking(
      search,
      policy,
      (...given) => {
        sent.push(given);
        return ask(...given);
      },
      memory.log,
    );
  };
  const saying = (said: unknown) =>
    rankingOf(async () => (typeof said === 'string' ? said : JSON.stringify(said)));
  function assertLocal(found: RankedFound): void {
    assert.deepEqual(found, local);
    assert.equal(lines.length, 1, 'and the log tells of it');
    assert.match(lines[0] ?? '', /not followed/);
  }

  it('has a test question that the local search answers', () => {
    assert.equal(local.outcome, 'answer');
    assert.equal(local.sections[0], 'trato');
    assert.deepEqual([...local.sections].sort(), ['dudas', 'filas', 'trato']);
  });

  it('orders the sections as the model says', async () => {
    const found = await saying({ sections: ['dudas', 'filas', 'trato'] }).find(QUESTION);
    assert.deepEqual(found.sections, ['dudas', 'filas', 'trato']);
    assert.deepEqual([found.outcome, found.byModel, found.quotes], ['answer', true, []]);
    assert.equal(found.score, local.score);
    assert.deepEqual(lines, []);
  });

  it('appends the sections that the model leaves out', async () => {
    const { sections } = await saying({ sections: ['filas'] }).find(QUESTION);
    assert.deepEqual(sections, ['filas', ...local.sections.filter((id) => id !== 'filas')]);
  });

  it('returns the quotes of the first section when all quotes are literal', async () => {
    const quotes = quoting(['trato', 'sonrisa'], ['filas', 'filas largas'], ['trato', 'Dar las gracias.']);
    const found = await saying(quotes).find(QUESTION);
    assert.deepEqual(found.quotes, ['sonrisa', 'Dar las gracias.']);
  });

  it('lets the model answer when the search would only suggest', async () => {
    assert.equal(search.find('¿xyz?').outcome, 'suggest');
    const found = await saying({ sections: ['dudas'] }).find('¿xyz?');
    assert.deepEqual([found.outcome, found.sections[0]], ['answer', 'dudas']);
  });

  for (const [what, said] of [
    ['an unknown id', { sections: ['trato', 'ghost'] }],
    ['a duplicate id', { sections: ['trato', 'filas', 'trato'] }],
    ['a quote that is not literal', quoting(['trato', 'una Sonrisa'])],
    ['a quote from another section', quoting(['trato', 'filas largas'])],
    ['a quote across two sentences', quoting(['trato', 'sonrisa. Dar'])],
    ['a quote from the facts', quoting(['trato', 'gestos'])],
    ['a quote for an unknown section', quoting(['ghost', 'una'])],
    ['an empty quote', quoting(['trato', ''])],
    ['one wrong quote after a right one', quoting(['trato', 'una'], ['trato', 'x'])],
    ['no sections', { sections: [] }],
    ['another shape', { answer: 'trato' }],
    ['broken JSON', '{"sections": ["dudas"'],
    ['prose', 'The best section is dudas.'],
    ['no content', ''],
    ['null', 'null'],
  ] as const) {
    it(`falls back to the search on a reply with ${what}`, async () => {
      assertLocal(await saying(said).find(QUESTION));
    });
  }

  it('falls back to the search when the model fails, and keeps the message out of the log', async () => {
    assertLocal(await rankingOf(() => Promise.reject(new Error('saludar'))).find(QUESTION));
    assert.doesNotMatch(lines.join(), /saludar/);
  });

  it('stops waiting for the model after three seconds, even if it ignores the abort signal', async () => {
    const timer = new AbortController();
    const timeout = sinon.stub(AbortSignal, 'timeout').returns(timer.signal);
    try {
      const found = rankingOf(() => new Promise<string>(() => undefined)).find(QUESTION);
      timer.abort(new DOMException('late', 'TimeoutError'));
      assertLocal(await found);
      sinon.assert.calledOnceWithExactly(timeout, 3_000);
      assert.equal(sent[0]?.[2], timer.signal, 'which tells the model too');
    } finally {
      timeout.restore();
    }
  });

  it('does not ask the model when the search abstains', async () => {
    const found = await saying({ sections: ['trato'] }).find('receta de arepas');
    assert.equal(found.outcome, 'abstain');
    assert.deepEqual([found, sent], [search.find('receta de arepas'), []]);
  });

  it('sends the question redacted and bounded, with the sections found', async () => {
    const who = 'Soy Marta Pérez, 300 123 4567, m@x.example: ';
    await saying('').find(`${who}${'saludar con una sonrisa '.repeat(30)}`);
    const [[, data] = []] = sent;
    assert.ok(data);
    const { question, sections } = data as { question: string; sections: { id: string }[] };
    assert.match(question, /^Soy \[nombre\].*\[número\], \[correo\]: saludar/);
    assert.equal(question.length, 500);
    assert.deepEqual(sections.map(({ id }) => id).sort(), ['dudas', 'filas', 'trato']);
    assert.deepEqual(sections[0], { id: 'trato', title: 'Trato', official: policy.find('trato')?.official });
  });

  it('returns the result of the search when there is no model', async () => {
    assert.deepEqual(await localRanking(search).find(QUESTION), local);
  });
});
