/** The card of the learning check: with open questions, or with one person's results. */
import { z } from 'zod';
import { choice, id, plain } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Question } from '../domain/questions.js';
import { type Language, textIn } from '../text/catalogue.js';

export const checkTemplate = defineTemplate(
  'trainings/training-check',
  z.object({
    id,
    problem: plain,
    open: z.boolean(),
    questions: z.array(
      z.object({
        number: plain,
        words: plain,
        input: id,
        options: z.array(choice),
        answered: z.boolean(),
        verdict: plain,
      }),
    ),
  }),
  { textIn },
);

/** The input id of a question, by its index from 0. */
export const inputOf = (at: number): string => `q${at + 1}`;

/** @param done the answers that count, with a note on the result; undefined while unanswered. */
export function checkCard(
  renderer: Renderer,
  trainingId: string,
  questions: readonly Question[],
  language: Language,
  done?: { answers: readonly string[]; note: string },
): Card {
  const text = textIn(language).trainings.check;
  const verdictOf = ({ sectionId, title }: Question, answer: string | undefined) =>
    answer === sectionId ? text.right(title) : text.wrong(title);
  const data: DataOf<typeof checkTemplate> = {
    id: trainingId,
    problem: done?.note ?? '',
    open: done === undefined,
    questions: questions.map((question, at) => ({
      number: text.number(at + 1),
      words: `“${question.sentence}”`,
      input: inputOf(at),
      options: question.options.map(({ id: sectionId, title }) => ({ title, value: sectionId })),
      answered: done !== undefined,
      verdict: done ? verdictOf(question, done.answers[at]) : '',
    })),
  };
  return renderer.render(checkTemplate, data, language);
}
