/** What the answers count for the indicators: found useful or not, questions without an answer, and what was asked back. */
import { bogotaDay, shiftedMonth, startOfMonth } from '../../../platform/calendar/days.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Dimension, Fact, FigureDefinition, FigureSource } from '../../../platform/figures/source.js';
import type { Tables } from '../../../platform/storage/tables.js';
import { AskedBack } from '../store/asked-back.js';
import { FeedbackStore } from '../store/feedback-store.js';
import { OpenQuestions } from '../store/open-questions.js';
import { type Language, textIn } from '../text/catalogue.js';

export const ANSWER_FIGURES = 'answers';

const SCOPES: Scope[] = [{ kind: 'all' }];

const figure = (name: string, dimension?: Dimension): FigureDefinition => ({
  id: `answers.${name}`,
  reader: 'team',
  isByDay: true,
  ...(dimension && { dimensions: [dimension] }),
});

/** @param titleOf names a section; for who shows the figures. */
export function answerFigures({
  tables,
  titleOf = (id) => id,
}: {
  tables: Tables;
  titleOf?: (sectionId: string) => string;
}): FigureSource {
  const stores = {
    feedback: new FeedbackStore(tables),
    questions: new OpenQuestions(tables),
    askedBack: new AskedBack(tables),
  };
  const section = { id: 'section', nameOf: titleOf };
  return {
    theme: ANSWER_FIGURES,
    figures: [
      figure('useful', section),
      figure('not-useful', section),
      figure('unanswered'),
      figure('asked-back', { id: 'chosen', nameOf: chosenName }),
    ],
    components: [
      { id: 'useful-answers', of: 'answers.useful', among: ['answers.useful', 'answers.not-useful'] },
    ],
    kept: 'feedback',
    factsOf: (month) => factsOf(stores, month),
  };
}

/** What somebody chose when the bot asked back, in the words of the choice. */
function chosenName(value: string, language: Language): string {
  const { chat, answers } = textIn(language);
  const choices: Readonly<Record<string, string>> = chat.choices;
  return choices[value] ?? (value === 'none' ? answers.noneChosen : value);
}

async function* factsOf(
  {
    feedback,
    questions,
    askedBack,
  }: { feedback: FeedbackStore; questions: OpenQuestions; askedBack: AskedBack },
  month: string,
): AsyncGenerator<Fact> {
  const [from, until] = [startOfMonth(month), startOfMonth(shiftedMonth(month, 1))];
  const [opinions, unanswered, asked] = await Promise.all([
    feedback.since(from, until),
    questions.since(from, until),
    askedBack.since(from, until),
  ]);
  const fact = ({ at }: { at: string }, id: string, dimension = ''): Fact[] =>
    at < until.toISOString()
      ? [
          {
            scopes: SCOPES,
            day: bogotaDay(new Date(at)).slice(8),
            cells: { [id]: 1, ...(dimension && { [`${id}/${dimension}`]: 1 }) },
          },
        ]
      : [];
  for (const opinion of opinions) {
    yield* fact(
      opinion,
      `answers.${opinion.useful ? 'useful' : 'not-useful'}`,
      `section/${opinion.sectionId}`,
    );
  }
  for (const question of unanswered) yield* fact(question, 'answers.unanswered');
  for (const one of asked) yield* fact(one, 'answers.asked-back', `chosen/${one.chosen || 'none'}`);
}
