import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Box, fitText } from '../../../../src/platform/pictures/fitting.js';

const BOX: Box = { width: 300, height: 100, largest: 40, smallest: 10, leading: 1.25 };
/** Every sign is as wide as half the size, and a `W` as wide as the size. */
const measure = (text: string) => [...text].reduce((sum, sign) => sum + (sign === 'W' ? 1 : 0.5), 0);

describe('a text that is fitted into a box', () => {
  it('is as large as it can be', () => {
    assert.deepEqual(fitText('Gracias', BOX, measure), { size: 40, lines: ['Gracias'], isWhole: true });
    assert.deepEqual(fitText('Gracias de corazón', BOX, measure).lines, ['Gracias de', 'corazón']);
  });

  it('gets smaller rather than break a word or lose one', () => {
    const { size, lines } = fitText('Agradecimiento', { ...BOX, mostLines: 1 }, measure);
    assert.deepEqual([size, lines], [40, ['Agradecimiento']]);
    assert.equal(fitText('Agradecimientísimo sincero', { ...BOX, mostLines: 1 }, measure).size, 23);
  });

  it('ends in an ellipsis only where it does not fit at the smallest size', () => {
    const { size, lines } = fitText('palabra '.repeat(200), BOX, measure);
    assert.equal(size, 10);
    assert.equal(lines.length, 8);
    assert.deepEqual(
      lines.map((line) => line.endsWith('…')),
      [...Array(7).fill(false), true],
    );
  });

  it('breaks a word that is wider than the box, between signs as people see them', () => {
    const family = '👨‍👩‍👧';
    const { lines } = fitText(family.repeat(40), { ...BOX, smallest: 20 }, measure);
    assert.ok(lines.length > 1);
    for (const line of lines) assert.match(line, new RegExp(`^(${family})+…?$`, 'u'));
  });

  it('has no lines when it is empty', () => {
    assert.deepEqual(fitText(' \n ', BOX, measure).lines, []);
  });

  it('never leaves the box, and says so when it leaves something out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('W', 'a', 'ñ', '💜'), maxLength: 90 }), { maxLength: 60 }),
        (words) => {
          const { size, lines, isWhole } = fitText(words.join(' '), BOX, measure);
          for (const line of lines) assert.ok(measure(line) * size <= BOX.width + 1e-6, line);
          assert.ok(lines.length * size * BOX.leading <= BOX.height + 1e-6);
          const all = words.join('');
          const shown = lines.join('').replaceAll(' ', '');
          if (isWhole) assert.equal(shown, all);
          else assert.ok(shown.endsWith('…') && all.startsWith(shown.slice(0, -1)));
        },
      ),
    );
  });
});
