/**
 * Shows the second card again with what the reporter decided about whom it goes to: who is involved, whom they chose,
 * or whether a report that calls for protection goes up the line. The card then names the recipient.
 */
import type { FeatureContext } from '../../../feature.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, type Turn, type VerbRoute } from '../../../turn.js';
import type { Assessor } from '../service/assessor.js';
import type { Drafts } from '../store/drafts.js';
import { objectionTo } from './recipient-objection.js';
import { readConfirmation, withName } from './report-inputs.js';
import { draftId, type ReportReplies } from './report-replies.js';

export interface ReroutingParts extends Pick<FeatureContext, 'directory' | 'everyone'> {
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
    const found = id ? await drafts.find(turn.actor.id, id) : undefined;
    if (!found) return replies.gone(turn);
    const draft = withName(found, turn.input);
    const confirmed = readConfirmation(turn.input, touchableIds);
    const assessed = assessor.assess(draft);
    const objection = await objectionTo(this.parts, turn, { draft, assessed, confirmed });
    if (!objection) return replies.confirm(turn, draft, assessed, { entered: confirmed });
    const entered = { ...confirmed, chosenSuperiorId: undefined };
    const problem = textIn(turn.language).cases.problem[objection];
    return replies.confirm(turn, draft, assessed, { entered, problem });
  }
}
