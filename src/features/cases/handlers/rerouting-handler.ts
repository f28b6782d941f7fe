/** Sends a report that calls for protection up the line instead, or back: the second card names the other recipient. */
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import type { Assessor } from '../service/assessor.js';
import type { Drafts } from '../store/drafts.js';
import { readConfirmation } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface ReroutingParts {
  drafts: Drafts;
  assessor: Assessor;
  touchableIds: ReadonlySet<string>;
  replies: ReportReplies;
}

export class ReroutingHandler {
  constructor(private readonly parts: ReroutingParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'report.reroute', scope: 'personal', handle: (turn) => this.#reroute(turn) }];
  }

  async #reroute(turn: Turn): Promise<Reply> {
    const { drafts, assessor, touchableIds, replies } = this.parts;
    const { id } = readInput(draftId, turn);
    const draft = id ? await drafts.find(turn.actor.id, id) : undefined;
    if (!draft) return replies.gone(turn);
    const confirmed = readConfirmation(turn.input, touchableIds);
    // An unset toggle about one recipient is no answer about another.
    const entered = { ...confirmed, superiorInvolved: confirmed.superiorInvolved || undefined };
    return replies.confirm(turn, draft, assessor.assess(draft), { entered });
  }
}
