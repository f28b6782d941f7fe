/** Scores a file of conversations: whole ones, first turns, later turns, and which turns fail. */
import { type Conversation, conversationRows } from './conversations/format.js';
import { briefly } from './conversations/judging.js';
import type { JudgedTurn } from './conversations/playing.js';
import { good, type Report } from './report.js';
import { share } from './shares.js';

interface Played {
  conversation: Conversation;
  turns: JudgedTurn[];
}

const isRight = ({ failure }: JudgedTurn) => failure === undefined;
const isWhole = ({ turns }: Played) => turns.every(isRight);
const isFirst = (turn: JudgedTurn) => turn.isFirst;
const isLater = (turn: JudgedTurn) => !turn.isFirst;

/** Undefined for a file of something else. */
export async function evaluateConversations(rows: readonly unknown[]): Promise<Report | undefined> {
  const { data } = conversationRows.safeParse(rows);
  if (!data) return undefined;
  // The whole bot is loaded for these alone.
  const { play } = await import('./conversations/playing.js');
  const played: Played[] = [];
  for (const conversation of data) played.push({ conversation, turns: await play(conversation) });
  const turns = played.flatMap((one) => one.turns);
  const kinds = [...new Set(data.map(({ kind }) => kind))];
  const lines = [
    summaryOf('all', played),
    ...kinds.map((kind) =>
      summaryOf(
        kind,
        played.filter(({ conversation }) => conversation.kind === kind),
      ),
    ),
    '\nTurns that fail:',
    ...played.flatMap(failuresOf),
  ];
  const figures = [
    good('whole', played, isWhole),
    good('first turns', turns.filter(isFirst), isRight),
    good('later turns', turns.filter(isLater), isRight),
  ];
  return { lines, figures };
}

function summaryOf(name: string, played: readonly Played[]): string {
  const turns = played.flatMap((one) => one.turns);
  const first = turns.filter(isFirst);
  const later = turns.filter(isLater);
  return `${name}: ${played.length} conversations, whole ${share(played, isWhole)}; first turns ${first.length}, right ${share(first, isRight)}; later turns ${later.length}, right ${share(later, isRight)}`;
}

function failuresOf({ conversation, turns }: Played): string[] {
  return turns
    .filter((turn) => !isRight(turn))
    .map(({ turn, got, failure }) => {
      const did = 'say' in turn ? `«${turn.say}»` : 'tap' in turn ? `taps ${turn.tap}` : 'looks';
      return `  ${conversation.id} [${conversation.kind}] ${turn.as} ${did}: ${failure}\n      ${turn.expect?.why}\n      got: ${briefly(got)}`;
    });
}
