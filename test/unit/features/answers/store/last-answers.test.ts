import assert from 'node:assert/strict';
import { LastAnswers, type LastSaid } from '../../../../../src/features/answers/store/last-answers.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const AT = new Date('2026-11-24T15:00:00Z');
const MINUTE = 60_000;
const later = (ms: number) => new Date(AT.getTime() + ms);

describe('the last answer', () => {
  let tables: MemoryTables;
  let answers: LastAnswers;
  beforeEach(() => {
    tables = new MemoryTables();
    answers = new LastAnswers(tables);
  });

  it('is stored with the number of examples shown', async () => {
    await answers.save('ana', { kind: 'answer', sectionId: 'amabilidad', shown: 2 }, AT);
    assert.deepEqual(await answers.find('ana', AT), { kind: 'answer', sectionId: 'amabilidad', shown: 2 });
  });

  it('can be a choice of sections, or an offer to report', async () => {
    const suggested = { kind: 'suggestions', ids: ['amabilidad', 'alcance'] } as const;
    await answers.save('ana', { ...suggested, ids: [...suggested.ids] }, AT);
    assert.deepEqual(await answers.find('ana', AT), suggested);
    await answers.save('ana', { kind: 'offer' }, AT);
    assert.deepEqual(await answers.find('ana', AT), { kind: 'offer' });
  });

  it('is exported to its person, whatever it was', async () => {
    const at = AT.toISOString();
    assert.deepEqual(await answers.dataOf('ana'), []);
    for (const [said, data] of [
      [
        { kind: 'answer', sectionId: 'amabilidad', shown: 2 },
        { said: 'answer', section: 'amabilidad', examples: 2, at },
      ],
      [
        { kind: 'suggestions', ids: ['amabilidad', 'alcance'] },
        { said: 'suggestions', sections: ['amabilidad', 'alcance'], at },
      ],
      [{ kind: 'offer' }, { said: 'offer', at }],
      [{ kind: 'none' }, { said: 'none', at }],
    ] as const) {
      await answers.save('ana', structuredClone(said) as LastSaid, AT);
      assert.deepEqual(await answers.dataOf('ana'), [data]);
      assert.deepEqual(await answers.dataOf('luz'), []);
    }
  });

  it('is forgotten after 30 minutes', async () => {
    await answers.save('ana', { kind: 'answer', sectionId: 'amabilidad', shown: 0 }, AT);
    assert.ok(await answers.find('ana', later(30 * MINUTE - 1)));
    assert.equal(await answers.find('ana', later(30 * MINUTE)), undefined);
    assert.equal(await answers.find('ana', later(24 * 60 * MINUTE)), undefined);
  });

  it('is undefined before the first one', async () => {
    assert.equal(await answers.find('ana', AT), undefined);
  });

  it('is stored separately for each person', async () => {
    await answers.save('ana', { kind: 'answer', sectionId: 'amabilidad', shown: 0 }, AT);
    await answers.save('luz', { kind: 'answer', sectionId: 'alcance', shown: 1 }, AT);
    assert.deepEqual(await answers.find('ana', AT), { kind: 'answer', sectionId: 'amabilidad', shown: 0 });
    assert.deepEqual(await answers.find('luz', AT), { kind: 'answer', sectionId: 'alcance', shown: 1 });
    assert.equal(await answers.find('eva', AT), undefined);
  });

  it('replaces the previous one and restarts the 30 minutes', async () => {
    await answers.save('ana', { kind: 'answer', sectionId: 'amabilidad', shown: 2 }, AT);
    await answers.save('ana', { kind: 'answer', sectionId: 'alcance', shown: 0 }, later(20 * MINUTE));
    assert.deepEqual(await answers.find('ana', later(45 * MINUTE)), {
      kind: 'answer',
      sectionId: 'alcance',
      shown: 0,
    });
    const { rows } = await tables.page('Conversations', { partitionKey: 'ana', size: 10 });
    assert.equal(rows.length, 1);
  });
});
