import assert from 'node:assert/strict';
import { Learning } from '../../../../../src/features/answers/service/learning.js';
import type { Turn } from '../../../../../src/turn.js';

function learning(save: (question: { text: string }) => Promise<void>) {
  return new Learning({
    questions: { save } as never,
    askedBack: {} as never,
    recount: () => {},
    background: {} as never,
    log: { warn: () => {} } as never,
  });
}

const asked = (text: string, alternatives: string[] = ['policy']) =>
  ({ text, activityId: 'a', now: new Date(0), understood: { alternatives } }) as unknown as Turn;

describe('a question without an answer', () => {
  const kept: string[] = [];
  const keeps = learning(async ({ text }) => void kept.push(text));

  it('is kept, and only then said to be', async () => {
    assert.equal(await keeps.unanswered(asked('¿cuánto vale parquear?')), true);
    assert.deepEqual(kept, ['¿cuánto vale parquear?']);
    const fails = learning(() => Promise.reject(new Error('storage')));
    assert.equal(await fails.unanswered(asked('¿cuánto vale parquear?')), false);
  });

  it('is neither kept nor said to be where it may tell of people or of the own case', async () => {
    kept.length = 0;
    assert.equal(await keeps.unanswered(asked('¿quién paga el abogado de mi caso?')), false);
    assert.equal(await keeps.unanswered(asked('me gritó', ['policy', 'tell'])), false);
    assert.deepEqual(kept, []);
  });
});
