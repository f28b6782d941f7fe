import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { toCsv, toXlsx } from '../../../../src/platform/sheets/sheet.js';

const sheetOf = (...rows: string[][]) => ({ title: 'Hoja', head: ['uno', 'dos'], rows });

describe('a sheet as a file', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM', '\tx', '\rx', ' =1']) {
    it(`makes ${JSON.stringify(cell)} inert in both formats`, async () => {
      const sheet = sheetOf([cell, 'x']);
      assert.deepEqual(parse(toCsv(sheet), { bom: true })[1], [`'${cell}`, 'x']);
      // XML has only one kind of line break.
      assert.equal(await cellOf(await toXlsx([sheet]), 2, 1), `'${cell.replace('\r', '\n')}`);
    });
  }

  it('leaves cells alone that only contain such a character', () => {
    const rows = [
      ['a=b', '1-2'],
      ['ana@correo.co', 'ñ, "á"\n;'],
    ];
    assert.deepEqual(parse(toCsv(sheetOf(...rows)), { bom: true }), [['uno', 'dos'], ...rows]);
  });

  it('is recognised as UTF-8 by Excel', () => {
    assert.equal(toCsv(sheetOf(['á', ''])).toString(), '\ufeffuno,dos\r\ná,\r\n');
  });

  it('has each sheet under its title, with its header row', async () => {
    const file = await toXlsx([sheetOf(['a', 'b']), { ...sheetOf(), title: 'Otra' }]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ArrayBuffer);
    assert.deepEqual(
      book.worksheets.map(({ name, rowCount }) => [name, rowCount]),
      [
        ['Hoja', 2],
        ['Otra', 1],
      ],
    );
    assert.equal(await cellOf(file, 1, 2), 'dos');
  });
});

async function cellOf(file: Buffer, row: number, column: number): Promise<unknown> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  return book.worksheets[0]?.getRow(row).getCell(column).value;
}
