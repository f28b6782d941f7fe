import assert from 'node:assert/strict';
import type { Signal } from '../../../../src/platform/impact/assessment.js';
import { readRules } from '../../../../src/platform/impact/rules.js';
import { ContentError } from '../../../../src/platform/text/yaml-file.js';
import { rulesIn, rulesWith } from '../../../support/rules.js';

const FILE = `# Some rules.
signals:
  cercania: [frio, no me miro, a la]
  agresion_verbal: [grit*, alz* la voz]
  amenaza:
    - amenaz*
    - voy a (matar*|dar plomo)
    - se … donde _ vive
  agresion_fisica: [golpe*]
  seguridad: [cuchillo]
figurative:
  - golpe de (suerte|vista)
  - amenaz* lluvia
discrimination:
  - por ser (negr*|indigena)
care:
  self-harm: [quitar* la vida, no quiere vivir]
  child-at-risk: [nin*]
`;
const rules = rulesIn(FILE);
const found = (narrative: string) => rules.read(narrative).signals.map(({ text }) => text);
const discounted = (narrative: string) =>
  rules.read(narrative).discounted.map(({ text, why }) => `${text}: ${why}`);

describe('signals in a narrative', () => {
  it('have their place in the original text', () => {
    const narrative = '😡 ¡Me AMENAZÓ, y además gritó!';
    const reading = rules.read(narrative);
    assert.deepEqual(reading, {
      signals: [
        { text: 'AMENAZÓ', start: 7, end: 14, level: 'high', rule: 'amenaza' },
        { text: 'gritó', start: 25, end: 30, level: 'medium', rule: 'agresion_verbal' },
      ],
      hints: [],
      discounted: [],
      discrimination: false,
      cares: [],
    });
    for (const { text, start, end } of reading.signals) assert.equal(narrative.slice(start, end), text);
  });

  it('are found in every encoding of accents, and without accents', () => {
    for (const written of ['Me gritó'.normalize('NFD'), 'Me gritó'.normalize('NFC'), 'me grito']) {
      const [signal, ...rest] = rules.read(written).signals;
      assert.equal(signal?.text, written.slice(3));
      assert.equal(written.slice(signal?.start, signal?.end), signal?.text);
      assert.deepEqual(rest, []);
    }
  });

  it('are empty when no rule matches', () => {
    for (const text of ['', ' \n', '😡', 'Esperé dos horas', '\ud83d']) {
      assert.deepEqual(rules.read(text), {
        signals: [],
        hints: [],
        discounted: [],
        discrimination: false,
        cares: [],
      });
    }
  });

  it('have the level of their clause', () => {
    const levels = rules.read('Fue frío, me gritó y sacó un cuchillo').signals;
    assert.deepEqual(
      levels.map(({ level, rule }) => [level, rule]),
      [
        ['low', 'cercania'],
        ['medium', 'agresion_verbal'],
        ['high', 'seguridad'],
      ],
    );
  });

  it('may have any ending at a star, and no other without one', () => {
    assert.deepEqual(found('amenaz amenaza amenazaron'), ['amenaz', 'amenaza', 'amenazaron']);
    assert.deepEqual(found('cuchillos cuchillo'), ['cuchillo']);
    assert.deepEqual(found('desgritado, gripe'), []);
    assert.deepEqual(found('me alzaron la voz y gritó, gritó'), ['alzaron la voz', 'gritó', 'gritó']);
  });

  it('match a phrase only whole and in order, across punctuation', () => {
    assert.deepEqual(found('«te voy a... ¡MATAR!»'), ['voy a... ¡MATAR']);
    assert.deepEqual(found('voy pronto a matar'), []);
  });

  it('match alternatives and gaps', () => {
    assert.deepEqual(found('le voy a dar plomo'), ['voy a dar plomo']);
    assert.deepEqual(found('yo sé muy bien dónde él vive, y sé dónde usted vive'), [
      'sé muy bien dónde él vive',
      'sé dónde usted vive',
    ]);
    assert.deepEqual(found('sé dónde vive'), []);
  });

  it('are found through signs for letters and drawn-out letters', () => {
    assert.deepEqual(found('me 4m3n4z0, me GRITÓÓÓÓ, lo voy a mataaaarlo con un cuch1llo'), [
      '4m3n4z0',
      'GRITÓÓÓÓ',
      'voy a mataaaarlo',
      'cuch1llo',
    ]);
  });

  it('are found each time, in text order', () => {
    assert.deepEqual(found('gritó, cuchillo, gritó'), ['gritó', 'cuchillo', 'gritó']);
  });
});

