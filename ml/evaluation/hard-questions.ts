/** Scores a file of questions whose whole answer is judged by what it says. */
import { z } from 'zod';
import { conversationRows } from './conversations/format.js';
import { briefly } from './conversations/judging.js';
import type { JudgedTurn } from './conversations/playing.js';
import { good, type Report } from './report.js';
import { share } from './shares.js';

const hardQuestionRows = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    text: z.string(),
    /** The sections and facts that belong in the answer; printed with each miss. */
    must: z.array(z.string()),
    /** Expressions on the answer in lower case and without accents. */
    says: z.string(),
    never: z.string().optional(),
  }),
);
type HardQuestion = z.output<typeof hardQuestionRows>[number];

interface Answered {
  question: HardQuestion;
  turn: JudgedTurn;
}
const isRight = ({ turn }: Answered) => turn.failure === undefined;

/** Undefined for a file of something else. */
export async function evaluateHardQuestions(rows: readonly unknown[]): Promise<Report | undefined> {
  const { data } = hardQuestionRows.safeParse(rows);
  if (!data) return undefined;
  const { play } = await import('./conversations/playing.js');
  const answered: Answered[] = [];
  for (const [at, conversation] of conversationRows.parse(data.map(asked)).entries()) {
    const [turn] = await play(conversation);
    answered.push({ question: data[at] as HardQuestion, turn: turn as JudgedTurn });
  }
  const kinds = [...new Set(data.map(({ kind }) => kind))];
  const misses = answered.filter((one) => !isRight(one));
  const lines = [
    `all: ${answered.length} questions, right ${share(answered, isRight)}`,
    ...kinds.map((kind) => {
      const ofKind = answered.filter(({ question }) => question.kind === kind);
      return `${kind}: ${ofKind.length} questions, right ${share(ofKind, isRight)}`;
    }),
    `\nMisses: ${misses.length}`,
    ...misses.map(
      ({ question: { id, kind, text, must }, turn }) =>
        `  ${id} [${kind}] ${text}\n      wanted ${must.join(', ')}; got: ${briefly(turn.got)}`,
    ),
  ];
  return { lines, figures: [good('right', answered, isRight)] };
}

/** A conversation of one turn. */
const asked = ({ id, kind, text, says, never }: HardQuestion) => ({
  id,
  kind,
  title: text,
  turns: [
    {
      as: 'ana',
      say: text,
      expect: { any: [{ says }], never: never === undefined ? [] : [{ says: never }], why: text },
    },
  ],
});
