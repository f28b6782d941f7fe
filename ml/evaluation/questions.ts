/** Scores a file of questions about the policy, by kind. */

import { COMMANDS } from '../../src/commands.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { candidateLine } from './candidates.js';
import { alarms } from './intent-scores.js';
import {
  type Asked,
  abstains,
  answers,
  answersRight,
  askAll,
  finds,
  isOnPolicy,
  questionRows,
  reaches,
} from './question-scores.js';
import { bad, good, type Report } from './report.js';
import { share } from './shares.js';

/** Undefined for a file of something else. */
export function evaluateQuestions(rows: readonly unknown[]): Report | undefined {
  const { data: questions } = questionRows.safeParse(rows);
  if (!questions) return undefined;
  const asked = askAll(questions, loadUnderstand(COMMANDS));
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const answered = asked.filter(answers);
  const candidates = asked.map(({ question, understood }) => ({ understood, right: question.sections }));
  const misses = kinds.flatMap((kind) =>
    asked.filter(({ question }) => question.kind === kind).flatMap((one) => missOf(one)),
  );
  const lines = [
    ...kinds.flatMap((kind) =>
      scoresOf(
        kind,
        asked.filter(({ question }) => question.kind === kind),
      ),
    ),
    `answered outright: ${answered.length} of ${asked.length}, right ${share(answered, answersRight)}`,
    candidateLine(candidates, readPolicy()),
    `\nMisses: ${misses.length}`,
    ...misses,
  ];
  const onPolicy = asked.filter(isOnPolicy);
  const figures = [
    good('right first', onPolicy, (one) => finds(one, 1)),
    good('shown', onPolicy, reaches),
    good('answered right', answered, answersRight),
    good(
      'off policy, abstained',
      asked.filter((one) => !isOnPolicy(one)),
      abstains,
    ),
    bad('taken for danger', asked, ({ understood }) => alarms(understood)),
  ];
  return { lines, figures };
}

function scoresOf(kind: string, asked: readonly Asked[]): string[] {
  const onPolicy = asked.filter(isOnPolicy);
  const offPolicy = asked.filter((one) => !isOnPolicy(one));
  const danger = (some: readonly Asked[]) => share(some, ({ understood }) => alarms(understood));
  const lines: string[] = [];
  if (onPolicy.length > 0) {
    const first = share(onPolicy, (one) => finds(one, 1));
    const three = share(onPolicy, (one) => finds(one, 3));
    lines.push(
      `${kind}: ${onPolicy.length} questions, right first ${first}, in the first three ${three}, shown ${share(onPolicy, reaches)}, abstained ${share(onPolicy, abstains)}, taken for danger ${danger(onPolicy)}`,
    );
  }
  if (offPolicy.length > 0) {
    const nothing = share(offPolicy, ({ shown }) => shown.ids.length === 0);
    lines.push(
      `${kind}: ${offPolicy.length} not answered by the policy, abstained ${share(offPolicy, abstains)}, nothing shown ${nothing}, taken for danger ${danger(offPolicy)}`,
    );
  }
  return lines;
}

function missOf(one: Asked): string[] {
  if (isOnPolicy(one) ? finds(one, 1) : abstains(one)) return [];
  const { question, understood, shown } = one;
  const found = `${shown.outcome} ${understood.found.sections.slice(0, 3).join(', ')}`;
  return [
    `  ${question.id} [${question.kind}] ${question.text}\n      ${found}; wanted ${question.sections.join(', ') || 'none'}`,
  ];
}
