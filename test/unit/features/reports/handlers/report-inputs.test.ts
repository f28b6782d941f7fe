import assert from 'node:assert/strict';
import { emptyDraft } from '../../../../../src/features/reports/domain/draft.js';
import {
  readConfirmation,
  readDescription,
} from '../../../../../src/features/reports/handlers/report-inputs.js';
import { bogota } from '../../../../support/fixtures.js';

const NOW = bogota('2026-11-24 21:00'); // already the 25th in UTC
const TOLD = 'Le gritó a un usuario en la ventanilla.';
const describeIt = (input: Record<string, unknown>) => readDescription(emptyDraft('draft'), input, NOW);
const problemOf = (input: Record<string, unknown>) => describeIt(input).problem;
const draftOf = (input: Record<string, unknown>) => describeIt({ narrative: TOLD, ...input }).draft;

describe('the inputs of the first report card', () => {
  it('keep the mark of trouble for having reported, which the card carries when the draft is gone', () => {
    assert.equal(draftOf({ retaliation: 'true' }).retaliation, true);
    assert.equal(draftOf({}).retaliation, false);
    const marked = { ...emptyDraft('draft'), retaliation: true };
    const { draft } = readDescription(marked, { narrative: TOLD, retaliation: 'false' }, NOW);
    assert.equal(draft.retaliation, true);
  });

  it('are kept as typed', () => {
    const { draft, problem } = describeIt({
      narrative: ` ${TOLD}\n`,
      topic: 'information',
      source: 'pqrs',
      place: 'Sede Suba',
      occurredOn: '2026-11-23',
      efforts: 'emotional,time',
      confidential: 'true',
    });
    assert.equal(problem, undefined);
    assert.deepEqual(draft, {
      id: 'draft',
      narrative: ` ${TOLD}\n`,
      topic: 'information',
      retaliation: false,
      inConfidence: false,
      source: 'pqrs',
      place: 'Sede Suba',
      occurredOn: '2026-11-23',
      efforts: ['emotional', 'time'],
      confidential: true,
      number: '',
      numberedAt: '',
      evidence: [],
      uncleanUntil: '',
      uncleanOf: '',
      raisedTo: 'low',
      doubtsHigh: false,
    });
  });

  it('leave the id and the number of the draft alone', () => {
    const before = { ...emptyDraft('draft'), number: 'HUM-2026-000001' };
    const { draft } = readDescription(before, { narrative: TOLD, id: 'other', number: 'HUM-1' }, NOW);
    assert.deepEqual([draft.id, draft.number], ['draft', 'HUM-2026-000001']);
  });

  it('are refused with an empty narrative', () => {
    for (const narrative of ['', '   \n\t ', undefined, null, 42, ['x'], { a: 1 }]) {
      assert.deepEqual(problemOf({ narrative }), { kind: 'empty' });
    }
  });

  it('need 20 characters, not counting surrounding white space', () => {
    assert.deepEqual(problemOf({ narrative: 'a' }), { kind: 'short', missing: 19 });
    assert.deepEqual(problemOf({ narrative: `  ${'a'.repeat(19)}  ` }), { kind: 'short', missing: 1 });
    assert.equal(problemOf({ narrative: 'a'.repeat(20) }), undefined);
  });

  it('may have 4,000 characters, and longer text is kept', () => {
    assert.equal(problemOf({ narrative: 'a'.repeat(4_000) }), undefined);
    const { draft, problem } = describeIt({ narrative: 'a'.repeat(4_001) });
    assert.deepEqual(problem, { kind: 'long', excess: 1 });
    assert.equal(draft.narrative.length, 4_001);
    assert.deepEqual(problemOf({ narrative: 'a'.repeat(8_000) }), { kind: 'cut' }, 'as much as is kept');
    assert.deepEqual(problemOf({ narrative: 'a'.repeat(8_001) }), { kind: 'long', excess: 4_001 });
    assert.deepEqual(problemOf({ narrative: '😡'.repeat(2_001) }), { kind: 'long', excess: 2 });
  });

  it('are refused with tomorrow in Bogotá but not with today', () => {
    assert.equal(problemOf({ narrative: TOLD, occurredOn: '2026-11-24' }), undefined);
    assert.deepEqual(problemOf({ narrative: TOLD, occurredOn: '2026-11-25' }), { kind: 'future' });
    assert.equal(problemOf({ narrative: TOLD, occurredOn: '' }), undefined);
  });

  it('default when missing or invalid', () => {
    const { narrative, ...rest } = draftOf({});
    assert.deepEqual({ narrative: '', ...rest }, emptyDraft('draft'));
    for (const junk of [42, null, 'junk', {}, []]) {
      const { narrative: _, ...read } = draftOf({
        topic: junk,
        source: junk,
        place: typeof junk === 'string' ? undefined : junk,
        occurredOn: junk,
        efforts: junk,
        confidential: junk,
      });
      assert.deepEqual(read, rest);
    }
    assert.equal(narrative, TOLD);
  });

  it('may have a place of 200 characters', () => {
    assert.equal(draftOf({ place: 'x'.repeat(200) }).place.length, 200);
  });

  it('count an invalid date as none', () => {
    for (const occurredOn of ['2026-02-30', '2026-13-01', '24/11/2026', '2026-11-24T00:00:00Z']) {
      assert.equal(draftOf({ occurredOn }).occurredOn, '');
    }
    assert.equal(draftOf({ occurredOn: '2024-02-29' }).occurredOn, '2024-02-29');
  });

  it('may have a toggle as a string or a boolean', () => {
    const read = (confidential: unknown) => draftOf({ confidential }).confidential;
    assert.deepEqual(['true', true, 'false', false, 'TRUE', 1].map(read), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('may have several choices, one, or none', () => {
    const read = (efforts: unknown) => draftOf({ efforts }).efforts;
    assert.deepEqual(read('time,cognitive,time'), ['cognitive', 'time']);
    assert.deepEqual(read('time'), ['time']);
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('time,,nonsense'), ['time']);
  });
});

/** The sections offered on the card. */
const TOUCHABLE = new Set(['facilidad']);

describe('the inputs of the second report card', () => {
  it('are read', () => {
    const input = {
      level: 'high',
      touches: 'facilidad,nothing',
      safetyThreat: 'true',
      safetyPhysical: 'false',
      safetyHarm: true,
    };
    assert.deepEqual(
      readConfirmation({ ...input, superiorInvolved: 'true', superior: ' someone ' }, TOUCHABLE),
      {
        level: 'high',
        touches: ['facilidad'],
        safety: { threat: true, physical: false, harm: true },
        superiorInvolved: true,
        chosenSuperiorId: 'someone',
      },
    );
  });

  it('distinguish a no from no answer', () => {
    const involved = (superiorInvolved?: unknown) =>
      readConfirmation({ superiorInvolved }, TOUCHABLE).superiorInvolved;
    assert.deepEqual(['false', false, 'true', '', undefined].map(involved), [
      false,
      false,
      true,
      undefined,
      undefined,
    ]);
  });

  it('count as not given when unreadable', () => {
    const nothing = { safety: { threat: false, physical: false, harm: false } };
    const given = (input: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(readConfirmation(input, TOUCHABLE)).filter(([, value]) => value !== undefined),
      );
    assert.deepEqual(given({}), nothing);
    assert.deepEqual(
      given({ level: 'HIGH', safetyHarm: 'yes', superiorInvolved: 1, superior: '  ' }),
      nothing,
    );
    assert.deepEqual(given({ level: null, safetyThreat: null, superior: ['someone'], topic: 3 }), nothing);
  });
});
