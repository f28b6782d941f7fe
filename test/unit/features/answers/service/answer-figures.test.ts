import assert from 'node:assert/strict';
import { answerFigures } from '../../../../../src/features/answers/service/answer-figures.js';
import { AskedBack } from '../../../../../src/features/answers/store/asked-back.js';
import { FeedbackStore } from '../../../../../src/features/answers/store/feedback-store.js';
import { OpenQuestions } from '../../../../../src/features/answers/store/open-questions.js';
import { tallied } from '../../../../../src/platform/figures/figures.js';
import { bogota } from '../../../../support/fixtures.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

describe('the figures of answers', () => {
  it('count opinions, open questions and what was asked back in the months of Bogotá', async () => {
    const tables = new MemoryTables();
    const [feedback, questions, asked] = [
      new FeedbackStore(tables),
      new OpenQuestions(tables),
      new AskedBack(tables),
    ];
    const opinion = (messageId: string, useful: boolean, at: Date) =>
      feedback.save({ messageId, sectionId: 'trato-amable', useful, at });
    await opinion('a', true, bogota('2026-11-03 10:00'));
    // In London it is December.
    await opinion('b', true, bogota('2026-11-30 22:00'));
    await opinion('c', false, bogota('2026-12-01 08:00'));
    await questions.save({ text: '¿?', nearestId: '', activityId: 'q', at: bogota('2026-11-05 10:00') });
    const at = bogota('2026-11-06 10:00');
    await asked.save({ text: '', offered: ['report', 'policy'], activityId: 'x', at });
    await asked.save({ text: '', offered: ['report', 'policy'], activityId: 'y', at });
    await asked.choose('y', 'report', at);

    const november = (await tallied(answerFigures({ tables }), '2026-11')).get('all');
    assert.deepEqual(november?.counts, {
      'answers.useful': 2,
      'answers.useful/section/trato-amable': 2,
      'answers.unanswered': 1,
      'answers.asked-back': 2,
      'answers.asked-back/chosen/none': 1,
      'answers.asked-back/chosen/report': 1,
    });
    assert.deepEqual(november?.days['30'], { 'answers.useful': 1 });
    const december = (await tallied(answerFigures({ tables }), '2026-12')).get('all');
    assert.deepEqual(december?.counts['answers.not-useful'], 1);
  });
});
