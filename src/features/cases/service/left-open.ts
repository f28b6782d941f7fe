/** What cases leave open in a conversation. */
import { z } from 'zod';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';
import type { Person } from '../../../platform/people/person.js';
import type { Case } from '../domain/case.js';

/** The name of this feature in things. */
export const CASES = 'cases';

const shown = z.object({ caseId: z.string() });
export const caseIn = ({ data }: Pick<Thing, 'data'>): string => shown.parse(data).caseId;
/** A case of one's own, or one that waits for this person. */
export const leftCase = (
  { id, reporterId }: Pick<Case, 'id' | 'reporterId'>,
  viewer: Pick<Person, 'id'>,
): Left => ({
  kind: reporterId === viewer.id ? 'mine' : 'lead',
  of: CASES,
  data: { caseId: id },
});

const form = z.object({ caseId: z.string(), name: z.string(), words: z.string() });
export type FormInHand = z.output<typeof form>;
export const formIn = ({ data }: Pick<Thing, 'data'>): FormInHand => form.parse(data);
/** A form that was filled with what somebody said in the chat, and is not sent. */
export const leftForm = (data: FormInHand): Left => ({ kind: 'form', of: CASES, data });
export const formIsOver: Left = { kind: 'form', of: CASES, isOver: true };

const MOST_LISTED = 10;
const MOST_WORDS = 200;
const listed = z.object({
  cases: z.array(z.object({ id: z.string(), number: z.string(), words: z.string().default('') })).default([]),
  /** Which of them was opened last. */
  openedId: z.string().default(''),
});
export type Listed = z.output<typeof listed>['cases'][number];
export const listIn = ({ data }: Pick<Thing, 'data'>): z.output<typeof listed> =>
  listed.catch({ cases: [], openedId: '' }).parse(data);
/** What is chosen from next. */
export const leftList = (cases: readonly Listed[], openedId = ''): Left => ({
  kind: 'choices',
  of: CASES,
  data: { openedId, cases: shortened(cases) },
});

export function shortened(cases: readonly Listed[]): Listed[] {
  return cases
    .slice(0, MOST_LISTED)
    .map(({ id, number, words }) => ({ id, number, words: words.slice(0, MOST_WORDS) }));
}
