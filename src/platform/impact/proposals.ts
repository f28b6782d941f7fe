/**
 * Proposes topic, efforts and touched attributes from a narrative. The reporter can correct them. An effort is only
 * proposed where the narrative tells it.
 */
import type { LinearModel } from '../learning/linear-model.js';
import { combinationOf, probabilityIn } from './combinations.js';
import { EFFORTS, type Effort, type Topic } from './failure.js';
import type { Rules } from './rules.js';

export interface Proposals {
  topic: Topic;
  efforts: Effort[];
  /** At most three policy sections: attributes of good treatment, or what keeps us from humanization. */
  touches: string[];
}

export interface ProposalModels {
  topic: LinearModel;
  /** The classes are combinations of efforts, as written by `effortsLabel`. */
  efforts: LinearModel;
  touches: LinearModel;
}

const MOST_TOUCHES = 3;
/** Chosen by cross-validation on narratives whose writers named only the efforts that the text itself tells. */
const EFFORT_FROM = 0.7;
/** A section is proposed from this probability on. It is low because one narrative may touch several. */
const TOUCHES_FROM = 0.2;

export function createProposals(
  models: ProposalModels,
  rules: Pick<Rules, 'efforts' | 'effortsWithWords'>,
): (narrative: string) => Proposals {
  function effortsIn(narrative: string): Effort[] {
    const told = rules.efforts(narrative);
    const mayBe = (effort: Effort) => told.includes(effort) || !rules.effortsWithWords.includes(effort);
    return effortsOf(models.efforts.ranked(narrative)).filter(mayBe);
  }
  return (narrative) => ({
    topic: (models.topic.ranked(narrative)[0]?.name ?? 'behaviour') as Topic,
    efforts: effortsIn(narrative),
    touches: models.touches
      .ranked(narrative)
      .filter(({ probability }) => probability >= TOUCHES_FROM)
      .slice(0, MOST_TOUCHES)
      .map(({ name }) => name),
  });
}

export function effortsLabel(efforts: readonly Effort[]): string {
  return combinationOf(EFFORTS, efforts);
}

/** Each effort whose combinations are probable enough together. */
function effortsOf(combinations: ReturnType<LinearModel['ranked']>): Effort[] {
  return EFFORTS.filter((effort) => probabilityIn(combinations, effort) >= EFFORT_FROM);
}
