import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PatternIndex, parsePattern } from '../../../../src/platform/impact/patterns.js';
import { tokenize } from '../../../../src/platform/impact/tokens.js';

/** The words that a pattern matches, one entry per match. */
function found(pattern: string, text: string): string[] {
  const tokens = tokenize(text);
  return new PatternIndex([{ pattern: parsePattern(pattern), of: pattern }])
    .find(tokens)
    .map(({ first, last }) =>
      tokens
        .slice(first, last + 1)
        .map(({ word }) => word)
        .join(' '),
    );
}

describe('a pattern of words', () => {
  it('finds only whole words', () => {
    assert.deepEqual(found('grito', 'grito, gritos y un grito'), ['grito', 'grito']);
    assert.deepEqual(found('grito', 'desgrito'), []);
    assert.deepEqual(found('grito', ''), []);
  });

  it('takes a star as any ending, including none', () => {
    assert.deepEqual(found('amenaz*', 'amenaz amenazaron la amena'), ['amenaz', 'amenazaron']);
  });

  it('finds a phrase only in order and without gaps', () => {
    assert.deepEqual(found('alz* la voz', 'alzaron la voz'), ['alzaron la voz']);
    for (const text of ['la voz alzaron', 'alzaron mucho la voz', 'alzaron la', 'alzaron']) {
      assert.deepEqual(found('alz* la voz', text), [], text);
    }
  });

  it('finds any of several words', () => {
    assert.deepEqual(found('(me|lo) (pego|golpe*)', 'me pego, lo golpearon, te pego'), [
      'me pego',
      'lo golpearon',
    ]);
  });

  it('finds any of several phrases with the words around them', () => {
    const pattern = '(uno|dos tres|cua* cinco) fin';
    assert.deepEqual(found(pattern, 'uno fin, dos tres fin, cuatro cinco fin'), [
      'uno fin',
      'dos tres fin',
      'cuatro cinco fin',
    ]);
    assert.deepEqual(found(pattern, 'dos fin, tres fin, cuatro fin'), []);
    assert.deepEqual(found('(uno|dos tres)', 'dos'), [], 'a phrase that the text ends in the midst of');
  });

  it('tries the next alternative when the rest does not match', () => {
    assert.deepEqual(found('(uno|uno dos) tres', 'uno dos tres'), ['uno dos tres']);
  });

  it('takes the first alternative that matches to the end', () => {
    assert.deepEqual(found('(uno|uno dos)', 'uno dos'), ['uno']);
    assert.deepEqual(found('(uno dos|uno)', 'uno dos'), ['uno dos']);
  });

  it('skips exactly one word at "_"', () => {
    assert.deepEqual(found('uno _ dos', 'uno x dos'), ['uno x dos']);
    for (const text of ['uno dos', 'uno x x dos', 'uno x', 'uno']) {
      assert.deepEqual(found('uno _ dos', text), [], text);
    }
  });

  it('skips up to three words at "…"', () => {
    for (const between of ['', 'x', 'x x', 'x x x']) {
      const text = `uno ${between} dos`.replace('  ', ' ');
      assert.deepEqual(found('uno … dos', text), [text]);
    }
    assert.deepEqual(found('uno … dos', 'uno x x x x dos'), []);
    assert.deepEqual(found('uno … dos', 'uno x x'), []);
  });

  it('ends at the nearest match after a gap', () => {
    assert.deepEqual(found('uno … dos', 'uno dos x dos'), ['uno dos']);
  });

  it('adds up adjacent gaps', () => {
    assert.deepEqual(found('uno … _ dos', 'uno dos'), []);
    assert.deepEqual(found('uno … _ dos', 'uno x x x x dos'), ['uno x x x x dos']);
    assert.deepEqual(found('uno … … dos', 'uno x x x x x x dos'), ['uno x x x x x x dos']);
  });

  it('matches from every place where it begins', () => {
    assert.deepEqual(found('uno … dos', 'uno uno dos'), ['uno uno dos', 'uno dos']);
  });

  it('ignores extra white space in its source', () => {
    assert.deepEqual(found('  (uno |  dos   tres )   fin ', 'dos tres fin'), ['dos tres fin']);
  });

  it('accepts digits', () => assert.deepEqual(found('linea 123', 'la línea 123'), ['linea 123']));
});

