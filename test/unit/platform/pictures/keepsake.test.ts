import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import {
  type Colour,
  contrast,
  DEFAULT_COLOURS,
  LEAST_CONTRAST,
} from '../../../../src/platform/pictures/colours.js';
import { drawable } from '../../../../src/platform/pictures/fonts.js';
import { drawKeepsake, type Keepsake } from '../../../../src/platform/pictures/keepsake.js';

const VIEW: Keepsake = {
  language: 'es',
  colours: DEFAULT_COLOURS,
  heading: 'Compensar · Reconocimiento',
  name: 'Carlos Ñáñez Güiza',
  title: 'Amabilidad',
  words: 'Se quedó media hora después de su turno hasta que la señora supo cómo volver a casa.',
  from: 'De parte de Ana Gómez',
  seed: 'one',
};
const HOSTILE: Record<string, Partial<Keepsake>> = {
  'five hundred characters': { words: 'Atendió a mi familia con paciencia. '.repeat(14).slice(0, 500) },
  'one word of five hundred characters': { words: 'W'.repeat(500) },
  'a name and a title without end': {
    name: 'Wálter-'.repeat(40),
    title: 'M'.repeat(300),
    from: 'Ñ'.repeat(300),
  },
  'lines and directions': { name: 'Ana\u202e\n\n\n\n', words: `\u2067${'a\n'.repeat(200)}`, from: '\u200f.' },
  'piles of marks': {
    name: `A${'\u0301\u0327'.repeat(60)}`,
    words: `e${'\u0334\u0352'.repeat(150)}`.repeat(2),
  },
  'emoji alone': { name: '👩‍⚕️', words: '🇨🇴💜👍🏽❤️1️⃣'.repeat(30), title: '✨' },
  'nothing that can be drawn': { name: '李明', words: 'محمد', title: '', from: '' },
};

interface Pixels {
  width: number;
  height: number;
  at(x: number, y: number): Colour;
}

function decode(png: Buffer): Pixels {
  const { width, height, data } = PNG.sync.read(png);
  const at = (x: number, y: number): Colour =>
    `#${data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`;
  return { width, height, at };
}

/** What is not paper within a part of a picture of 1,200 px. */
function inksWithin(
  { at }: Pixels,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Colour[] {
  const paper = at(2, 2);
  const found: Colour[] = [];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if (at(x, y) !== paper) found.push(at(x, y));
  }
  return found;
}

describe('the picture that people keep', () => {
  it('has the size of link previews, or another one of the same shape', async () => {
    const whole = decode(await drawKeepsake(VIEW));
    assert.deepEqual([whole.width, whole.height], [1_200, 630]);
    const small = decode(await drawKeepsake(VIEW, 1_000));
    assert.deepEqual([small.width, small.height], [1_000, 525]);
  });

  it('is the same each time, with a flower of its own for each seed', async () => {
    const [one, again, other] = await Promise.all(
      [VIEW, VIEW, { ...VIEW, seed: 'two' }].map((view) => drawKeepsake(view)),
    );
    assert.ok(one && again && other);
    assert.deepEqual(one, again);
    const [before, after] = [decode(one), decode(other)];
    assert.notDeepEqual(inksWithin(before, [800, 0, 1_200, 630]), inksWithin(after, [800, 0, 1_200, 630]));
    assert.deepEqual(inksWithin(before, [0, 0, 790, 630]), inksWithin(after, [0, 0, 790, 630]));
  });

  for (const [what, changes] of Object.entries({ 'an ordinary thank-you': {}, ...HOSTILE })) {
    it(`keeps its margins with ${what}`, async () => {
      const pixels = decode(await drawKeepsake({ ...VIEW, ...changes }));
      for (const margin of [
        [0, 0, 66, 630],
        [0, 0, 780, 40],
        [0, 590, 780, 630],
        [770, 200, 796, 430],
      ] as const) {
        assert.equal(inksWithin(pixels, margin).length, 0, margin.join());
      }
      assert.ok(inksWithin(pixels, [66, 40, 770, 590]).length > 500, 'something is written');
    });
  }

  for (const [primary, accent] of [
    ['#444791', '#f2a93b'],
    ['#ffff66', '#222222'],
    ['#777777', '#888888'],
    ['#ffffff', '#ffffff'],
    ['#000000', '#000000'],
  ] as const) {
    it(`can be read in ${primary} and ${accent}`, async () => {
      const pixels = decode(await drawKeepsake({ ...VIEW, colours: { primary, accent } }));
      const paper = pixels.at(2, 2);
      // The heading, and the name.
      for (const place of [
        [72, 60, 500, 98],
        [72, 110, 700, 280],
      ] as const) {
        const ratios = inksWithin(pixels, place).map((ink) => contrast(ink, paper));
        assert.ok(Math.max(...ratios) >= LEAST_CONTRAST, place.join());
      }
    });
  }

  it('has a drawing of its own for letters of other languages and for emoji', async () => {
    const names = ['ł', 'ę', 'Ñ', 'ő', 'ș', 'Đ', 'ặ', 'И', '💜', '🙏', '🇨🇴'];
    const drawn = await Promise.all(names.map((name) => drawKeepsake({ ...VIEW, name })));
    assert.equal(new Set(drawn.map((png) => png.toString('base64'))).size, names.length);
  });
});

describe('what can be drawn of a text', () => {
  for (const [text, drawn] of [
    ['Lech Wałęsa, Ñandú, Đặng', 'Lech Wałęsa, Ñandú, Đặng'],
    ['José Núñez'.normalize('NFD'), 'José Núñez'],
    ['\u202eanA\u202c\u200b', 'anA'],
    ['Gracias\n\n por todo', 'Gracias por todo'],
    ['Z\u0351\u0352\u0353algo', 'Zalgo'],
    ['王 Ana 明', 'Ana'],
    ['👩‍⚕️ ❤️ 1️⃣', '👩‍⚕️ ❤️ 1️⃣'],
  ] as const) {
    it(`is «${drawn}»`, () => assert.equal(drawable(text), drawn));
  }
});
