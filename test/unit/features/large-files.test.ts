import assert from 'node:assert/strict';
import { createSources, Importing, readSourceFile } from '../../../src/features/sources/index.js';
import { createTrainings } from '../../../src/features/trainings/index.js';
import type { Reply, Turn } from '../../../src/turn.js';
import { aPerson } from '../../support/fixtures.js';
import { memoryContext, memoryHost } from '../../support/host.js';
import { turnsOfOthers } from '../../support/turns-of-others.js';

const SMALL = 200_000;
const LARGE = 4_000_000;
const HEADS = { sources: 'radicado;fuente;fecha;texto\n', trainings: 'Full Name\tUser Action\tTimestamp\n' };

/** Receives a file of the feature with so many bytes, by the feature's own door. */
async function receive(feature: keyof typeof HEADS, bytes: number): Promise<Reply | undefined> {
  const content = Buffer.from(HEADS[feature].padEnd(bytes, ';'));
  const context = { ...memoryContext(memoryHost()), fetchFile: async () => content };
  const turn = {
    files: [{ name: 'archivo.csv' }],
    actor: { id: 'ana', name: 'Ana' },
    person: async () => aPerson('ana', { roles: ['humanization', 'trainer'] }),
    language: 'es',
    now: context.clock(),
  } as unknown as Turn;
  return feature === 'sources'
    ? createSources(context, {} as never, {} as never).receiveFile(turn)
    : createTrainings(context, { isGuest: async () => false }).receiveReport(turn);
}

describe('a large file', function () {
  this.timeout(30_000);
  for (const feature of ['sources', 'trainings'] as const) {
    it(`lets others have their turn while ${feature} read it`, async () => {
      assert.equal(await turnsOfOthers(() => receive(feature, SMALL)), 0, 'a small one is read at once');
      assert.ok((await turnsOfOthers(() => receive(feature, LARGE))) > 0);
    });

    it(`gets the same answer of ${feature} as a small one`, async () => {
      const small = await receive(feature, SMALL);
      assert.ok(small);
      assert.deepEqual(await receive(feature, LARGE), small);
    });
  }

  it('of another channel lets others have their turn after each row that is assessed', async () => {
    const opinion = { level: 'low', urgent: false, reviews: [], signals: [] } as const;
    const importing = new Importing({
      clock: () => new Date(),
      everyone: async () => [],
      rows: {} as never,
      opinionOn: () => opinion,
      alert: async () => undefined,
    });
    const lines = Array.from({ length: 30 }, (_, at) => `${at};PQRS;03/11/2025;No me saludó nadie.`);
    const { rows = [] } = readSourceFile(Buffer.from(HEADS.sources + lines.join('\n')), '2026-11-24') ?? {};
    assert.ok((await turnsOfOthers(() => importing.assess(rows))) >= lines.length);
  });
});
