import assert from 'node:assert/strict';
import { CaseExport, type ExportWish } from '../../../../../src/features/cases/service/case-export.js';
import { readServiceCycle } from '../../../../../src/platform/impact/service-cycle.js';
import { Names } from '../../../../../src/platform/people/names.js';
import type { SheetKind } from '../../../../../src/platform/sheets/sheet.js';
import { Cases } from '../../../../support/cases.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';

const NOW = bogota('2026-11-24 09:30');
const WISH: ExportWish = { from: '2026-11', until: '2026-11', area: '', narratives: false, language: 'es' };
const inArea = (area: string, count: number) =>
  Array.from({ length: count }, (_, at) => aPerson(`${area}-${at}`, { area, superiorId: 'leader' }));

describe('the export of cases', () => {
  let cases: Cases;
  beforeEach(async () => {
    const team = aPerson('hernan', { roles: ['humanization'], area: 'Humanización' });
    const people = [...inArea('Grande', 5), ...inArea('Chica', 4), aPerson('leader', { area: 'Otra' }), team];
    cases = await Cases.open({ clock: () => NOW, people, deliver: async () => {} });
  });

  function exporting(mostCases?: number): CaseExport {
    const { people: directory, index, store, clock } = cases;
    const names = new Names(directory, clock);
    const parts = {
      directory,
      names,
      index,
      store,
      titleOf: (id: string) => id,
      places: readServiceCycle(),
      record: { exported: () => {} },
      everyone: () => directory.all(),
    };
    return new CaseExport(parts, mostCases);
  }

  async function linesOf(wish: Partial<ExportWish> = {}, mostCases?: number): Promise<string[]> {
    const made = exporting(mostCases);
    const what = made.whatOf({ ...WISH, ...wish });
    const file = await made.open({ personId: 'hernan', what }, 'csv' satisfies SheetKind);
    return String(file?.content).trim().split('\r\n').slice(1);
  }

  it('names an area only where five people work, and says so once', async () => {
    for (const id of ['Grande-0', 'Chica-0']) await cases.report(id);
    await cases.settle();
    const lines = await linesOf();
    assert.equal(lines.length, 2);
    assert.match(lines.join(), /,Grande,/);
    assert.doesNotMatch(lines.join(), /Chica/);
    const made = exporting();
    const file = await made.open({ personId: 'hernan', what: made.whatOf(WISH) }, 'csv');
    assert.equal(String(file?.content).match(/menos de 5 personas/g)?.length, 1);
  });

  it('says which level was proposed, which it is, and who set it when, unless that was taken back', async () => {
    const levels = { level: 'high', proposedLevel: 'medium' } as const;
    const { id } = await cases.report('Grande-0', levels);
    await cases.settle();
    assert.match((await linesOf())[0] ?? '', /^[^,]+,alto,medio,Quien reportó,2026-11-24 09:30:00,/);
    await cases.does('leader', id, { type: 'reclassify', level: 'low', reason: 'x' });
    assert.match((await linesOf())[0] ?? '', /^[^,]+,bajo,medio,Name of leader,2026-11-24 09:30:00,/);
    await cases.does('leader', id, { type: 'undo' });
    assert.match((await linesOf())[0] ?? '', /^[^,]+,alto,medio,Quien reportó,/);
  });

  it('counts the commitments of a case, those that were kept and those that were not yet, and names nobody', async () => {
    const { id } = await cases.report('Grande-0');
    await cases.does('leader', id, { type: 'accept', note: '' });
    for (const personId of ['Grande-1', 'Grande-2', 'Grande-3']) {
      const agreed = { personId, what: 'Escuchar', until: '2026-12-15', kind: 'standard' } as const;
      await cases.does('leader', id, { type: 'commit', agreed });
    }
    const [{ seq } = { seq: 0 }] = (await cases.load(id)).subject.commitments;
    await cases.does('leader', id, { type: 'fulfil', of: seq, note: '' });
    await cases.settle();
    const [line = ''] = await linesOf();
    assert.match(line, /,3,1,2$/);
    assert.doesNotMatch(line, /Grande-|Escuchar/);
  });

  it('does not find a case by an area that it does not name', async () => {
    for (const id of ['Grande-0', 'Chica-0']) await cases.report(id);
    await cases.settle();
    assert.equal((await linesOf({ area: 'grande' })).length, 1);
    assert.equal((await linesOf({ area: 'chica' })).length, 0);
  });

  it('says in the file and before it is made that it holds only the first cases', async () => {
    for (const id of ['Grande-0', 'Grande-1', 'Grande-2']) await cases.report(id);
    await cases.settle();
    assert.equal((await linesOf({}, 3)).length, 3);
    assert.equal(await exporting(3).isCut(WISH), false);
    const cut = await linesOf({}, 2);
    assert.equal(cut.length, 3);
    assert.match(cut[2] ?? '', /Solo los primeros 2 casos: hay más/);
    assert.equal(await exporting(2).isCut(WISH), true);
  });
});
