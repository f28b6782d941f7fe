import assert from 'node:assert/strict';
import { CsvFault, csvRows, decoded, MOST_CELLS } from '../../../../src/platform/text/csv.js';

const MILLION = 1_000_000;
const rows = (text: string, mostRows = 10) => csvRows(text, mostRows, { delimiter: ';' });
const faultOf = (text: string) => {
  try {
    rows(text);
  } catch (error) {
    if (error instanceof CsvFault) return [error.code, error.line];
    throw error;
  }
  return [];
};

describe('a file as cells', () => {
  it('has the line on which each row ends', () => {
    assert.deepEqual(rows('a;"b\nb"\n\n c ; d'), [
      { cells: ['a', 'b\nb'], line: 2 },
      { cells: [''], line: 3 },
      { cells: ['c', 'd'], line: 4 },
    ]);
  });

  it('has so many rows at most', () => {
    assert.equal(rows('a\n'.repeat(10)).length, 10);
    assert.deepEqual(faultOf('a\n'.repeat(11)), ['TOO_MANY_ROWS', 11]);
    assert.deepEqual(faultOf('\n'.repeat(MILLION)), ['TOO_MANY_ROWS', 11]);
  });

  it('has so many cells in a row at most: the last one takes the rest', () => {
    const [row] = rows(`a${';b'.repeat(2 * MOST_CELLS)}`);
    assert.equal(row?.cells.length, MOST_CELLS);
    assert.ok(row?.cells.at(-1)?.startsWith('b;b;'));
    assert.deepEqual(faultOf(`a\n${';'.repeat(MILLION)}`), ['CSV_MAX_RECORD_SIZE', 2]);
  });

  it('has so many characters in a row at most, also in a quotation that never ends', () => {
    for (const text of ['a'.repeat(MILLION), `"${'a\n'.repeat(MILLION)}`, `a;"${'""'.repeat(MILLION)}`])
      assert.equal(faultOf(text)[0], 'CSV_MAX_RECORD_SIZE');
    const excel = 'a'.repeat(32_767);
    assert.equal(rows(`${excel};b`)[0]?.cells[0], excel);
  });

  it('says from which line on it cannot be read', () => {
    assert.deepEqual(faultOf('a;b\nc;"d'), ['CSV_QUOTE_NOT_CLOSED', 2]);
  });
});

describe('the text of a file', () => {
  const text = 'Ángela, ñandú';
  it('is found in each encoding in which files come', () => {
    const utf16 = Buffer.from(text, 'utf16le');
    for (const [name, bytes] of [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16 without a mark', Buffer.from(`a${text}`, 'utf16le').subarray(2)],
      ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
      ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
      ['Windows-1252', Buffer.from(text, 'latin1')],
    ] as const)
      assert.equal(decoded(bytes), text, name);
  });

  it('loses half a character at the end, and nothing else', () => {
    for (const mark of [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ]) {
      assert.match(decoded(Buffer.from([...mark, 0])), /^\ufffd?$/);
    }
    assert.equal(decoded(Buffer.alloc(0)), '');
    assert.equal(decoded(Buffer.alloc(3)), '\0\ufffd');
  });
});
