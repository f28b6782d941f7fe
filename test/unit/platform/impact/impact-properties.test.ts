import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNarratives } from '../../../../ml/examples/narratives.js';
import type { Assess } from '../../../../src/platform/impact/assess.js';
import { ALL_CLAUSES, type Assessment, higher, LEVELS } from '../../../../src/platform/impact/assessment.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';
import { readRules } from '../../../../src/platform/impact/rules.js';
import { tokenize } from '../../../../src/platform/impact/tokens.js';
import * as sure from '../../../support/sure-texts.js';
import { thoroughly } from '../../../support/thorough.js';

const rules = readRules();
const assess: Assess = loadAssess(rules);
const RUNS = thoroughly(50, 500);

const narratives = thoroughly(
  () => Object.values(sure),
  () => {
    const { failures, none } = readNarratives();
    return [...failures.map(({ text }) => text), ...none];
  },
)();
/** Narratives as people write them: real ones, combined pieces of them, and phrases of the rules. */
const told = fc.constantFrom(...narratives);
const piece = fc.tuple(told, fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([text, from, count]) =>
  text
    .split(' ')
    .slice(from, from + count)
    .join(' '),
);
const phrase = fc.constantFrom(
  'me gritó',
  'no me amenazó',
  'casi lo golpea',
  '¿qué hago si me pegan?',
  'fue un golpe de suerte',
  'me mató la fila',
  'por ser venezolana',
  'habló de suicidio',
  'nadie me explicó',
  'sacó un CUCHILLO',
  'me dijo hijueputaaaa',
  'un niño de ocho años',
);
const pieces = fc
  .array(fc.tuple(fc.oneof(piece, phrase), fc.constantFrom(' ', ', ', '. ', ' y ', '; ', '? ', '! ')), {
    maxLength: 8,
  })
  .map((parts) => parts.flat().join(''));
const narrative = fc.oneof(told, pieces);

/** Texts that are no narratives. */
const UNIT = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: UNIT, maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '@',
      '$',
      '*',
      '4',
      'a',
      'á',
      '\u0301',
      'no ',
      'casi ',
      '¿',
      '?',
      'amenaz',
      '\n',
      '\ud83d',
    ),
    maxLength: 300,
  }),
  narrative,
);

const THREATS = [
  'Me amenazó con un cuchillo.',
  'Me dijo que me iba a matar.',
  'Dijo que sabe dónde vive mi familia y que me va a buscar.',
  'Le pegó un puño en la cara.',
];

const IDIOMS = [
  'Sin mediar palabra',
  'Sin embargo',
  'No obstante',
  'Sin duda',
  'Sin razón',
  'No contento con eso',
];
const BLOWS = ['me amenazó', 'le pegó', 'lo golpeó en la cara', 'nos sacó un cuchillo', 'me acosa'];

/** "Sí" is no "si", and "cómo" asks where "como" does not: in these words the accent carries the meaning. */
const ACCENT_DECIDES = /(?<!\p{L})(s[íÍ]|c[óÓ]mo|cu[áÁ]ndo|d[óÓ]nde)(?!\p{L})/iu;

/** A position right after a letter: inside a word or at its end. */
function within(text: string, at: number): number {
  const places = [...text.matchAll(/\p{L}/gu)].map(({ index }) => index + 1);
  return places[at % places.length] ?? 0;
}

