/** The rules that hold whatever happens: one pure function over what was seen and what is stored. */
import type { History } from '../history.js';
import { checkChains } from './chains.js';
import { checkCommitments } from './commitments.js';
import type { Facts } from './facts.js';
import { checkGivenUp } from './given-up.js';
import { checkLimits, EXACT } from './limits.js';
import { checkLives } from './lives.js';
import { checkNotices } from './notices.js';
import { checkPractices } from './practices.js';
import { checkRecognitions } from './recognitions.js';
import { checkRepeats } from './repeats.js';
import { checkReplies } from './replies.js';
import { acknowledgedIn, checkNumbers, checkReports } from './reports.js';
import { checkSecrets } from './secrets.js';
import { checkTrainings } from './trainings.js';
import type { Check, Violation } from './violation.js';
import { checkVoices } from './voices.js';

export interface Verdict {
  acknowledged: number;
  violations: Violation[];
}

export function check(history: History, facts: Facts, exactness = EXACT): Verdict {
  const rules: readonly Check[] = [
    checkReports,
    checkNumbers,
    checkChains,
    checkNotices,
    checkGivenUp,
    checkCommitments,
    checkVoices,
    checkTrainings,
    checkRecognitions,
    checkPractices,
    checkRepeats,
    checkReplies,
    checkSecrets,
    checkLives,
    checkLimits(exactness),
  ];
  return {
    acknowledged: acknowledgedIn(history).length,
    violations: rules.flatMap((rule) => rule(history, facts)),
  };
}
