import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as intent from '../../../../ml/evaluation/intent-scores.js';
import * as question from '../../../../ml/evaluation/question-scores.js';
import * as thanks from '../../../../ml/evaluation/thanks.js';
import { COMMANDS } from '../../../../src/commands.js';
import { loadUnderstand } from '../../../../src/platform/understanding/load.js';

/**
 * Files that nobody learnt from. The bounds lie between what is wanted and what is reached today: the models are the
 * same at each build, so only a change of content or method moves the counts. A change that is neither better nor
 * worse moves a few of them both ways; that much passes. See docs/understanding.md.
 */
const read = (name: string): unknown[] =>
  readFileSync(new URL(`../../../eval/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length;
}

function atLeast(least: number, found: number): void {
  assert.ok(found >= least, `${found}, and at least ${least} are wanted`);
}

function atMost(most: number, found: number): void {
  assert.ok(found <= most, `${found}, and at most ${most} are wanted`);
}

describe('on messages that were put aside', () => {
  const understand = loadUnderstand(COMMANDS);

  describe('280 messages, each with one intent', () => {
    const heard = intent.hearAll(intent.intentRows.parse(read('intents')), understand);

    it('does first what is wanted', () => atLeast(270, count(heard, intent.isFirst)));
    it('does it or offers it where it asks', () => atLeast(273, count(heard, intent.isReached)));
    it('seldom asks', () => atMost(15, count(heard, intent.asks)));
    it('seldom does something else', () => atMost(8, count(heard, intent.isWrong)));
    it('calls danger only what is', () => {
      const others = heard.filter((one) => !intent.isCall(one));
      atMost(5, count(others, intent.raisesAlarm));
    });
  });

  describe('120 calls for help, and 120 messages that sound like it', () => {
    const heard = intent.hearAll(intent.intentRows.parse(read('danger')), understand);
    const calls = heard.filter(intent.isCall);
    const others = heard.filter((one) => !intent.isCall(one));

    it('sees danger', () => atLeast(115, count(calls, intent.seesDanger)));
    it('is not misled by grave words', () => atMost(7, count(others, intent.raisesAlarm)));
  });

  describe('60 sentences of thanks, each for one attribute', () => {
    const read60 = thanks.readAll(thanks.thanksRows.parse(read('thanks')), understand);

    it('proposes the attribute of half of them', () => atLeast(27, count(read60, thanks.isRight)));
    it('leaves open what it does not know', () => atMost(5, count(read60, thanks.isWrong)));
  });

  describe('240 questions', () => {
    const asked = question.askAll(question.questionRows.parse(read('questions')), understand);
    const ofKind = (kind: string) => asked.filter((one) => one.question.kind === kind);

    it('finds the section of a colloquial question', () =>
      atLeast(
        95,
        count(ofKind('colloquial'), (one) => question.finds(one, 1)),
      ));
    it('shows it to whom asks', () => atLeast(100, count(ofKind('colloquial'), question.reaches)));
    it('finds the section of a direct question', () =>
      atLeast(
        43,
        count(ofKind('direct'), (one) => question.finds(one, 1)),
      ));
    it('abstains where the policy has no answer', () =>
      atLeast(86, count(ofKind('off-policy'), question.abstains)));
    it('shows nothing for most of what is off every topic', () =>
      atLeast(
        68,
        count(ofKind('off-policy'), ({ shown }) => shown.ids.length === 0),
      ));
    it('is right where it answers outright', () => {
      const answered = asked.filter(question.answers);
      atMost(4, answered.length - count(answered, question.answersRight));
      atLeast(115, answered.length);
    });
  });
});