describe('an index of patterns', () => {
  const index = new PatternIndex(
    ['grit*', 'g*', 'no me miro', '(a|la|ella) fue', 'al* la voz', 'voz'].map((source) => ({
      pattern: parsePattern(source),
      of: source,
    })),
  );
  const finds = (text: string) =>
    index.find(tokenize(text)).map(({ of, first, last }) => `${of} ${first}-${last}`);

  it('finds matches in text order, each with its value', () => {
    assert.deepEqual(finds('alzó la voz, no me miró y gritó').slice(0, 3), [
      'al* la voz 0-2',
      'voz 2-2',
      'no me miro 3-5',
    ]);
  });

  it('finds all patterns that begin at the same word', () => {
    assert.deepEqual(finds('gritó').sort(), ['g* 0-0', 'grit* 0-0']);
  });

  it('finds words and beginnings that are shorter than its keys', () => {
    assert.deepEqual(finds('g'), ['g* 0-0']);
    assert.deepEqual(finds('a fue, la fue, ella fue'), [
      '(a|la|ella) fue 0-1',
      '(a|la|ella) fue 2-3',
      '(a|la|ella) fue 4-5',
    ]);
    assert.deepEqual(finds('al la voz'), ['al* la voz 0-2', 'voz 2-2']);
    assert.deepEqual(finds('lo'), []);
  });

  it('finds nothing without patterns or without words', () => {
    assert.deepEqual(new PatternIndex([]).find(tokenize('gritó')), []);
    assert.deepEqual(finds(''), []);
  });

  it('finds what trying every pattern at every word finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
    const word = fc.tuple(letters, fc.constantFrom('', '*')).map((parts) => parts.join(''));
    const element = fc.oneof(
      word,
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `(${words.join('|')})`),
    );
    const between = fc.oneof(element, fc.constantFrom('_', '…'));
    const source = fc.oneof(
      element,
      fc.tuple(element, fc.array(between, { maxLength: 2 }), element).map((parts) => parts.flat().join(' ')),
    );
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1, maxLength: 6 }),
        fc.array(letters, { maxLength: 8 }),
        (sources, words) => {
          const tokens = words.map((each) => ({ word: each, start: 0, end: 0 }));
          const patterns = sources.map((each, of) => ({ pattern: parsePattern(each), of }));
          const found = new PatternIndex(patterns).find(tokens).map(({ of, first }) => `${of} ${first}`);
          const wanted = sources.flatMap((each, of) =>
            words.flatMap((_, first) =>
              asRegExp(each).test(words.slice(first).join(' ')) ? [`${of} ${first}`] : [],
            ),
          );
          assert.deepEqual([...new Set(found)].sort(), wanted.sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The pattern as a regular expression over words joined by spaces, anchored at the start. */
function asRegExp(source: string): RegExp {
  const parts = source.split(' ').map((part) => {
    if (part === '_') return '[a-z]+ ';
    if (part === '…') return '(?:[a-z]+ ){0,3}';
    return `(?:${part.replace(/[()]/g, '').replaceAll('*', '[a-z]*')})(?: |$)`;
  });
  return new RegExp(`^${parts.join('')}`);
}

describe('an unreadable pattern', () => {
  for (const [source, at] of [
    ['Grito', 'Grito'],
    ['gritó', 'gritó'],
    ['año', 'año'],
    ['uno *', '*'],
    ['uno d*s', 'd*s'],
    ['uno **', '**'],
    ['uno, dos', 'uno,'],
    ['(uno|)', '(uno|)'],
    ['()', '()'],
    ['(uno|dos', '(uno|dos'],
    ['uno) dos', 'uno)'],
    ['uno (dos|_) tres', '(dos|_)'],
    ['uno (dos|…) tres', '(dos|…)'],
    ['uno ... dos', '...'],
    ['uno(dos) tres', 'uno(dos)'],
  ] as const) {
    it(`is quoted with the unreadable place: ${source}`, () => {
      assert.throws(() => parsePattern(source), {
        message: `the pattern "${source}" cannot be read at "${at}"`,
      });
    });
  }

  for (const source of ['', '   ', '…', '_', '… uno', 'uno …', '_ uno', 'uno _']) {
    it(`must begin and end with a word: "${source}"`, () => {
      assert.throws(() => parsePattern(source), {
        message: `the pattern "${source}" has to begin and end with a word`,
      });
    });
  }
});
