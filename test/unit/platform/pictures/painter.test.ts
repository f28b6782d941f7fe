import assert from 'node:assert/strict';
import { DEFAULT_COLOURS } from '../../../../src/platform/pictures/colours.js';
import { drawKeepsake, type Keepsake } from '../../../../src/platform/pictures/keepsake.js';
import { Painter } from '../../../../src/platform/pictures/painter.js';

const VIEW: Keepsake = {
  language: 'es',
  colours: DEFAULT_COLOURS,
  heading: 'Reconocimiento',
  name: 'Ana',
  title: 'Amabilidad',
  words: 'Gracias',
  from: 'De parte de Luis',
  seed: 'one',
};

describe('the painter', () => {
  let painter: Painter;
  beforeEach(() => {
    painter = new Painter();
  });
  afterEach(() => painter.stop());

  it('draws what it is asked for, one after the other', async () => {
    const [one, other] = await Promise.all([painter.draw(VIEW), painter.draw({ ...VIEW, name: 'Eva' }, 600)]);
    assert.deepEqual(one, await drawKeepsake(VIEW));
    assert.deepEqual(other, await drawKeepsake({ ...VIEW, name: 'Eva' }, 600));
  });

  it('draws on after a picture that cannot be drawn', async () => {
    const failed = painter.draw(VIEW, 10_000_000);
    const next = painter.draw(VIEW);
    await assert.rejects(failed);
    assert.deepEqual(await next, await drawKeepsake(VIEW));
  });

  it('starts anew after it was stopped', async () => {
    await painter.draw(VIEW);
    painter.stop();
    assert.deepEqual(await painter.draw(VIEW), await drawKeepsake(VIEW));
  });
});
