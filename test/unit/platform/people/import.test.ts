import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decodeImport, readImport } from '../../../../src/platform/people/import.js';
import type { Person } from '../../../../src/platform/people/person.js';
import { aPerson } from '../../../support/fixtures.js';

const HEADER = 'aad_object_id,name,email,superior,roles,deputy,area';
const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;

/** Returns the problems with these rows, one text each. */
function reportOn(rows: string[], known: Person[] = []): string[] {
  const { problems } = readImport([HEADER, ...rows].join('\n'), known);
  return problems.map(({ line, message }) => `${line} ${message}`);
}

describe('importing people', () => {
  it('finds no problems in the demo people', () => {
    const csv = readFileSync(new URL('../../../../demo/people.csv', import.meta.url), 'utf8');
    const { people, problems } = readImport(csv, [], true);
    assert.deepEqual([people.length, problems], [8, []]);
  });

  it('reads a file that Excel separated by semicolons', () => {
    const rows = [`${id('1')};Ana;;;"humanization;admin";;Caja`, `${id('2')};Luz;;${id('1')};;;`];
    const { people, problems } = readImport([HEADER.replaceAll(',', ';'), ...rows].join('\r\n'), []);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      people.map(({ name, roles, superiorId }) => [name, roles, superiorId]),
      [
        ['Ana', ['humanization', 'admin'], undefined],
        ['Luz', [], id('1')],
      ],
    );
  });

  it('reports each invalid cell by its line in the file', () => {
    const rows = [`${id('1')},Ana,,,,,`, '', 'ana, ,,luis,leader;boss,,', `${id('2')}`];
    assert.deepEqual(reportOn(rows), [
      '4 aad_object_id: "ana" does not fit',
      '4 name: missing',
      '4 superior: "luis" does not fit',
      '4 roles: "leader;boss" does not fit',
      '5 name: missing',
      '5 email: missing',
      '5 superior: missing',
      '5 roles: missing',
      '5 deputy: missing',
      '5 area: missing',
    ]);
  });

  it('reports a superior or deputy who is neither in the file nor in the directory', () => {
    const row = `${id('1')},Ana,,${id('2')},,${id('3')},`;
    assert.deepEqual(reportOn([row]), [
      `2 superior: nobody has the id ${id('2')}`,
      `2 deputy: nobody has the id ${id('3')}`,
    ]);
    assert.deepEqual(reportOn([row], [aPerson(id('2')), aPerson(id('3'))]), []);
  });

  it('reports duplicate ids and e-mail addresses in any letter case, but not empty ones', () => {
    const rows = [
      `${id('A')},Ana,ana@demo.example,,,,`,
      `${id('a')},Ana,,,,,`,
      `${id('b')},Eva,,,,,`,
      `${id('c')},Ana,Ana@Demo.example,,,,`,
    ];
    assert.deepEqual(reportOn(rows), [
      `3 aad_object_id: "${id('a')}" stands in line 2 too`,
      '5 email: "ana@demo.example" stands in line 2 too',
    ]);
  });

  it('reports a circular reporting line once, also through people of the directory', () => {
    const above = (one: string, other: string) => `${id(one)},P${one},,${id(other)},,,`;
    const rows = [above('1', '2'), above('2', '3'), above('3', '2'), above('4', '4')];
    assert.deepEqual(reportOn(rows), [
      '3 superior: the line leads back to itself: P2 → P3 → P2',
      '5 superior: the line leads back to itself: P4 → P4',
    ]);
    const known = [aPerson(id('2'), { name: 'P2', superiorId: id('1') })];
    assert.match(reportOn([above('1', '2')], known).join(), /^2 superior: .* P1 → P2 → P1$/);
    assert.deepEqual(
      reportOn([above('1', '2'), `${id('2')},P2,,,,,`], known),
      [],
      'the file replaces who is known',
    );
  });

  it('reports the missing columns of a header without rows, and a file without people', () => {
    const report = (csv: string) => readImport(csv, []).problems;
    const all = 'no column aad_object_id, name, email, superior, roles, deputy, area';
    assert.deepEqual(report(''), [{ line: 1, message: all }]);
    assert.deepEqual(report('\n\n'), [{ line: 1, message: all }]);
    assert.deepEqual(report('id,nombre'), [{ line: 1, message: all }]);
    assert.deepEqual(report(`\ufeff${HEADER}\r\n\r\n`), [
      { line: 1, message: 'nobody stands under the header' },
    ]);
  });

  it('refuses a complete file without a humanization team, which gets cases without a superior', () => {
    const csv = `${HEADER}\n${id('1')},Ana,,,leader,,`;
    assert.deepEqual(readImport(csv, [], true).problems, [
      { line: 1, message: 'roles: nobody has humanization; cases without a superior would reach nobody' },
    ]);
    assert.deepEqual(readImport(csv, []).problems, []);
    assert.deepEqual(readImport(`${csv}\n${id('2')},Eva,,,humanization,,`, [], true).problems, []);
  });

  it('reports the first line that is not UTF-8, and how to save the file', () => {
    const latin = Buffer.from(`${HEADER}\n${id('1')},Ana,,,,,\n${id('2')},José Muñoz,,,,,`, 'latin1');
    assert.deepEqual(decodeImport(latin), {
      problem: { line: 3, message: 'not UTF-8; in Excel, save it as "CSV UTF-8 (comma delimited)"' },
    });
    const wide = Buffer.from(`\ufeff${HEADER}`, 'utf16le');
    assert.equal(decodeImport(wide).problem?.line, 1);
    assert.deepEqual(decodeImport(Buffer.from('José\nMuñoz')), { csv: 'José\nMuñoz' });
  });

  it('reports a missing column, and a file that is not CSV', () => {
    const report = (csv: string) => readImport(csv, []).problems;
    assert.deepEqual(report(`aad_object_id,name\n${id('1')},Ana`), [
      { line: 1, message: 'no column email, superior, roles, deputy, area' },
    ]);
    assert.match(report(`${HEADER}\n${id('1')},"Ana,,,,,`)[0]?.message ?? '', /^not CSV: /);
  });
});
