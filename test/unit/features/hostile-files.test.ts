import assert from 'node:assert/strict';
import { readSourceFile } from '../../../src/features/sources/domain/source-file.js';
import { readReport } from '../../../src/features/trainings/domain/report-file.js';
import { decodeImport, readImport } from '../../../src/platform/people/import.js';
import { thoroughly } from '../../support/thorough.js';

const SIZE = thoroughly(256, 2_048) * 1024;
const HEADS = {
  source: 'radicado;fuente;fecha;texto\n',
  report: 'Full Name\tUser Action\tTimestamp\n',
  people: 'aad_object_id;name;email;superior;roles;deputy;area\n',
};
/** What follows the head, again and again. */
const FILLS = {
  'separators alone': ';',
  'tabs alone': '\t',
  'quotation marks alone': '"',
  'line breaks alone': '\r\n',
  'spaces alone': ' ',
  'NULs alone': '\0',
  'one cell': 'a',
  'a quotation that never ends': '"a\n',
  'rows of 199 cells': `${';'.repeat(199)}\n`,
  'letters of another encoding': '\ud800',
};

describe('a hostile file', function () {
  this.timeout(30_000);
  const filled = (head: string, fill: string) => {
    const content = Buffer.alloc(SIZE, fill);
    content.write(head);
    return content;
  };
  const peopleIn = (content: Buffer) => {
    const { csv, problem } = decodeImport(content);
    return csv === undefined ? { people: [], problems: [problem] } : readImport(csv, []);
  };

  for (const [name, fill] of Object.entries(FILLS)) {
    it(`of ${name} has no row, no report and nobody in it`, () => {
      assert.equal(readSourceFile(filled('', fill), '2026-11-24'), undefined);
      const source = readSourceFile(filled(HEADS.source, fill), '2026-11-24');
      assert.deepEqual([source?.rows, source?.problems.length], [[], 1]);
      for (const head of [HEADS.report, '']) assert.deepEqual(readReport(filled(head, fill)), []);
      const { people, problems } = peopleIn(filled(HEADS.people, fill));
      assert.deepEqual(people, []);
      assert.ok(problems.length > 0);
    });
  }

  it('of one person in thousands of rows is read as any other', () => {
    const rows = Array.from({ length: 19_000 }, (_, at) => {
      const minute = String(at % 60).padStart(2, '0');
      return `Ana\t${at % 2 ? 'Left' : 'Joined'}\t11/24/2026, 9:${minute}:00 AM`;
    });
    const [reading] = readReport(Buffer.from(HEADS.report + rows.join('\n')));
    assert.equal(reading?.participants.length, 1);
  });
});
