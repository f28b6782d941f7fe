import assert from 'node:assert/strict';
import {
  answersAmong,
  countRight,
  drawQuestions,
  sectionsOf,
} from '../../../../../src/features/trainings/domain/questions.js';
import { readPolicy } from '../../../../../src/platform/policy/policy.js';

describe('the questions of the learning check', () => {
  const policy = readPolicy();
  const sections = sectionsOf(policy);

  it('are three sentences of the policy, each with one right answer among three', () => {
    for (let at = 0; at < 50; at++) {
      const questions = drawQuestions(sections, `training-${at}`);
      assert.equal(questions.length, 3);
      assert.equal(new Set(questions.map(({ sectionId }) => sectionId)).size, 3);
      for (const { sectionId, title, sentence, options } of questions) {
        assert.ok(policy.find(sectionId)?.official.includes(sentence));
        assert.equal(new Set(options.map(({ id }) => id)).size, 3);
        assert.ok(options.some(({ id }) => id === sectionId));
        assert.ok(!sentence.toLowerCase().includes(title.toLowerCase()));
      }
    }
  });

  it('are the same for everybody in a training, and different in another training', () => {
    assert.deepEqual(drawQuestions(sections, 'a'), drawQuestions(sections, 'a'));
    const drawn = Array.from({ length: 20 }, (_, at) => JSON.stringify(drawQuestions(sections, String(at))));
    assert.ok(new Set(drawn).size > 15);
  });

  it('have the right answer in each position about equally often', () => {
    const places = [0, 0, 0];
    for (let at = 0; at < 300; at++) {
      for (const { sectionId, options } of drawQuestions(sections, String(at))) {
        const place = options.findIndex(({ id }) => id === sectionId);
        places[place] = (places[place] ?? 0) + 1;
      }
    }
    for (const count of places) assert.ok(count > 200 && count < 400, String(places));
  });

  it('accept one option for each question, and nothing else', () => {
    const questions = drawQuestions(sections, 'a');
    const right = questions.map(({ sectionId }) => sectionId);
    assert.deepEqual(answersAmong(questions, right), right);
    for (const chosen of [right.slice(1), [...right.slice(1), 'other'], [undefined, 7, null], []]) {
      assert.equal(answersAmong(questions, chosen), undefined, JSON.stringify(chosen));
    }
  });

  it('count the answers that name the right section', () => {
    const questions = drawQuestions(sections, 'a');
    const right = questions.map(({ sectionId }) => sectionId);
    assert.equal(countRight(questions, right), 3);
    assert.equal(countRight(questions, ['other', ...right.slice(1)]), 2);
  });
});
