/** Changes the report in hand by words, and shows it again. */
import type { FeatureContext } from '../../../feature.js';
import { textIn } from '../../../platform/text/catalogue.js';
import type { Reply, Turn } from '../../../turn.js';
import type { Draft } from '../domain/draft.js';
import type { Assessor } from '../service/assessor.js';
import type { Drafts } from '../store/drafts.js';
import { MIN_NARRATIVE, readConfirmation } from './report-inputs.js';
import type { ReportReplies } from './report-replies.js';

export interface DraftReviewParts extends Pick<FeatureContext, 'consents'> {
  drafts: Drafts;
  assessor: Assessor;
  replies: ReportReplies;
  /** Goes on with a draft as its button does. */
  start: (turn: Turn) => Promise<Reply>;
}

/** Which sections a report touches decides nothing here. */
const NO_SECTIONS: ReadonlySet<string> = new Set();

export class DraftReview {
  constructor(private readonly parts: DraftReviewParts) {}

  async change(
    turn: Turn,
    draft: Draft,
    change: (kept: Draft) => Draft,
    said = textIn(turn.language).cases.goingOn.changed,
  ): Promise<Reply> {
    const { drafts, replies } = this.parts;
    const kept = await drafts.change(turn.actor.id, draft.id, change, draft);
    if (!kept) return replies.gone(turn);
    return this.again(turn, kept, said);
  }

  /** The review, or the first card while there is nothing to review. */
  async again(turn: Turn, draft: Draft, problem = ''): Promise<Reply> {
    const { replies, assessor, consents } = this.parts;
    const isToldAndAuthorised =
      draft.narrative.trim().length >= MIN_NARRATIVE && (await consents.stateOf(turn.actor.id)) === 'given';
    if (!isToldAndAuthorised) return this.firstCard(turn, draft);
    return replies.confirm(turn, draft, assessor.assess(draft), { entered: draft.chosen, problem });
  }

  /** @param review what sending the second card as it was shown would bring. */
  isProtected(draft: Draft, review: Turn['input'] = {}): boolean {
    const { replies, assessor } = this.parts;
    const confirmed = readConfirmation(review, NO_SECTIONS);
    return replies.protectionsOf({ draft, assessed: assessor.assess(draft), confirmed }).length > 0;
  }

  /** Goes to the review when the story is there and authorised. */
  firstCard(turn: Turn, { id }: Pick<Draft, 'id'>): Promise<Reply> {
    return this.parts.start({ ...turn, input: { id } });
  }
}
