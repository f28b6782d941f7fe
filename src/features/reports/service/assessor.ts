/** Assesses a draft: its level and the other proposals. */
import { type Assess, question, raise, suspect } from '../../../platform/impact/assess.js';
import { type Assessment, type Care, higher } from '../../../platform/impact/assessment.js';
import { type Cycle, isNowhere } from '../../../platform/impact/cycle.js';
import type { Safety } from '../../../platform/impact/failure.js';
import type { AskHosted, HostedOpinion } from '../../../platform/impact/hosted-level.js';
import type { Proposals } from '../../../platform/impact/proposals.js';
import type { DangerKind, Risk } from '../../../platform/understanding/danger.js';
import type { Report } from '../../cases/index.js';
import { type Confirmation, type Proposed, safetyOf } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';
import { accusesSuperior } from './involvement.js';

export interface AssessorParts {
  assess: Assess;
  propose: (narrative: string) => Proposals;
  safetyIn: (narrative: string) => Safety;
  /** What a text gives away about a danger; undefined when there is none. */
  riskIn: (text: string) => Risk | undefined;
  cycleIn: (narrative: string, place: string) => Cycle;
  /** Undefined when there is no hosted model. */
  askHosted: AskHosted | undefined;
}

export interface Assessed {
  assessment: Assessment;
  /** It sounds as if somebody were in danger now, whatever its level. */
  isAlarming: boolean;
  /** It tells that the own superior did it, so that nobody has to say it once more. */
  isSuperiorAccused: boolean;
  /** Values set in the draft, else proposals from its narrative. */
  proposed: Proposed;
  /** Where and when it happened, as far as its words say so. */
  cycle: Cycle;
}

/** What a kind of danger means for a report, where the words of the rules are missing. */
const CARE_OF: Partial<Readonly<Record<DangerKind, Care>>> = {
  sexual: 'sexual-violence',
  child: 'child-at-risk',
  'self-harm': 'self-harm',
};
/** Of these, whoever leads the writer may be the one who does it. */
const BY_SOMEBODY: readonly DangerKind[] = ['sexual', 'harassment', 'violence-now'];
/** From here on a kind counts without the words for it. */
const SURE = { probability: 0.5, share: 0.6 };

const NOTHING_SAID: Safety = { threat: false, physical: false, harm: false };

export class Assessor {
  constructor(private readonly parts: AssessorParts) {}

  assess(draft: Draft): Assessed {
    const risk = this.parts.riskIn(draft.narrative);
    const isAlarming = risk !== undefined;
    const raised = raise(withCareOf(this.parts.assess(draft.narrative), risk), draft.raisedTo);
    const heard = isAlarming ? suspect(raised) : raised;
    const assessment = draft.doubtsHigh ? question(heard) : heard;
    const proposals = this.parts.propose(draft.narrative);
    return {
      assessment,
      isAlarming,
      isSuperiorAccused:
        risk !== undefined && BY_SOMEBODY.includes(risk.kind) && accusesSuperior(draft.narrative),
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

/** A story that tells of it in other words than the rules know is protected all the same. */
function withCareOf(assessment: Assessment, risk: Risk | undefined): Assessment {
  const care = risk && CARE_OF[risk.kind];
  const isSure = risk && risk.probability >= SURE.probability && risk.share >= SURE.share;
  if (!care || !isSure || assessment.cares.includes(care)) return assessment;
  return { ...assessment, cares: [...assessment.cares, care] };
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
    ...(draft.inConfidence && { inConfidence: true }),
  };
}
