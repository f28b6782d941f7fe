import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { SparseVector } from '../../../platform/learning/linear-model.js';
import type { Person } from '../../../platform/people/person.js';
import type { Policy } from '../../../platform/policy/policy.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, show, type Turn } from '../../../turn.js';
import { groupByLikeness } from '../service/grouping.js';
import type { OpenQuestions } from '../store/open-questions.js';

const DAYS = 30;
const MOST = 10;

/** "preguntas": what is asked most and not answered, for the humanization team. */
export class QuestionList {
  constructor(
    private readonly parts: {
      policy: Policy;
      openQuestions: OpenQuestions;
      renderer: Renderer;
      personOf: (turn: Turn) => Promise<Person>;
      vectorOf: (text: string) => SparseVector;
    },
  ) {}

  /** @throws AppError `not-allowed` for whoever does not look after the policy. */
  async show(turn: Turn): Promise<Reply> {
    const { roles } = await this.parts.personOf(turn);
    if (!roles.includes('humanization')) throw new AppError('not-allowed');
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
    return show(this.parts.renderer.render('questions', { groups }, turn.language));
  }
}