describe('discounted words', () => {
  for (const [narrative, expected] of [
    ['Él no gritó', 'gritó: negated'],
    ['sin un solo golpe', 'golpe: negated'],
    ['Él NUNCA me amenazó', 'amenazó: negated'],
    ['casi lo golpea', 'golpea: hypothetical'],
    ['me podría golpear', 'golpear: hypothetical'],
    ['si me amenaza', 'amenaza: hypothetical'],
    ['¿qué es una amenaza?', 'amenaza: asked'],
    ['fue un golpe de suerte', 'golpe: figurative'],
    ['amenazaba lluvia', 'amenazaba: figurative'],
    ['no fue un golpe de vista', 'golpe: figurative'],
  ] as const) {
    it(`are listed with the reason: "${narrative}"`, () => {
      assert.deepEqual(discounted(narrative), [expected]);
      assert.deepEqual(found(narrative), []);
    });
  }

  it('have their place, level and clause', () => {
    assert.deepEqual(rules.read('😡 no gritó').discounted, [
      { text: 'gritó', start: 6, end: 11, level: 'medium', rule: 'agresion_verbal', why: 'negated' },
    ]);
  });

  it('are negated within four words and no further', () => {
    assert.deepEqual(found('no que yo sepa gritó'), []);
    assert.deepEqual(found('no que yo lo sepa gritó'), ['gritó']);
  });

  it('are negated only by preceding words', () => {
    assert.deepEqual(found('gritó, no habló'), ['gritó']);
    assert.deepEqual(found('noche: gritó'), ['gritó']);
  });

  it('count after punctuation that ends the negation', () => {
    for (const text of ['No. Me amenazó en la puerta', 'No sé, me amenazó en la puerta']) {
      assert.deepEqual(found(text), ['amenazó']);
    }
  });

  it('count when the pattern itself begins with a negation', () => {
    assert.deepEqual(found('no me miró'), ['no me miró']);
    assert.deepEqual(found('No me saludó, no gritó ni habló, no me miró'), ['no me miró']);
    assert.deepEqual(found('sin hablar no me miró'), ['no me miró']);
    assert.deepEqual(found('nunca habló, no me miró'), ['no me miró']);
    assert.deepEqual(found('me miró'), []);
  });

  it('count after "no solo"', () => {
    assert.deepEqual(found('no solo me gritó, me amenazó'), ['gritó', 'amenazó']);
  });

  it('count when they are repeated without the negation', () => {
    assert.deepEqual(found('no gritó. Después gritó'), ['gritó']);
    assert.deepEqual(discounted('no gritó. Después gritó'), ['gritó: negated']);
  });

  it('are left out when they overlap with words that count', () => {
    const overlapping = rulesWith({ amenaza: ['no uno dos'], salud: ['uno'] });
    const { signals, discounted: left } = overlapping.read('no uno dos');
    assert.deepEqual([signals.map(({ rule }) => rule), left], [['amenaza'], []]);
  });

  it('are listed once when they overlap with each other', () => {
    assert.deepEqual(discounted('no alzó la voz'), ['alzó la voz: negated']);
  });
});

describe('resolving overlapping signals', () => {
  const kept = (narrative: string, signals: Partial<Record<Signal['rule'], string[]>>) =>
    rulesWith(signals)
      .read(narrative)
      .signals.map(({ rule, text }) => `${rule}: ${text}`);

  it('keeps the gravest, even if shorter, in any order of the rules', () => {
    for (const signals of [
      { cercania: ['uno dos tres'], salud: ['dos'] },
      { salud: ['dos'], cercania: ['uno dos tres'] },
    ]) {
      assert.deepEqual(kept('uno dos tres', signals), ['salud: dos']);
    }
  });

  it('keeps the longest of the same level', () => {
    for (const long of ['uno dos', 'dos tres']) {
      assert.deepEqual(kept('uno dos tres', { cercania: ['dos'], informacion: [long] }), [
        `informacion: ${long}`,
      ]);
    }
  });

  it('keeps both when they are only adjacent', () => {
    assert.deepEqual(kept('uno dos tres', { salud: ['dos'], cercania: ['uno'] }), [
      'cercania: uno',
      'salud: dos',
    ]);
  });

  it('keeps a lesser one that overlaps only with a dropped one', () => {
    const signals = { cercania: ['uno dos'], soez: ['dos tres'], salud: ['tres cuatro'] };
    assert.deepEqual(kept('uno dos tres cuatro', signals), ['cercania: uno dos', 'salud: tres cuatro']);
  });
});

describe('other findings in a narrative', () => {
  it('include discrimination, negated or not', () => {
    const reads = (text: string) => rules.read(text).discrimination;
    assert.equal(reads('No me atendió por ser NEGRA'), true);
    assert.equal(reads('dice que no fue por ser indígena'), true);
    assert.equal(reads('por ser lunes, la oveja negra'), false);
  });

  it('include situations that call for help, in a fixed order', () => {
    const reads = (text: string) => rules.read(text).cares;
    assert.deepEqual(reads('El niño dijo que se va a quitar la vida'), ['self-harm', 'child-at-risk']);
    assert.deepEqual(reads('ya no quiere vivir'), ['self-harm'], 'the pattern has the "no" itself');
    assert.deepEqual(reads('sin niños'), []);
    assert.deepEqual(reads('casi se quita la vida, se iba a quitar la vida'), ['self-harm']);
    assert.deepEqual(reads('¿qué hago si se quiere quitar la vida?'), ['self-harm']);
    assert.deepEqual(reads('esperé dos horas'), []);
  });
});

