import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { type Cell, toCsv, toXlsx } from '../../../../src/platform/sheets/sheet.js';
import { sheetsOf } from '../../../support/workbook.js';

const sheetOf = (...rows: Cell[][]) => ({ title: 'Hoja', head: ['uno', 'dos'], rows });

const firstOf = async (...rows: Cell[][]) => {
  const [sheet] = sheetsOf(await toXlsx([sheetOf(...rows)]));
  assert.ok(sheet);
  return sheet;
};

describe('a sheet as a file', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM', '\tx', '\rx', ' =1', '＝1+1', '\u200b=1']) {
    it(`makes ${JSON.stringify(cell)} inert in both formats`, async () => {
      assert.deepEqual(parse(toCsv(sheetOf([cell, 'x'])), { bom: true })[1], [`'${cell}`, 'x']);
      // XML has only one kind of line break.
      assert.deepEqual((await firstOf([cell, 'x'])).rows[1], [`'${cell.replace('\r', '\n')}`, 'x']);
    });
  }

  it('does not let a formula hide behind a character that XML leaves out', async () => {
    assert.deepEqual((await firstOf(['\u0000\u0008=1+1', 'x'])).rows[1], ["'=1+1", 'x']);
  });

  it('leaves cells alone that only contain such a character', async () => {
    const rows = [
      ['a=b', '1-2'],
      ['ana@correo.co', 'ñ, "á"\n; <b> & más'],
      ['  con espacios  ', '😀'],
    ];
    assert.deepEqual(parse(toCsv(sheetOf(...rows)), { bom: true }), [['uno', 'dos'], ...rows]);
    assert.deepEqual((await firstOf(...rows)).rows, [['uno', 'dos'], ...rows]);
  });

  it('is recognised as UTF-8 by Excel', () => {
    assert.equal(toCsv(sheetOf(['á', ''])).toString(), '\ufeffuno,dos\r\ná,\r\n');
  });

  it('keeps an empty cell empty, and what stands beside it in its column', async () => {
    assert.deepEqual((await firstOf(['', 'b'])).rows[1], ['', 'b']);
  });

  it('has numbers to reckon with as numbers', async () => {
    const rows = [['casos', 1_234.5]];
    assert.deepEqual((await firstOf(...rows)).rows.slice(1), rows);
    assert.equal(toCsv(sheetOf(...rows)).toString(), '\ufeffuno,dos\r\ncasos,1234.5\r\n');
  });

  it('has codes and dates as text, so that a code keeps its zeros', async () => {
    assert.deepEqual((await firstOf(['007', '2026-11-24'])).rows[1], ['007', '2026-11-24']);
  });

  it('has each sheet under its title, with its header row', async () => {
    const file = await toXlsx([sheetOf(['a', 'b']), { ...sheetOf(), title: 'Más & otra' }]);
    assert.deepEqual(
      sheetsOf(file).map(({ title, rows }) => [title, rows]),
      [
        [
          'Hoja',
          [
            ['uno', 'dos'],
            ['a', 'b'],
          ],
        ],
        ['Más & otra', [['uno', 'dos']]],
      ],
    );
  });

  it('freezes the header, and gives each column the width of its longest text, up to 60', async () => {
    const { xml } = await firstOf(['cuatro', 'x'.repeat(500)]);
    assert.match(xml, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    assert.deepEqual(
      [...xml.matchAll(/<col [^>]*?width="(\d+)"/g)].map(([, width]) => Number(width)),
      [8, 60],
    );
  });

  it('has its header in bold, and nothing else', async () => {
    const { xml } = await firstOf(['a', 'b']);
    const styled = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]* s="[1-9]/g)].map(([, cell]) => cell);
    assert.deepEqual(styled, ['A1', 'B1']);
  });
});
