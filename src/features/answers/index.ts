/** Builds the parts that answer about the policy; a wing of the composition root. */
import type { Renderer } from '../../platform/cards/renderer.js';
import type { AskModel } from '../../platform/learning/hosted-model.js';
import { loadModel } from '../../platform/learning/model-file.js';
import type { Logger } from '../../platform/log.js';
import type { DataProvider } from '../../platform/people/data-provider.js';
import type { Person } from '../../platform/people/person.js';
import { readKnowledge } from '../../platform/policy/knowledge.js';
import type { Policy } from '../../platform/policy/policy.js';
import type { Tables } from '../../platform/storage/tables.js';
import { commands } from '../../platform/text/commands.js';
import type { Settings } from '../../settings.js';
import type { Handler, TextRoute, Turn, VerbRoute } from '../../turn.js';
import { AnswerCards } from './cards/answer-card.js';
import { Answers, type AnswerParts as Collaborators } from './handlers/answers-handler.js';
import { QuestionList } from './handlers/questions-handler.js';
import { localRanking, ModelRanking } from './service/ranking.js';
import { Search } from './service/search.js';
import { FeedbackStore } from './store/feedback-store.js';
import { LastAnswers } from './store/last-answers.js';
import { OpenQuestions } from './store/open-questions.js';

export interface AnswerEnvironment extends Pick<Collaborators, 'help' | 'tells' | 'helpFor' | 'offerReport'> {
  settings: Pick<Settings, 'links'>;
  tables: Tables;
  log: Logger;
  renderer: Renderer;
  policy: Policy;
  /** A model that may put sections into another order; none where it is not set. */
  hosted?: AskModel;
  personOf: (turn: Turn) => Promise<Person>;
}

export interface AnswerParts {
  verbs: VerbRoute[];
  texts: TextRoute[];
  /** Answers what no other route takes. */
  ask: Handler;
  /** What is kept about a person. */
  providers: DataProvider[];
}

export function createAnswers(environment: AnswerEnvironment): AnswerParts {
  const { settings, tables, log, renderer, policy, hosted, personOf } = environment;
  const { help, tells, helpFor, offerReport } = environment;
  const model = loadModel('policy');
  const search = new Search(model);
  const knowledge = readKnowledge(policy);
  const openQuestions = new OpenQuestions(tables);
  const lastAnswers = new LastAnswers(tables);
  const answers = new Answers({
    ...{ policy, knowledge, openQuestions, lastAnswers, renderer, log, help, tells, helpFor, offerReport },
    ranking: hosted ? new ModelRanking(search, policy, hosted, log) : localRanking(search),
    cards: new AnswerCards({ policy, knowledge, renderer, links: settings.links }),
    feedback: new FeedbackStore(tables),
  });
  const questions = new QuestionList({
    ...{ policy, openQuestions, renderer, personOf },
    vectorOf: (text) => model.vector(text),
  });
  return {
    verbs: answers.routes(),
    texts: [
      {
        name: 'questions',
        scope: 'personal',
        select: commands.questions,
        handle: (turn) => questions.show(turn),
      },
    ],
    ask: (turn) => answers.ask(turn),
    providers: [lastAnswers],
  };
}
