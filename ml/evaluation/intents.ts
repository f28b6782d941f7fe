/** Scores a file of messages whose intent is known; the misses by what was taken for what. */

import { COMMANDS } from '../../src/commands.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { isDanger } from '../../src/platform/understanding/intents.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { NOT_OFFERED } from '../../src/platform/understanding/settle.js';
import { candidateLine } from './candidates.js';
import {
  asks,
  doneFirst,
  type Heard,
  hearAll,
  intentRows,
  isCall,
  isFirst,
  isReached,
  isWrong,
  NOT_SAID,
  raisesAlarm,
  saysIntent,
  seesDanger,
} from './intent-scores.js';
import { bad, good, type Report } from './report.js';
import { share } from './shares.js';

/** Undefined for a file of something else. */
export function evaluateIntents(rows: readonly unknown[]): Report | undefined {
  const { data } = intentRows.safeParse(rows);
  if (!data) return undefined;
  const heard = hearAll(data, loadUnderstand(COMMANDS));
  const said = heard.filter(saysIntent);
  const calls = heard.filter(isCall);
  const others = heard.filter((one) => !isCall(one));
  const misses = heard.filter((one) => (saysIntent(one) ? !isFirst(one) : raisesAlarm(one)));
  const lines = [
    `intents: ${said.length}, first ${share(said, isFirst)}, first or among the choices ${share(said, isReached)}, asks ${share(said, asks)}, acted on and wrong ${share(said, isWrong)}`,
    `danger: ${calls.length}, seen ${share(calls, seesDanger)}; no danger: ${others.length}, taken for danger ${share(others, raisesAlarm)}`,
    candidateLine(
      said.map(({ understood, row }) => ({ understood, right: candidateOf(row.intent) })),
      readPolicy(),
    ),
    `\nMisses: ${misses.length}`,
    ...byKind(misses),
  ];
  const figures = [
    good('done first', said, isFirst),
    good('done or offered', said, isReached),
    bad('done and wrong', said, isWrong),
    good('danger seen', calls, seesDanger),
    bad('taken for danger', others, raisesAlarm),
  ].filter(({ of }) => of > 0);
  return { lines, figures };
}

/** What a hosted model should choose; the file does not say which section a question is about. */
const candidateOf = (intent: Heard['row']['intent']): string[] =>
  intent === NOT_SAID || isDanger(intent) || NOT_OFFERED.includes(intent) ? [] : [intent];

function byKind(misses: readonly Heard[]): string[] {
  const kinds = new Map<string, Heard[]>();
  for (const miss of misses) kinds.set(kindOf(miss), [...(kinds.get(kindOf(miss)) ?? []), miss]);
  return [...kinds]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([kind, ofKind]) => [
      `  ${kind}: ${ofKind.length}`,
      ...ofKind.map(({ row }) => `    ${row.id} ${row.text}`),
    ]);
}

function kindOf({ row, understood }: Heard): string {
  const taken = `${row.intent} taken for ${doneFirst(understood)}`;
  return understood.asks ? `${taken}, asked: ${understood.alternatives.join(', ')}` : taken;
}
