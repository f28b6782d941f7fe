/** "preguntas": shows the humanization team the most frequent unanswered questions. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { SparseVector } from '../../../platform/learning/linear-model.js';
import type { Policy } from '../../../platform/policy/policy.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, show, type Turn } from '../../../turn.js';
import { questionsTemplate } from '../cards/templates.js';
import { maySeeQuestions } from '../domain/permissions.js';
import { groupByLikeness } from '../service/grouping.js';
import type { OpenQuestions } from '../store/open-questions.js';

const DAYS = 30;
const MOST = 10;

export class QuestionsHandler {
  constructor(
    private readonly parts: {
      policy: Policy;
      openQuestions: OpenQuestions;
      renderer: Renderer;
      vectorOf: (text: string) => SparseVector;
    },
  ) {}

  async show(turn: Turn): Promise<Reply> {
    if (!maySeeQuestions(await turn.person())) throw new AppError('not-allowed');
    const from = new Date(turn.now.getTime() - DAYS * 86_400_000);
    const asked = await this.parts.openQuestions.since(from, turn.now);
    const text = textIn(turn.language).answers;
    const groups = groupByLikeness(asked, this.parts.vectorOf)
      .slice(0, MOST)
      .map(({ count, questions }) => {
        const nearest = this.parts.policy.find(questions[0]?.nearestId ?? '');
        return {
          count,
          sample: questions[0]?.text ?? '',
          near: nearest ? text.nearest(nearest.title) : '',
        };
      });
    return show(this.parts.renderer.render(questionsTemplate, { groups }, turn.language));
  }
}
