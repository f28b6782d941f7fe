import assert from 'node:assert/strict';
import { CaseNumbers } from '../../../../../../src/features/cases/service/lists/case-numbers.js';
import { ReportedCases } from '../../../../../../src/features/cases/service/lists/reported-cases.js';
import { CaseIndex } from '../../../../../../src/features/cases/store/case-index.js';
import { emptyDraft } from '../../../../../../src/features/reports/domain/draft.js';
import { Drafts } from '../../../../../../src/features/reports/store/drafts.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson } from '../../../../../support/fixtures.js';

const PEOPLE = [aPerson('ana', { superiorId: 'luis' }), aPerson('luis'), aPerson('marta')];
const NOW = new Date('2026-11-24T15:00:00Z');

describe('a case by its number', () => {
  it('is found by its reporter while it comes into the lists', async () => {
    const cases = await Cases.open({ clock: () => NOW, people: PEOPLE });
    const drafts = new Drafts(cases.tables, () => NOW);
    const { id, number } = await cases.report('ana');
    await drafts.save('ana', emptyDraft(id));
    await drafts.markSent('ana', emptyDraft(id));
    const index = new CaseIndex(cases.tables);
    // The lists are written right after one has looked there.
    index.numbered = async () => {
      await cases.settle();
      return undefined;
    };
    const numbers = new CaseNumbers({
      index,
      reported: new ReportedCases({ index, drafts, store: cases.store }),
    });
    assert.equal(await numbers.idOf(number, cases.person('ana'), NOW), id);
    assert.equal(await numbers.idOf(number, cases.person('marta'), NOW), undefined);
  });
});
