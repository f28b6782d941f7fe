import assert from 'node:assert/strict';
import { makeVisible } from '../../../../src/platform/text/visible.js';

const code = (point: number) => String.fromCodePoint(point);
const named = (point: number) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('making a person’s text visible', () => {
  it('leaves visible text alone', () => {
    for (const text of [
      '',
      'Le gritó: «¡no!» (a las 9:30 a. m.) — 100 % 😡',
      'pingüino, niño, Ångström, Ж, 中文, עברית',
      '**bold** _it_ [link](https://x.example) ${name} <b>&nbsp;</b>',
    ]) {
      assert.equal(makeVisible(text), text);
    }
  });

  it('keeps line breaks and tabs', () => {
    assert.equal(makeVisible('one\ntwo\n\n\tthree'), 'one\ntwo\n\n\tthree');
    assert.equal(makeVisible('one\r\ntwo\rthree'), 'one\ntwo\nthree');
  });

  it('keeps an emoji with a skin tone together', () => {
    assert.equal(makeVisible('👩🏽‍⚕️ 👩‍👩‍👧'), '👩🏽‍⚕️ 👩‍👩‍👧');
  });

  for (const [what, points] of [
    [
      'control characters',
      [...range(0, 8), ...range(0x0b, 0x0c), ...range(0x0e, 0x1f), ...range(0x7f, 0x9f)],
    ],
    ['direction marks', [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]],
    ['invisible characters', [0x200b, 0x200c, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff]],
  ] as const) {
    it(`removes ${what}`, () => {
      for (const point of points) {
        assert.equal(makeVisible(`a${code(point)}b${code(point)}`), 'ab', named(point));
      }
    });
  }

  it('keeps the joiner inside an emoji', () => {
    for (const emoji of ['👨‍👩‍👧‍👦', '❤️‍🔥', '🏳️‍🌈', '👁️‍🗨️', '🧑‍⚕️']) {
      assert.ok(emoji.includes('\u200d'));
      assert.equal(makeVisible(`a ${emoji} b`), `a ${emoji} b`);
    }
  });

  it('removes a joiner that joins nothing', () => {
    assert.equal(makeVisible('a\u200db'), 'ab');
    assert.equal(makeVisible('\u200dab\u200d'), 'ab');
    assert.equal(makeVisible('👨\u200d\u200d👩'), '👨\u200d👩');
  });

  it('replaces a lone surrogate with the replacement character', () => {
    assert.equal(makeVisible('a\ud83db'), 'a\ufffdb');
    assert.equal(makeVisible('a\ude21b'), 'a\ufffdb');
    assert.equal(makeVisible('a\ude21\ud83db'), 'a\ufffd\ufffdb');
    assert.equal(makeVisible('a\ud83d\ude21b'), 'a😡b');
  });

  for (const [text, shown] of [
    ['<at>Luis</at>', '‹at›Luis‹/at›'],
    ['<AT id="0">Luis</At>', '‹at id="0"›Luis‹/at›'],
    ['<a\u200bt>Luis</\u202eat>', '‹at›Luis‹/at›'],
    ['<a\u200dt>Luis<\u0000/at>', '‹at›Luis‹/at›'],
    ['<at\n>Luis</at >', '‹at\n›Luis‹/at ›'],
    ['{{DATE(2017-02-14T06:08:39Z, LONG)}}', '{ {DATE(2017-02-14T06:08:39Z, LONG)}}'],
    ['{\u200b{ time(2017-02-14T06:08:39Z)}}', '{ { time(2017-02-14T06:08:39Z)}}'],
  ] as const) {
    it(`disarms ${JSON.stringify(text)}`, () => assert.equal(makeVisible(text), shown));
  }

  it('leaves text alone that only looks like a mention', () => {
    for (const text of ['a < b > c', '<attention>', '<a>t</a>', 'at>Luis', '@Luis', '< at>']) {
      assert.equal(makeVisible(text), text);
    }
  });

  it('is idempotent', () => {
    const text = 'a\u200b<a\u2060t>\ud800👨\u200d👩\u202e\u0007';
    assert.equal(makeVisible(makeVisible(text)), makeVisible(text));
  });
});
