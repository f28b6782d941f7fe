import type { Feature, FeatureContext } from '../../feature.js';
import { bogotaMonth } from '../../platform/calendar/days.js';
import type { LinearModel } from '../../platform/learning/linear-model.js';
import { loadModel } from '../../platform/learning/model-file.js';
import { Articles } from '../../platform/policy/articles.js';
import { loadKnowledge } from '../../platform/policy/knowledge.js';
import { OtherWordsOfSections } from '../../platform/policy/other-words.js';
import type { Handler } from '../../turn.js';
import { AnswerCards } from './cards/answer-card.js';
import { ArticleCards } from './cards/article-card.js';
import { AnswersHandler } from './handlers/answers-handler.js';
import { ChoosingHandler, type ChoosingParts } from './handlers/choosing-handler.js';
import { ExplainingHandler, type ExplainingParts } from './handlers/explaining-handler.js';
import { FollowingHandler } from './handlers/following-handler.js';
import { GoingOnHandler } from './handlers/going-on-handler.js';
import { QuestionsHandler } from './handlers/questions-handler.js';
import { SearchHandler, type SearchParts } from './handlers/search-handler.js';
import { SecondQuestion, type SecondQuestionParts } from './handlers/second-question.js';
import { TellingHandler, type TellingParts } from './handlers/telling-handler.js';
import { ANSWER_FIGURES, answerFigures } from './service/answer-figures.js';
import { AskedLately } from './service/asked-lately.js';
import { LastSaidMemory } from './service/last-said.js';
import { Learning } from './service/learning.js';
import { LearningList } from './service/learning-list.js';
import { AskedBack } from './store/asked-back.js';
import { AskedWords } from './store/asked-words.js';
import { FeedbackStore } from './store/feedback-store.js';
import { OpenQuestions } from './store/open-questions.js';

export { type Shown, shownFor } from './domain/shown.js';
export { answerFigures } from './service/answer-figures.js';
export { LearningList } from './service/learning-list.js';

/** Functions that the bot and other features provide. */
export type AnswerHelpers = Pick<ChoosingParts, 'hear' | 'hearAs' | 'noteStory'> &
  Pick<TellingParts, 'offerReport'> &
  Pick<SearchParts, 'find'> & { articleSearch: ExplainingParts['search'] } & Pick<
    SecondQuestionParts,
    'read'
  > & { help: Handler };

export interface Answers extends Feature {
  /** Asks which of several things a text means. */
  askBack: Handler;
}

export function createAnswers(context: FeatureContext, helpers: AnswerHelpers): Answers {
  const { settings, tables, background, log, renderer, policy } = context;
  const knowledge = loadKnowledge(policy);
  const stores = {
    questions: new OpenQuestions(tables),
    askedBack: new AskedBack(tables),
    feedback: new FeedbackStore(tables),
  };
  const recount = (now: Date) =>
    background.run('figures', () => context.figures.touch(ANSWER_FIGURES, [bogotaMonth(now)]));
  const askedLately = new AskedLately(stores.feedback);
  const memory = new LastSaidMemory(context.things);
  const articles = Articles.read(policy);
  const otherWords = OtherWordsOfSections.read(policy);
  const second = new SecondQuestion({ policy, articles, otherWords, settings, read: helpers.read });
  const person: Handler = (turn) => helpers.hearAs(turn, 'person');
  const explaining = new ExplainingHandler({
    articles,
    memory,
    second,
    person,
    search: helpers.articleSearch,
    cards: new ArticleCards(context),
  });
  const parts = {
    ...context,
    ...helpers,
    ...stores,
    knowledge,
    memory,
    explaining,
    person,
    otherWords,
    second,
    recount,
    askedLately,
    askedWords: new AskedWords(tables, context.clock),
    learning: new Learning({ ...stores, recount, background, log }),
    cards: new AnswerCards({ policy, knowledge, renderer, links: settings.links }),
  };
  const answers = new AnswersHandler(parts);
  const choosing = new ChoosingHandler(parts);
  const telling = new TellingHandler(parts);
  const following = new FollowingHandler(parts);
  const goingOn = new GoingOnHandler({ ...parts, follow: (turn) => following.answer(turn) });
  // Loaded when the team asks for the list: most processes never need it.
  let model: LinearModel | undefined;
  const list = LearningList.of(tables, (text) => {
    model ??= loadModel('policy');
    return model.vector(text);
  });
  const titleOf = (id: string) => policy.find(id)?.title ?? articles.find(id)?.words.es.title ?? id;
  const questions = new QuestionsHandler({ ...context, list, titleOf });
  return {
    verbs: [...answers.routes(), ...choosing.routes()],
    texts: [
      { purpose: 'policy', scope: 'anywhere', handle: (turn) => answers.ask(turn) },
      { purpose: 'offtopic', scope: 'anywhere', handle: (turn) => answers.ask(turn) },
      { purpose: 'smalltalk', scope: 'anywhere', handle: (turn) => answers.chat(turn) },
      { purpose: 'tell', scope: 'anywhere', handle: (turn) => telling.offer(turn) },
      { purpose: 'questions', scope: 'personal', handle: (turn) => questions.show(turn) },
    ],
    continues: async (turn) => (await following.answer(turn)) ?? explaining.goOn(turn),
    acts: [...goingOn.routes(), explaining.route()],
    queries: new SearchHandler(parts).routes(),
    start: () => background.run('asked lately', () => askedLately.recall(context.clock())),
    askBack: (turn) => choosing.askBack(turn),
    figures: [answerFigures({ ...context, titleOf })],
  };
}
