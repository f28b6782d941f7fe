/** "preguntas": shows the humanization team what can be learnt from what people wrote. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import { onlyFor } from '../../../platform/errors.js';
import type { Intent } from '../../../platform/understanding/intents.js';
import { type Reply, show, type Turn } from '../../../turn.js';
import { questionsTemplate } from '../cards/templates.js';
import { maySeeQuestions } from '../domain/permissions.js';
import type { LearningList } from '../service/learning-list.js';
import { textIn } from '../text/catalogue.js';

const DAYS = 30;
const MOST = 10;
const MOST_COMMENTS = 3;

export interface QuestionsParts {
  /** Names a section or an article. */
  titleOf: (id: string) => string;
  list: LearningList;
  renderer: Renderer;
}

export class QuestionsHandler {
  constructor(private readonly parts: QuestionsParts) {}

  async show(turn: Turn): Promise<Reply> {
    if (!maySeeQuestions(await turn.person()))
      throw onlyFor((language) => textIn(language).answers.onlyTeamLearns);
    const { list, renderer, titleOf } = this.parts;
    const from = new Date(turn.now.getTime() - DAYS * 86_400_000);
    const { unanswered, askedBack, opinions } = await list.since(from, turn.now);
    const text = textIn(turn.language);
    const data = {
      groups: unanswered.slice(0, MOST).map(({ count, questions }) => {
        const near = titleOf(questions[0]?.nearestId ?? '');
        return { count, sample: questions[0]?.text ?? '', near: near && text.answers.nearest(near) };
      }),
      askedBack: askedBack.slice(0, MOST).map(({ offered, count, chosen, samples }) => ({
        count,
        offered: offered.map((intent) => nameOf(intent, text)).join(' · '),
        chosen: Object.entries(chosen)
          .map(([intent, times]) => `${nameOf(intent, text)}: ${times}`)
          .join(' · '),
        sample: samples[0] ?? '',
      })),
      opinions: opinions.slice(0, MOST).map(({ sectionId, useful, useless, comments }) => ({
        title: titleOf(sectionId),
        useful,
        useless,
        comments: comments.slice(-MOST_COMMENTS),
      })),
    };
    return show(renderer.render(questionsTemplate, data, turn.language));
  }
}

const nameOf = (intent: string, { chat }: ReturnType<typeof textIn>): string =>
  chat.choices[intent as Intent] ?? intent;
