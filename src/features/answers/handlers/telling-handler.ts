/** A message that tells what happened: offers to report it, and says where the policy speaks of it. */
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { isPersonal, type Reply, type Turn } from '../../../turn.js';
import type { LastSaidMemory } from '../service/last-said.js';

export interface TellingParts {
  policy: Policy;
  memory: LastSaidMemory;
  /** Offers to make a report of the message, in the own chat. */
  offerReport: (turn: Turn, section?: Section) => Promise<Reply>;
}

export class TellingHandler {
  constructor(private readonly parts: TellingParts) {}

  async offer(turn: Turn): Promise<Reply> {
    const { policy, memory, offerReport } = this.parts;
    const found = turn.understood?.found;
    const [best] = found && found.outcome !== 'abstain' ? found.sections : [];
    if (isPersonal(turn)) memory.remember(turn, { kind: 'offer' });
    return offerReport(turn, best === undefined ? undefined : policy.find(best));
  }
}
