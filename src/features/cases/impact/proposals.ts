/** Proposes topic, efforts and touched attributes from a narrative. The reporter can correct them. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { EFFORTS, type Effort, type Topic } from '../domain/report.js';

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
/** A section is proposed from this probability on. It is low because one narrative may touch several. */
const TOUCHES_FROM = 0.2;

export function createProposals(models: ProposalModels): (narrative: string) => Proposals {
  return (narrative) => ({
    topic: (ranked(models.topic, narrative)[0]?.name ?? 'behaviour') as Topic,
    efforts: effortsOf(ranked(models.efforts, narrative)),
    touches: ranked(models.touches, narrative)
      .filter(({ probability }) => probability >= TOUCHES_FROM)
      .slice(0, MOST_TOUCHES)
      .map(({ name }) => name),
  });
}

export function effortsLabel(efforts: readonly Effort[]): string {
  return EFFORTS.filter((effort) => efforts.includes(effort)).join('+');
}

/** Each effort whose combinations have a total probability of at least 0.5. */
function effortsOf(combinations: readonly Ranked[]): Effort[] {
  return EFFORTS.filter((effort) => {
    const with_ = combinations.filter(({ name }) => name.split('+').includes(effort));
    return with_.reduce((sum, { probability }) => sum + probability, 0) >= 0.5;
  });
}

interface Ranked {
  name: string;
  probability: number;
}

function ranked(model: LinearModel, text: string): Ranked[] {
  const probabilities = model.probabilities(text);
  return model.classes
    .map((name, at) => ({ name, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
