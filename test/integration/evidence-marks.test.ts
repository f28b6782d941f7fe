import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { fileLinks, sendsFile } from '../support/evidence.js';
import { everythingIn } from '../support/files/hidden.js';
import { MARKED_PDFS } from '../support/files/marked-pdfs.js';
import { MARKED_PICTURES } from '../support/files/marked-pictures.js';
import { World } from '../support/world.js';

/** As many as a case takes. */
const AT_ONCE = 5;
const MARKED = [...MARKED_PICTURES, ...MARKED_PDFS];

describe('a file of a confidential report, as its leader gets it', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  /** Sends files with a confidential report, and returns those that its leader gets. */
  async function passedOn(files: readonly Buffer[]): Promise<Buffer[]> {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await ana.writes('reportar');
    const form = ana.last;
    const narrative = 'En la ventanilla no me explicaron qué papeles hacían falta.';
    await ana.taps('report.assess', { narrative, confidential: 'true' });
    for (const file of files)
      assert.match((await sendsFile(world, ana, 'a', file)).text ?? '', /Guardé el archivo/);
    await ana.taps('report.submit', {}, { message: form });
    const number = /HUM-\d{4}-\d{6}/.exec(textOf(ana.cardOf(form)))?.[0] ?? '';
    const links = await fileLinks(luis, await luis.sees(number, `Ver archivos (${files.length})`));
    return Promise.all(links.map(async (link) => Buffer.from(await (await fetch(link)).arrayBuffer())));
  }

  for (let at = 0; at < MARKED.length; at += AT_ONCE) {
    const marked = MARKED.slice(at, at + AT_ONCE);
    it(`tells nothing of its owner: ${marked.map(({ kind }) => kind).join(', ')}`, async function () {
      this.timeout(60_000);
      const nameOf = (place: string) => `Ana Colaboradora, ${place}`;
      const files = await Promise.all(marked.map(({ make }) => make(nameOf)));
      const namesIn = (of: readonly Buffer[]) =>
        marked.flatMap(({ places }, index) => {
          const all = everythingIn(of[index] ?? Buffer.alloc(0));
          return places.map(nameOf).filter((name) => all.includes(name));
        });
      assert.deepEqual(namesIn(files), marked.flatMap(({ places }) => places).map(nameOf));
      const got = await passedOn(files);
      assert.ok(got.every(({ length }) => length > 80));
      assert.deepEqual(namesIn(got), []);
      for (const file of got) assert.ok(!everythingIn(file).includes('Colaboradora'));
    });
  }
});