function assertSound(text: string, found: Assessment): void {
  const { level, reviews, candidate, signals, discounted } = found;
  assert.ok(LEVELS.includes(level));
  assert.equal(new Set(reviews).size, reviews.length);
  assert.equal(higher(candidate, level), candidate);
  if (reviews.length === 0) assert.equal(candidate, level);
  for (const one of [...signals, ...discounted]) {
    assert.ok(one.start >= 0 && one.start < one.end && one.end <= text.length);
    assert.equal(text.slice(one.start, one.end), one.text);
    assert.ok(ALL_CLAUSES.includes(one.rule));
  }
  // What shows the level, and what may make it high.
  const shown = candidate === 'high' ? [level, 'high'] : [level];
  for (const one of signals) assert.ok(shown.includes(one.level));
  for (const list of [signals, discounted]) {
    const starts = list.map(({ start }) => start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  }
}
const decision = (text: string) => {
  const { level, reviews, candidate, cares } = assess(text);
  return { level, reviews, candidate, cares };
};

describe('the assessment of any narrative', function () {
  this.timeout(60_000);

  it('is high when a threat is added', () => {
    fc.assert(
      fc.property(narrative, fc.constantFrom(...THREATS), fc.boolean(), (text, threat, before) => {
        const { level } = assess(before ? `${threat} ${text}` : `${text}. ${threat}`);
        assert.equal(higher(level, assess(text).level), level);
        assert.equal(level, 'high');
      }),
      { numRuns: RUNS },
    );
  });

  it('is high when a threat stands behind a quiz that ends in a letter', () => {
    const quiz =
      'Qué hago si una usuaria me dice que un asesor le pidió algo a cambio del crédito? Es para el quiz de ética, no sé si marcar la B o la C.';
    assert.notEqual(assess(quiz).level, 'high');
    for (const threat of THREATS) assert.equal(assess(`${quiz} ${threat}`).level, 'high', threat);
  });

  it('does not depend on accents or their encoding', () => {
    fc.assert(
      fc.property(narrative, fc.constantFrom('NFC', 'NFD', 'none'), (text, form) => {
        fc.pre(form !== 'none' || !ACCENT_DECIDES.test(text));
        const written = form === 'none' ? text.normalize('NFD').replace(/\p{M}/gu, '') : text.normalize(form);
        assert.deepEqual(decision(written), decision(text));
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on capitals', () => {
    fc.assert(
      fc.property(narrative, fc.boolean(), (text, up) => {
        assert.deepEqual(decision(up ? text.toUpperCase() : text.toLowerCase()), decision(text));
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the kind or number of spaces', () => {
    fc.assert(
      fc.property(narrative, fc.constantFrom('  ', '\t', '\u00a0', ' \t  '), (text, space) => {
        assert.deepEqual(decision(` ${text.replaceAll(' ', space)} `), decision(text));
      }),
      { numRuns: RUNS },
    );
  });

  it('is not lowered by invisible characters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...THREATS),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('\u00ad', '\u200b', '\u200c', '\u200d', '\u2060'))),
        (threat, signs) => {
          const written = signs.reduce((text, [at, sign]) => {
            const place = within(text, at);
            return text.slice(0, place) + sign + text.slice(place);
          }, threat);
          const wordsOf = (text: string) => tokenize(text).map(({ word }) => word);
          assert.deepEqual(wordsOf(written), wordsOf(threat));
          const { level, discounted } = assess(written);
          assert.deepEqual([level, discounted], ['high', []]);
          assert.ok(rules.read(written).signals.some((one) => one.level === 'high'));
          assertSound(written, assess(written));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is not lowered by an idiom that only sounds like a negation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDIOMS), fc.constantFrom(...BLOWS), (idiom, blow) => {
        const text = `${idiom} ${blow}`;
        const { level, discounted } = assess(text);
        assert.deepEqual([level, discounted], ['high', []], text);
      }),
    );
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(narrative, (text) => assert.deepEqual(assess(text), assess(text))),
      { numRuns: RUNS },
    );
  });

  it('has its signals within the text, in order, and no candidate below the level', () => {
    fc.assert(
      fc.property(narrative, (text) => assertSound(text, assess(text))),
      { numRuns: RUNS },
    );
  });
});

describe('the assessment of other texts', function () {
  this.timeout(60_000);

  it('is consistent', () => {
    fc.assert(
      fc.property(anything, (text) => assertSound(text, assess(text))),
      { numRuns: RUNS },
    );
  });

  it('is consistent up to 5,000 characters', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 30 }), (parts) => {
        const part = parts.join('') || ' ';
        const text = part.repeat(Math.ceil(5_000 / part.length)).slice(0, 5_000);
        assertSound(text, assess(text));
      }),
      { numRuns: thoroughly(10, 60) },
    );
  });

  for (const [what, text] of [
    ['an empty text', ''],
    ['white space', ' \n\t '],
    ['the first half of an emoji', '\ud83d'],
    ['the second half of an emoji', 'me amenazó \udc00 y me gritó'],
    ['marks without letters', '\u0301'.repeat(5_000)],
    ['one letter', 'a'.repeat(5_000)],
    ['one word without spaces', 'meamenazóyesoquenolehicenada'.repeat(178)],
    ['5,000 words of one letter', 'a '.repeat(2_500)],
    ['grave words only', 'amenaza golpe '.repeat(357)],
    ['negations only', 'no sin nunca casi '.repeat(277)],
    ['a question without end', `¿${'qué si me amenaza '.repeat(270)}?`],
    ['emoji only', '😡'.repeat(2_500)],
    ['zero-width characters', 'ame\u200bnaza '.repeat(400)],
    ['right-to-left text', 'هددني بالسكين '.repeat(300)],
  ] as const) {
    it(`is consistent for ${what}`, () => assertSound(text, assess(text)));
  }
});
