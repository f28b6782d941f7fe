import assert from 'node:assert/strict';
import { oldCaseIdOf, oldIdOf } from '../../../../../src/features/sources/domain/old-ids.js';
import { leaderOfArea, peopleFinder } from '../../../../../src/features/sources/domain/people.js';
import { proposedFor } from '../../../../../src/features/sources/domain/proposing.js';
import { MOST_ROWS, readSourceFile } from '../../../../../src/features/sources/domain/source-file.js';
import type { Person } from '../../../../../src/platform/people/person.js';

const TODAY = '2026-11-24';
const read = (...lines: string[]) => readSourceFile(Buffer.from(lines.join('\n')), TODAY);
const HEAD = 'id,source,date,text,kind,health';
const TEXT = 'La asesora no me saludó al llegar.';

describe('a file of another channel', () => {
  it('is read with Spanish and English headings, and any separator', () => {
    for (const [head, line] of [
      [HEAD, `1,PQRS,2026-11-03,${TEXT},,`],
      ['Número de radicado;Canal;Fecha del hecho;Descripción', `1;pqr;3/11/26;${TEXT}`],
      ['ID\tFUENTE\tFECHA\tTEXTO', `1\tPQRSF\t03-11-2026 09:15\t${TEXT}`],
    ] as const) {
      const [row] = read(head, line)?.rows ?? [];
      assert.deepEqual(
        [row?.ownId, row?.channel, row?.occurredOn, row?.text],
        ['1', 'pqrs', '2026-11-03', TEXT],
        head,
      );
    }
  });

  it('is read in UTF-16 as well', () => {
    const content = Buffer.from(`\ufeff${HEAD}\n1,PQRS,2026-11-03,${TEXT},,`, 'utf16le');
    assert.equal(readSourceFile(content, TODAY)?.rows[0]?.text, TEXT);
  });

  it('is not another file that is sent to the bot', () => {
    assert.equal(read('Full Name,User Action,Timestamp', 'Ana,Joined,1/1/2026'), undefined);
    assert.equal(read(''), undefined);
  });

  it('counts rows as Excel does, over empty ones and line breaks in a text', () => {
    const reading = read(
      HEAD,
      `1,PQRS,2026-11-03,"${TEXT}\nY no volvió.",,`,
      ',,,,,',
      `2,Radio,2026-11-03,${TEXT},,`,
    );
    assert.deepEqual(reading?.problems, [{ row: 4, why: 'unknown', column: 'channel', value: 'Radio' }]);
  });

  it('has no more rows than a file may have', () => {
    const lines = Array.from({ length: MOST_ROWS + 1 }, (_, at) => `${at},PQRS,2026-11-03,${TEXT},,`);
    assert.deepEqual(
      read(HEAD, ...lines)?.problems.map(({ why }) => why),
      ['too-many-rows'],
    );
    assert.equal(read(HEAD, ...lines.slice(1))?.rows.length, MOST_ROWS);
  });

  it('is refused for days that there are not, or that are still to come', () => {
    const whys = (day: string) => read(HEAD, `1,PQRS,${day},${TEXT},,`)?.problems.map(({ why }) => why);
    assert.deepEqual(whys('31/02/2026'), ['not-a-date']);
    assert.deepEqual(whys('25/11/2026'), ['future']);
    assert.deepEqual(whys('24/11/2026'), []);
  });

  it('says which columns it lacks', () => {
    assert.deepEqual(
      read('fuente;texto', `PQRS;${TEXT}`)?.problems.map(({ column }) => column),
      ['id', 'date'],
    );
  });

  it('takes a yes for a health claim that is simple', () => {
    assert.equal(read(HEAD, `1,PQRS,2026-11-03,${TEXT},,sí`)?.rows[0]?.health, 'simple');
    assert.equal(read(HEAD, `1,PQRS,2026-11-03,${TEXT},,no`)?.rows[0]?.health, undefined);
  });
});

describe('a row of another channel', () => {
  it('of before has always the same ids, which are no other row’s', () => {
    const row = { channel: 'pqrs', ownId: 'ñ / 1' } as const;
    assert.match(oldCaseIdOf(row), /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.equal(oldCaseIdOf(row), oldCaseIdOf({ ...row }));
    assert.notEqual(oldIdOf(row), oldIdOf({ ...row, channel: 'mystery-shopper' }));
  });

  it('is proposed as thanks only where nothing tells of a failure', () => {
    const opinion = { level: 'low', urgent: false, reviews: ['unclear'], signals: [] } as const;
    assert.equal(proposedFor({}, opinion).kind, 'thanks');
    assert.equal(proposedFor({}, { ...opinion, urgent: true }).kind, 'failure');
    assert.equal(proposedFor({ kind: 'failure' }, opinion).kind, 'failure');
  });
});

describe('whom a row is about', () => {
  const person = (id: string, more: Partial<Person>): Person => ({
    id,
    name: id,
    email: `${id}@x.co`,
    roles: [],
    area: 'Caja',
    ...more,
  });

  it('is found by e-mail, and by a name that only one person has', () => {
    const find = peopleFinder([
      person('1', { name: 'José Ñáñez' }),
      person('2', { name: 'Ana Ruiz' }),
      person('3', { name: 'Ana Ruiz' }),
    ]);
    assert.deepEqual(
      [find('JOSE NANEZ')?.id, find('2@X.co')?.id, find('Ana Ruiz')?.id],
      ['1', '2', undefined],
    );
  });

  it('leads an area who is the superior of half of it', () => {
    const people = [
      person('1', { superiorId: 'a' }),
      person('2', { superiorId: 'a' }),
      person('3', { superiorId: 'b' }),
      person('a', { superiorId: 'c' }),
    ];
    assert.equal(leaderOfArea(people, 'CAJA'), 'a');
    assert.equal(leaderOfArea(people.slice(2), ''), undefined);
    assert.equal(leaderOfArea([...people, person('4', { superiorId: 'd' })], 'caja'), undefined);
  });
});
