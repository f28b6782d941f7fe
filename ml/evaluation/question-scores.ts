/** Scores what people see for questions about the policy. Pure. */
import { z } from 'zod';
import { type Shown, shownFor } from '../../src/features/answers/index.js';
import type { Understand, Understanding } from '../../src/platform/understanding/understand.js';

export const questionRows = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    /** Every section that is a correct first answer; empty when the policy has no answer. */
    sections: z.array(z.string()),
    kind: z.string(),
  }),
);
type Question = z.output<typeof questionRows>[number];

export interface Asked {
  question: Question;
  understood: Understanding;
  shown: Shown;
}

export function askAll(questions: readonly Question[], understand: Understand): Asked[] {
  return questions.map((question) => {
    const understood = understand(question.text, []);
    return { question, understood, shown: shownFor(understood) };
  });
}

export const isOnPolicy = ({ question }: Asked): boolean => question.sections.length > 0;
/** One of the first sections found is right. */
export const finds = ({ question, understood }: Asked, among: number): boolean =>
  understood.found.sections.slice(0, among).some((id) => question.sections.includes(id));
/** One of the sections that the person sees is right. */
export const reaches = ({ question, shown }: Asked): boolean =>
  shown.ids.some((id) => question.sections.includes(id));
export const abstains = ({ shown }: Asked): boolean => shown.outcome === 'abstain';
export const answers = ({ shown }: Asked): boolean => shown.outcome === 'answer';
export const answersRight = ({ question, shown }: Asked): boolean =>
  shown.outcome === 'answer' && question.sections.includes(shown.ids[0] ?? '');
