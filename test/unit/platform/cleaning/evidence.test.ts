import assert from 'node:assert/strict';
import { evolve } from '../../../../src/features/cases/domain/case.js';
import { decide } from '../../../../src/features/cases/domain/commands.js';
import {
  asSent,
  closedIn,
  type Evidence,
  formFor,
  isAgreed,
  uncleanIn,
} from '../../../../src/platform/cleaning/evidence.js';
import { aCase, aReport, plainDeadlines, REPORTER } from '../../../support/fixtures.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const file = (type: string, cleans?: boolean, id = 'f1'): Evidence => ({ id, type, size: 1, cleans });
const report = (confidential: boolean, ...evidence: Evidence[]) => ({ confidential, evidence });

describe('a file of a confidential report', () => {
  it('is for others a copy, what was sent, or closed', () => {
    const forms: [Evidence, ReturnType<typeof formFor>][] = [
      [file('image/jpeg', true), 'copy'],
      [file('image/jpeg'), 'copy'],
      [file('image/jpeg', false), 'as-sent'],
      [file(WORD, false), 'as-sent'],
      [file(WORD, true), 'nothing'],
      [file(WORD), 'nothing'],
      [file('audio/mpeg', true), 'nothing'],
    ];
    for (const [each, form] of forms) assert.equal(formFor(each), form, JSON.stringify(each));
  });

  it('is told of before it is sent unless others get a copy, also when it was to be cleaned', () => {
    const [picture, word, sound] = [file('image/png', true), file(WORD, false), file('audio/mpeg', true)];
    assert.deepEqual(uncleanIn(report(true, picture, word, sound)), [word, sound]);
    assert.deepEqual(uncleanIn(report(false, picture, word, sound)), []);
  });

  it('goes as it is only where its reporter was told of it', () => {
    const [told, untold] = [file(WORD, true, 'told'), file(WORD, false, 'untold')];
    assert.deepEqual(asSent(report(true, told, untold), ['told']).map(formFor), ['as-sent', 'nothing']);
    assert.deepEqual(asSent(report(false, told, untold), []), [told, untold]);
  });

  it('is agreed to by its content, for a time', () => {
    const consent = { uncleanUntil: '2026-11-25T14:30:00.000Z', uncleanOf: 'one two' };
    const at = (time: string) => new Date(`2026-11-25T${time}Z`);
    assert.equal(isAgreed(consent, 'two', at('14:29:00')), true);
    assert.equal(isAgreed(consent, 'three', at('14:29:00')), false);
    assert.equal(isAgreed(consent, 'two', at('14:31:00')), false);
    assert.equal(isAgreed({ ...consent, uncleanOf: '' }, 'two', at('14:29:00')), false);
  });
});

describe('a file that is closed to others', () => {
  const closed = file(WORD, true);
  const subject = aCase({
    report: aReport({ confidential: true }),
    evidence: [closed, file('image/png', true, 'f2')],
  });
  const attach = (evidence: Evidence, before = subject) =>
    decide(before, { type: 'attach', evidence }, new Date('2026-11-25T14:00:00Z'), plainDeadlines);

  it('is opened by its reporter in its place, with what was known of it', () => {
    const decision = attach({ ...closed, size: 99, type: 'image/png', cleans: false });
    assert.ok('body' in decision);
    const after = evolve(subject, {
      seq: 2,
      at: '2026-11-25T14:00:00.000Z',
      actorId: REPORTER,
      commandId: 'c',
      body: decision.body,
    });
    assert.deepEqual(after.evidence, [{ ...closed, cleans: false }, subject.evidence[1]]);
    assert.deepEqual(closedIn(after), []);
  });

  it('is the only one that can be: no other file is replaced', () => {
    for (const evidence of [{ ...closed, cleans: true }, file('image/png', false, 'f2')])
      assert.deepEqual(attach(evidence), { refusal: 'not-in-this-state' });
    const ordinary = aCase({ evidence: [closed] });
    assert.deepEqual(attach({ ...closed, cleans: false }, ordinary), { refusal: 'not-in-this-state' });
  });

  it('takes no room from those that are sent in its place', () => {
    const five = [1, 2, 3, 4, 5].map((at) => file('image/png', true, `p${at}`));
    const full = aCase({ report: subject.report, evidence: five });
    assert.deepEqual(attach(file('image/png', true, 'more'), full), { refusal: 'too-many-files' });
    const withClosed = aCase({ report: subject.report, evidence: [closed, ...five.slice(1)] });
    assert.ok('body' in attach(file('image/png', true, 'more'), withClosed));
  });
});
