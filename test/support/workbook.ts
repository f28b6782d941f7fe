/** Reads an XLSX file by its parts (ECMA-376), with no library that writes such files. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadSheet {
  title: string;
  /** The cells, row by row; an empty cell is ''. */
  rows: (string | number)[][];
  /** As it stands in the file. */
  xml: string;
}

/** Returns the sheets in their order. Fails when a cell is anything but text or a number. */
export function sheetsOf(file: Uint8Array): ReadSheet[] {
  const parts = unzipSync(file);
  const read = (name: string): string => {
    const part = parts[name];
    assert.ok(part, `${name} in ${Object.keys(parts)}`);
    return strFromU8(part);
  };
  const texts = all(read('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, item = '']) =>
    plain(all(item, /<t[^>]*>(.*?)<\/t>/gs).reduce((text, [, run = '']) => text + run, '')),
  );
  const targets = new Map(
    all(read('xl/_rels/workbook.xml.rels'), /<Relationship\b[^>]*>/g).map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return all(read('xl/workbook.xml'), /<sheet\b[^>]*>/g).map(([tag]) => {
    const xml = read(`xl/${targets.get(attribute(tag, 'r:id'))}`);
    return { title: plain(attribute(tag, 'name')), rows: rowsOf(xml, texts), xml };
  });
}

export function sheetNamed(file: Uint8Array, title: string): ReadSheet['rows'] {
  const found = sheetsOf(file).find((sheet) => sheet.title === title);
  assert.ok(found, `a sheet "${title}"`);
  return found.rows;
}

function rowsOf(xml: string, texts: readonly string[]): ReadSheet['rows'] {
  return all(xml, /<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs).map(([, inside = '']) => {
    const row: (string | number)[] = [];
    for (const [, attributes = '', content = ''] of all(inside, /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = Number(/<v>([^<]+)<\/v>/.exec(content)?.[1]);
      const type = attribute(attributes, 't') || 'n';
      assert.match(type, /^[sn]$/, 'every cell is text or a number');
      assert.ok(Number.isFinite(value), content);
      row[columnOf(attribute(attributes, 'r'))] = type === 's' ? (texts[value] ?? '') : value;
    }
    return Array.from(row, (cell) => cell ?? '');
  });
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** A line break of any kind is one `\n` in XML. */
const plain = (xml: string): string =>
  xml
    .replace(/\r\n?/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