describe('a file of rules', () => {
  function assertProblem(yaml: string, expected: RegExp): void {
    assert.throws(
      () => rulesIn(yaml),
      (error) => {
        assert.ok(error instanceof ContentError, String(error));
        assert.match(error.message, expected);
        return true;
      },
    );
  }

  it('defaults to that of the policy, which covers all three levels', () => {
    const levelsIn = (text: string) =>
      readRules()
        .read(text)
        .signals.map(({ level }) => level);
    assert.ok(levelsIn('Un usuario me amenazó con un cuchillo').includes('high'));
    assert.deepEqual(levelsIn('Me insultó delante de todos'), ['medium']);
    assert.deepEqual(levelsIn('Me atendió de mala gana'), ['low']);
  });

  it('sees a child by each word that people use for one', () => {
    const known = readRules();
    const isSeen = (word: string) =>
      known.read(`dejaron ${word} en el vestier`).cares.includes('child-at-risk');
    const words = [
      'al pelao',
      'a esa niña',
      'a la chinita',
      'al culicagado',
      'a mi ahijada',
      'a la criatura',
    ];
    assert.deepEqual(
      words.filter((word) => !isSeen(word)),
      [],
    );
    assert.ok(!isSeen('un cable pelado'), 'it is bare');
  });

  it('may leave out clauses and cares', () => {
    const { signals } = rulesWith({ soez: ['carajo'] }).read('¡Carajo!');
    assert.deepEqual(
      signals.map(({ rule }) => rule),
      ['soez'],
    );
  });

  for (const [what, from, to, problem] of [
    ['names an unknown clause', 'cercania', 'lejania', /impact-rules\.yaml:3: .*lejania/],
    ['has no patterns for a clause', '[golpe*]', '[]', /impact-rules\.yaml:9: signals\.agresion_fisica/],
    ['has a pattern that is not text', '- amenaz*', '- 42', /impact-rules\.yaml:6: signals\.amenaza\.0/],
    ['has an empty pattern', '- amenaz*', "- ''", /yaml:6: signals\.amenaza\.0: .*has to begin and end/],
    ['names an unknown care', 'child-at-risk', 'child', /impact-rules\.yaml:17: care: .*child/],
    ['has an unknown part', 'discrimination:', 'more: [uno]\ndiscrimination:', /impact-rules\.yaml:.*more/],
    ['leaves a part out', 'figurative:', 'signals_:', /figurative/],
    ['has no figurative patterns', /figurative:\n.*\n.*\n/, 'figurative: []\n', /yaml:11: figurative/],
    ['is not YAML', 'signals:', 'signals: [', /impact-rules\.yaml:\d+: /],
    [
      'has a pattern with an accent',
      'amenaz* lluvia',
      'amenazó',
      /^content\/impact-rules\.yaml:13: figurative\.1: the pattern "amenazó" cannot be read at "amenazó"$/,
    ],
    [
      'begins a pattern with a gap',
      '- golpe de',
      '- … golpe de',
      /^content\/impact-rules\.yaml:12: figurative\.0: the pattern "… golpe de .*begin and end with a word$/,
    ],
    [
      'leaves a bracket open',
      '(negr*|indigena)',
      '(negr*',
      /impact-rules\.yaml:15: discrimination\.0: the pattern "por ser \(negr\*" cannot be read at "\(negr/,
    ],
    [
      'has a star inside a word',
      'quitar* la vida',
      'qui*tar',
      /impact-rules\.yaml:17: care\.self-harm\.0: the pattern "qui\*tar" cannot be read/,
    ],
  ] as const) {
    it(`is refused, naming the place, when it ${what}`, () => {
      assert.notEqual(FILE.replace(from, to), FILE, 'the test changes something');
      assertProblem(FILE.replace(from, to), problem);
    });
  }

  it('is refused with the line of every unreadable pattern', () => {
    const yaml = FILE.replace('- se … donde', '- … donde')
      .replace('[golpe*]', '[golpe, gólpe]')
      .replace('quiere vivir', 'quiere Vivir')
      .replace('- por ser', '- Por ser');
    assert.throws(
      () => rulesIn(yaml),
      (error) => {
        assert.ok(error instanceof ContentError, String(error));
        const places = error.problems.map((problem) =>
          problem.match(/^content\/impact-rules\.yaml:(\d+): (\S+):/),
        );
        assert.deepEqual(
          places.map((place) => place?.slice(1)),
          [
            ['8', 'signals.amenaza.2'],
            ['9', 'signals.agresion_fisica.1'],
            ['15', 'discrimination.0'],
            ['17', 'care.self-harm.1'],
          ],
        );
        return true;
      },
    );
  });

  it('is refused when it does not exist', () => {
    assert.throws(() => readRules('/nowhere/rules.yaml'), /content\/impact-rules\.yaml:1: the file cannot/);
  });
});
