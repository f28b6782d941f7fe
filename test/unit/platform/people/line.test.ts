import assert from 'node:assert/strict';
import { lineAbove } from '../../../../src/platform/people/line.js';
import { directoryOf, LINE, line, type People } from '../../../support/lines.js';

describe('the line above', () => {
  const above = async (people: People, id: string) => {
    const directory = directoryOf(people);
    return (await lineAbove(directory, await directory.find(id))).map((person) => person.id);
  };

  it('has everybody up to the top, nearest first', async () => {
    assert.deepEqual(await above(LINE, 'ana'), ['luis', 'marta', 'boss']);
    assert.deepEqual(await above(LINE, 'boss'), []);
    assert.deepEqual(await above(LINE, 'nobody'), []);
  });

  it('ends at an unknown person, in a cycle, and after 20 steps', async () => {
    assert.deepEqual(await above(line({ marta: { superiorId: 'gone' } }), 'ana'), ['luis', 'marta']);
    assert.deepEqual(await above(line({ boss: { superiorId: 'luis' } }), 'ana'), ['luis', 'marta', 'boss']);
    assert.deepEqual(await above(line({ boss: { superiorId: 'luis' } }), 'luis'), ['marta', 'boss']);
    assert.deepEqual(await above({ ana: { superiorId: 'ana' } }, 'ana'), []);
    const long: People = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`p${at}`, { superiorId: `p${at + 1}` }]),
    );
    assert.equal((await above(long, 'p0')).length, 20);
  });
});
