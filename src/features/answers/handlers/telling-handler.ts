/** A message that tells what happened: offers to report it, and says where the policy speaks of it. */
import type { Policy, Section } from '../../../platform/policy/policy.js';
import type { Reply, Turn } from '../../../turn.js';

export interface TellingParts {
  policy: Policy;
  /** Offers to make a report of the message, in the own chat. */
  offerReport: (turn: Turn, section?: Section) => Promise<Reply>;
}

export class TellingHandler {
  constructor(private readonly parts: TellingParts) {}

  async offer(turn: Turn): Promise<Reply> {
    const { policy, offerReport } = this.parts;
    const found = turn.understood?.found;
    const [best] = found && found.outcome !== 'abstain' ? found.sections : [];
    return offerReport(turn, best === undefined ? undefined : policy.find(best));
  }
}
