/** Assesses a draft: its level and the other proposals. */
import { type Assess, question, raise, suspect } from '../../../platform/impact/assess.js';
import { type Assessment, higher } from '../../../platform/impact/assessment.js';
import { type Cycle, isNowhere } from '../../../platform/impact/cycle.js';
import type { Safety } from '../../../platform/impact/failure.js';
import type { AskHosted, HostedOpinion } from '../../../platform/impact/hosted-level.js';
import type { Proposals } from '../../../platform/impact/proposals.js';
import type { Report } from '../../cases/index.js';
import { type Confirmation, type Proposed, safetyOf } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';

export interface AssessorParts {
  assess: Assess;
  propose: (narrative: string) => Proposals;
  safetyIn: (narrative: string) => Safety;
  /** Whether a text sounds as if somebody were in danger now. */
  isAlarming: (text: string) => boolean;
  cycleIn: (narrative: string, place: string) => Cycle;
  /** Undefined when there is no hosted model. */
  askHosted: AskHosted | undefined;
}

export interface Assessed {
  assessment: Assessment;
  /** It sounds as if somebody were in danger now, whatever its level. */
  isAlarming: boolean;
  /** Values set in the draft, else proposals from its narrative. */
  proposed: Proposed;
  /** Where and when it happened, as far as its words say so. */
  cycle: Cycle;
}

const NOTHING_SAID: Safety = { threat: false, physical: false, harm: false };

export class Assessor {
  constructor(private readonly parts: AssessorParts) {}

  assess(draft: Draft): Assessed {
    const isAlarming = this.parts.isAlarming(draft.narrative);
    const raised = raise(this.parts.assess(draft.narrative), draft.raisedTo);
    const heard = isAlarming ? suspect(raised) : raised;
    const assessment = draft.doubtsHigh ? question(heard) : heard;
    const proposals = this.parts.propose(draft.narrative);
    return {
      assessment,
      isAlarming,
      cycle: this.parts.cycleIn(draft.narrative, draft.place),
      proposed: {
        level: assessment.level,
        topic: draft.topic || proposals.topic,
        efforts: draft.efforts.length > 0 ? draft.efforts : proposals.efforts,
        touches: proposals.touches,
        // Words that do not make the level high answer no question that would.
        safety: assessment.level === 'high' ? this.parts.safetyIn(draft.narrative) : NOTHING_SAID,
      },
    };
  }

  /** What a hosted model says to the level of rules and model; undefined if nothing else. */
  async hostedOpinion(narrative: string): Promise<HostedOpinion | undefined> {
    return this.parts.askHosted?.(narrative, this.parts.assess(narrative).level);
  }
}

/** Makes the report of a draft and its confirmation. */
export function reportOf(
  draft: Draft,
  confirmed: Confirmation,
  { assessment, proposed, cycle }: Assessed,
): Report {
  const safety = safetyOf(confirmed, proposed);
  const raised = higher(assessment.level, confirmed.level ?? assessment.level);
  const level = Object.values(safety).includes(true) ? 'high' : raised;
  return {
    narrative: draft.narrative,
    topic: confirmed.topic ?? proposed.topic,
    source: draft.source,
    place: draft.place,
    occurredOn: draft.occurredOn,
    efforts: confirmed.efforts ?? proposed.efforts,
    touches: confirmed.touches ?? proposed.touches,
    confidential: draft.confidential,
    superiorInvolved: confirmed.superiorInvolved ?? false,
    safety,
    level,
    proposedLevel: assessment.level,
    reviews: confirmed.lessSevere ? [...assessment.reviews, 'less-severe'] : assessment.reviews,
    candidate: higher(level, assessment.candidate),
    urgent: level === 'high' || assessment.urgent,
    signals: assessment.signals,
    discounted: assessment.discounted,
    cares: assessment.cares,
    ...(!isNowhere(cycle) && { cycle }),
    ...(draft.retaliation && { retaliation: true }),
  };
}
