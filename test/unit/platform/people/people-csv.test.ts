import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ZodError } from 'zod';
import { readPeopleCsv } from '../../../../src/platform/people/people-csv.js';

const HEADER = 'aad_object_id,name,email,superior,roles,deputy,area';
const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const read = (...lines: string[]) => readPeopleCsv([HEADER, ...lines].join('\n'));

describe('people as CSV', () => {
  it('have all their fields', () => {
    assert.deepEqual(
      read(`${id('1')},Ana Díaz,ana@demo.example,${id('2')},leader;trainer,${id('3')},Servicio`),
      [
        {
          id: id('1'),
          name: 'Ana Díaz',
          email: 'ana@demo.example',
          superiorId: id('2'),
          deputyId: id('3'),
          roles: ['leader', 'trainer'],
          area: 'Servicio',
        },
      ],
    );
  });

  it('need no superior, deputy, roles, mail or area', () => {
    assert.deepEqual(read(`${id('1')},Ana,,,,,`), [
      {
        id: id('1'),
        name: 'Ana',
        email: '',
        superiorId: undefined,
        deputyId: undefined,
        roles: [],
        area: '',
      },
    ]);
  });

  it('have ids in lower case, because ids are compared', () => {
    const [person] = read(`${id('A')},Ana,,${id('B')},,${id('C')},`);
    assert.deepEqual([person?.id, person?.superiorId, person?.deputyId], [id('a'), id('b'), id('c')]);
  });

  it('may come from a spreadsheet: byte order mark, CRLF, quotes, spaces, empty lines', () => {
    const csv = `\ufeff${HEADER}\r\n\r\n ${id('1')} ," Díaz, Ana ",ana@demo.example,,leader,,"Área ""A"""\r\n\r\n`;
    const [person, ...rest] = readPeopleCsv(csv);
    assert.deepEqual([person?.id, person?.name, person?.area], [id('1'), 'Díaz, Ana', 'Área "A"']);
    assert.deepEqual(rest, []);
  });

  it('may have their columns in any order, and further ones', () => {
    const csv = `area,more,deputy,roles,superior,email,name,aad_object_id\nA,x,,,,,Ana,${id('1')}`;
    assert.deepEqual([readPeopleCsv(csv)[0]?.name, readPeopleCsv(csv)[0]?.area], ['Ana', 'A']);
  });

  it('are none when there is only the header', () => {
    assert.deepEqual(read(), []);
  });

  for (const [what, line, path] of [
    ['an invalid id', 'ana,Ana,,,,,', [1, 'aad_object_id']],
    ['no id', ',Ana,,,,,', [1, 'aad_object_id']],
    ['no name', `${id('1')}, ,,,,,`, [1, 'name']],
    ['a superior that is not an id', `${id('1')},Ana,,luis,,,`, [1, 'superior']],
    ['a deputy that is not an id', `${id('1')},Ana,,,,luis,`, [1, 'deputy']],
    ['an unknown role', `${id('1')},Ana,,,leader;boss,,`, [1, 'roles', 1]],
  ] as const) {
    it(`are refused with ${what}, by row and column`, () => {
      assert.throws(
        () => read(`${id('2')},Luis,,,,,`, line),
        (error) => {
          assert.ok(error instanceof ZodError);
          assert.deepEqual(error.issues[0]?.path, path);
          return true;
        },
      );
    });
  }

  it('are refused when a column is missing or a row has another length', () => {
    assert.throws(() => readPeopleCsv(`aad_object_id,name\n${id('1')},Ana`), ZodError);
    assert.throws(() => read(`${id('1')},Ana`));
  });

  it('include the demo people, with every superior and deputy', () => {
    const people = readPeopleCsv(
      readFileSync(new URL('../../../../demo/people.csv', import.meta.url), 'utf8'),
    );
    const known = new Set(people.map((person) => person.id));
    assert.equal(known.size, people.length);
    for (const { superiorId, deputyId } of people) {
      for (const other of [superiorId, deputyId]) assert.ok(other === undefined || known.has(other));
    }
    assert.ok(people.some(({ roles }) => roles.includes('humanization')));
  });
});
