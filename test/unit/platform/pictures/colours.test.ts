import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Colour,
  contrast,
  inkOn,
  LEAST_CONTRAST,
  mix,
  readable,
} from '../../../../src/platform/pictures/colours.js';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  it('is that of WCAG', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#777777'), 1);
    // The nearest greys to the limit on white, as checkers of contrast show them.
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
    assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48');
  });

  it('is enough for black or white on any colour', () => {
    fc.assert(fc.property(colours, (ground) => contrast(inkOn(ground), ground) >= LEAST_CONTRAST));
  });

  it('is enough for any colour on any other, once it has been made readable', () => {
    fc.assert(
      fc.property(colours, colours, (colour, ground) => {
        return contrast(readable(colour, ground), ground) >= LEAST_CONTRAST;
      }),
    );
  });

  it('leaves a colour that can be read as it is', () => {
    assert.equal(readable('#444791', '#ffffff'), '#444791');
  });
});

describe('a mixed colour', () => {
  it('goes from the one to the other', () => {
    assert.deepEqual(
      [0, 0.5, 1].map((share) => mix('#000000', '#ff8040', share)),
      ['#000000', '#804020', '#ff8040'],
    );
  });
});
