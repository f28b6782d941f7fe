import assert from 'node:assert/strict';
import { Stories } from '../../../../../src/features/reports/service/stories.js';

const AT = new Date('2026-11-24T15:00:00.000Z');
const LATE = new Date('2026-11-24T15:30:00.000Z');

describe('a story in several messages', () => {
  it('is one, in the order in which it was told, each piece once', () => {
    const stories = new Stories();
    assert.equal(stories.tell('ana', 'Llegó una señora.', AT), 1);
    assert.equal(stories.tell('ana', 'No la dejaron entrar.', AT), 2);
    assert.equal(stories.tell('ana', 'No la dejaron entrar.', AT), 2);
    assert.equal(stories.of('ana', AT), 'Llegó una señora.\nNo la dejaron entrar.');
    assert.equal(stories.of('luis', AT), '');
  });

  it('is kept for half an hour, and no longer once it is reported', () => {
    const stories = new Stories();
    stories.tell('ana', 'Llegó una señora.', AT);
    assert.equal(stories.of('ana', LATE), '');
    stories.tell('ana', 'Otra vez.', AT);
    stories.over('ana');
    assert.equal(stories.of('ana', AT), '');
  });

  it('has beside it what else was written of late', () => {
    const stories = new Stories();
    stories.hear('ana', 'el del problema es mi jefe', AT);
    assert.equal(stories.around('ana', AT), 'el del problema es mi jefe');
    assert.equal(stories.around('ana', LATE), '');
  });
});
